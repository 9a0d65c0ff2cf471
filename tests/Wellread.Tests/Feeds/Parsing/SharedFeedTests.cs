using System.Text.Json;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds.Parsing;

/// <summary>The feeds that stand beside the project: captured ones, damaged ones, hostile ones.</summary>
public sealed class SharedFeedTests
{
    [SkippableFact]
    public void Every_captured_feed_gives_exactly_its_items()
    {
        var folder = SharedData.Path("feeds/captures");
        foreach (var line in File.ReadLines(SharedData.Path("feeds/manifest.tsv")).Skip(1))
        {
            var columns = line.Split('\t');
            var result = Reading.Result(File.ReadAllBytes(Path.Combine(folder, columns[0])));
            var feed = Assert.IsType<FeedParseResult.Parsed>(result).Feed;
            Assert.Equal((columns[0], columns[4]), (columns[0], $"{feed.Entries.Length}"));
            Assert.All(feed.Entries, entry => Assert.True(LinkResolver.HasScheme(entry.Link), columns[0]));
        }
    }

    [SkippableFact]
    public void No_document_makes_the_parser_throw()
    {
        var folder = SharedData.Path("conformance");
        var lines = File.ReadLines(Path.Combine(folder, "robustness.jsonl")).Concat(File.ReadLines(Path.Combine(folder, "expected.jsonl")));
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            Reading.Result(File.ReadAllBytes(Path.Combine(folder, document.RootElement.GetProperty("file").GetString()!)));
        }
    }

    [SkippableFact]
    public void Hostile_xml_is_accepted_and_refused_as_its_index_says()
    {
        var folder = SharedData.Path("hostile/xml");
        foreach (var line in File.ReadLines(Path.Combine(folder, "index.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var file = document.RootElement.GetProperty("file").GetString()!;
            if (!File.Exists(Path.Combine(folder, file))) continue;
            var accepted = Reading.Result(File.ReadAllBytes(Path.Combine(folder, file))) is FeedParseResult.Parsed;
            var must = document.RootElement.GetProperty("must").GetString();
            if (must is "accept" or "reject") Assert.Equal((file, must), (file, accepted ? "accept" : "reject"));
        }
    }

    [SkippableFact]
    public void Every_date_seen_in_feeds_is_read()
    {
        foreach (var line in File.ReadLines(SharedData.Path("conformance/dates.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var input = document.RootElement.GetProperty("input").GetString();
            var expected = document.RootElement.GetProperty("utc").GetString();
            var date = FeedDates.Parse(input);
            if (expected == "*") Assert.True(date is not null, input);
            else Assert.Equal((input, expected), (input, date is { } read ? $"{read.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : null));
        }
    }
}
