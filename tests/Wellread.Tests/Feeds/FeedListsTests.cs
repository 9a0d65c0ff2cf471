using System.Net;
using System.Net.Http.Json;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>Lists of feeds from other readers.</summary>
public sealed class FeedListsTests : FeedEditingStage
{
    [Fact]
    public async Task A_list_from_another_reader_is_added_with_its_folders_and_comes_back_as_a_file()
    {
        const string list = """
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="Health &amp; more"><outline text="News" type="rss" xmlUrl="https://new.example.org/rss" htmlUrl="https://new.example.org" />
                <outline text="Local"><outline text="News" xmlUrl="https://new.example.org/rss"/></outline></outline>
              <outline text="News" xmlUrl="https://new.example.org/rss"/>
              <outline text="Known" xmlUrl="https://listed.example.org/feed" />
              <outline text="Router" xmlUrl="http://192.168.1.1/feed" />
              <outline text="A site" htmlUrl="https://site.example.org" />
            </body></opml>
            """;
        using var form = new MultipartFormDataContent { { new StringContent(list), "file", "mine.opml" } };
        foreach (var content in new HttpContent[] { form, new StringContent(list, null, "text/x-opml") })
        {
            using var response = await Client.PostAsync("/api/v1/feeds/opml", content);
            var report = await ReadAsync(response, HttpStatusCode.OK);
            var isFirst = content == form;
            Assert.Equal(("Mine", isFirst ? 1 : 0, isFirst ? 1 : 2), ((string?)report["title"], (int?)report["added"], (int?)report["known"]));
            Assert.Equal(["Router", "A site"], report["unused"]!.AsArray().Select(line => (string?)line!["name"]));
            Assert.Equal("The address leads into a private network.", (string?)report["unused"]![0]!["message"]);
        }

        Assert.Equal(2, (await Host.RefreshAsync()).Feeds.Length);
        using var file = await Client.GetAsync("/api/v1/feeds/opml");
        Assert.Equal("text/x-opml", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("wellread-feeds.opml", file.Content.Headers.ContentDisposition?.FileName);
        var read = Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(await file.Content.ReadAsByteArrayAsync()));
        Assert.Empty(read.Mistakes);
        Assert.Equal(["Listed ()", "News ()", "News (Health & more)", "News (Health & more/Local)"], read.Feeds.Select(feed => $"{feed.Title} ({string.Join('/', feed.Folder)})").Order());
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("<html><body>Sign in</body></html>", "This is a web page, not a list of feeds.")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"&a;\" xmlUrl=\"https://a.example.org/\"/></body></opml>", "entities")]
    public async Task What_is_no_list_of_feeds_is_refused(string body, string words)
    {
        using var response = await Client.PostAsync("/api/v1/feeds/opml", new StringContent(body, null, "application/xml"));
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-opml");
        Assert.Contains(words, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_is_told_so()
    {
        using var broken = new StringContent("garbage");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var empty = new MultipartFormDataContent { { new StringContent("words"), "text" } };
        foreach (var content in new HttpContent[] { broken, empty })
        {
            using var response = await Client.PostAsync("/api/v1/feeds/opml", content);
            await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-opml");
        }
    }

    [Fact]
    public async Task A_list_of_ten_thousand_feeds_is_taken_and_one_more_is_not()
    {
        static string List(int count) => $"<opml version=\"2.0\"><body>{string.Concat(Enumerable.Range(0, count).Select(i => $"<outline text=\"{i}\" xmlUrl=\"https://f{i}.example.org/\"/>"))}</body></opml>";
        using var all = await Client.PostAsync("/api/v1/feeds/opml", new StringContent(List(10_000), null, "text/xml"));
        var report = await ReadAsync(all, HttpStatusCode.OK);
        Assert.Equal(9_999, (int?)report["added"]);
        Assert.Equal("The list of feeds is full.", (string?)Assert.Single(report["unused"]!.AsArray())!["message"]);
        using var one = await Client.PostAsJsonAsync("/api/v1/feeds", new { url = New });
        await Api.ProblemAsync(one, HttpStatusCode.Conflict, "too-many-feeds");
        using var more = await Client.PostAsync("/api/v1/feeds/opml", new StringContent(List(10_001), null, "text/xml"));
        await Api.ProblemAsync(more, HttpStatusCode.BadRequest, "invalid-opml");
    }
}
