using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Wellread.Commands;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class ParseCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wellread-parse-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_shown_as_one_line_of_json()
    {
        var path = Write("a.xml", Reading.Rss("<title>t</title><item><title>é</title><link>/1</link><pubDate>Mon, 09 Jun 2025 08:30:00 EST</pubDate></item>"));
        var (code, output, _) = await RunAsync(path, "--jsonl", "--address", "https://e.example/feed");
        Assert.Equal(0, code);
        using var line = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var root = line.RootElement;
        Assert.Equal((path, true, "t"), (root.GetProperty("file").GetString(), root.GetProperty("ok").GetBoolean(), root.GetProperty("feed").GetProperty("title").GetString()));
        var entry = root.GetProperty("entries")[0];
        Assert.Equal(("é", "https://e.example/1", "2025-06-09T13:30:00Z"),
            (entry.GetProperty("title").GetString(), entry.GetProperty("link").GetString(), entry.GetProperty("published").GetString()));
        Assert.Equal(
            ["id", "title", "link", "published", "updated", "author", "summary", "content", "categories", "enclosures", "thumbnail"],
            entry.EnumerateObject().Select(property => property.Name).Take(11));
    }

    [Fact]
    public async Task A_folder_is_read_file_by_file_and_one_that_fails_shows_in_the_exit_code()
    {
        Write("a.xml", Reading.Rss("<title>Good</title><item><title>one</title></item>"));
        Write("b.html", "<html><body>no</body></html>");
        var (code, output, _) = await RunAsync(_folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("Good", output, StringComparison.Ordinal);
        Assert.Contains("The file is a web page, not a feed.", output, StringComparison.Ordinal);
        Assert.Contains("2 files: 1 feed with 1 item, 1 that could not be read.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_shown_the_items_and_what_is_wrong_with_them()
    {
        var path = Write("a.xml", Reading.Rss(
            "<title>Teeth</title><link>/home</link><language>en</language>" +
            "<item><title>Floss\n daily</title><link>/1</link><pubDate>2025-02-03</pubDate><description>d</description></item>" +
            "<item><title>Brush</title><link>/1</link></item>"));
        var (code, output, _) = await RunAsync(path);
        Assert.Equal(0, code);
        Assert.Equal(
            [
                path, "Teeth", "/home", "RSS 2.0, 2 items from 2025-02-03 to 2025-02-03, language en",
                "! 2 of 2 items with a link that does not say which site it is on. Tell where the feed comes from with --address.",
                "! 1 of 2 items without a date that can be read.", "! 1 of 2 items without any text beside the title.",
                "! 1 item with a link that an item above has too.", "2025-02-03  Floss daily", "/1", "(no date)   Brush", "/1",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task A_long_feed_is_shown_by_its_first_items()
    {
        var path = Write("a.xml", Reading.Rss(string.Concat(Enumerable.Range(0, 50).Select(i => $"<item><title>item{i}.</title></item>"))));
        var (_, output, _) = await RunAsync(path);
        Assert.Contains("item19.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("item20.", output, StringComparison.Ordinal);
        Assert.Contains("and 30 more", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_can_not_steer_the_terminal()
    {
        var path = Write("a.json", """{"version":"https://jsonfeed.org/version/1","title":"a\u001b[2Jb\u202ec","items":[]}""");
        var (_, output, _) = await RunAsync(path);
        Assert.Contains("a [2Jb c", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_packed_with_gzip_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Reading.Rss("<title>Packed</title>")));
        var whole = Path.Combine(_folder.FullName, "whole.gz");
        await File.WriteAllBytesAsync(whole, packed.ToArray());
        Assert.Contains("Packed", (await RunAsync(whole)).Output, StringComparison.Ordinal);
        var cut = Path.Combine(_folder.FullName, "cut.gz");
        await File.WriteAllBytesAsync(cut, packed.ToArray()[..^12]);
        var (code, output, _) = await RunAsync(cut);
        Assert.Equal(1, code);
        Assert.Contains("damaged or cut short", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_read_to_its_end()
    {
        var path = Path.Combine(_folder.FullName, "endless.xml");
        await using (var file = File.Create(path)) file.SetLength(1L << 33);
        var (code, output, _) = await RunAsync(path, "--jsonl");
        Assert.Equal(1, code);
        Assert.Contains("too-large", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_can_not_be_opened_is_told_and_the_others_are_read()
    {
        var good = Write("b.xml", Reading.Rss("<title>Good</title>"));
        var locked = Write("a.xml", "");
        await using var hold = new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var (code, output, _) = await RunAsync(locked, good, "--jsonl");
        Assert.Equal(1, code);
        Assert.Contains("unreadable-file", output, StringComparison.Ordinal);
        Assert.Contains("Good", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.xml", "There is no file or folder")]
    [InlineData("", "There are no files in the folder")]
    [InlineData("https://e.example/feed", "this command reads files")]
    public async Task A_path_that_leads_nowhere_is_wrong_usage(string path, string message)
    {
        var (code, _, error) = await RunAsync(path.Contains(':', StringComparison.Ordinal) ? path : Path.Combine(_folder.FullName, path));
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("parse", "-", "--address", "nowhere")]
    [InlineData("parse", "-", "--unknown", "nowhere")]
    public async Task A_call_that_can_not_be_understood_is_wrong_usage(params string[] args) =>
        Assert.Equal(CommandLine.WrongUsage, await CommandLine.RunAsync(args, _ => Task.FromResult(0)));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ParseCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
