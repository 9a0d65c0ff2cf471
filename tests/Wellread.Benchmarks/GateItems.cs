using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Benchmarks;

/// <summary>An item that somebody has labelled, as the gate sees it.</summary>
/// <param name="Share">1 where a patient can use it, 0 where not, a half where the reader was in two minds.</param>
/// <param name="Part">The same for rows of one story.</param>
internal sealed record GateItem(string Source, float Share, byte Part, Article Article, GateEvidence Evidence, List<(uint Hash, float Value)> Features)
{
    /// <summary>True for what was labelled because a model was least sure of it: hard to say, and much of a kind.</summary>
    public bool IsUnsure { get; init; }

    public static GateItem Of(string source, float share, string group, string title, string text, string language)
    {
        var article = new Article
        {
            Id = "",
            Link = "",
            Title = title,
            Summary = text,
            Language = language,
            Source = new ArticleSource("", "", PublisherType.Other, FeedAudience.Unknown),
            Published = default,
            FirstSeen = default,
        };
        var evidence = GateEvidence.Of(article);
        var all = new List();
        GateFeatures.Read(article, evidence, ref all);
        return new GateItem(source, share, SHA256.HashData(Encoding.UTF8.GetBytes(group))[0], article, evidence, all.Features);
    }

    private struct List() : IGateFeatureSink
    {
        public List<(uint Hash, float Value)> Features { get; } = [];

        public readonly void Add(uint feature, float value) => Features.Add((feature, value));
    }
}

/// <summary>What the gate's model is fitted from.</summary>
internal static class GateItems
{
    private const int TextLetters = 300;
    private static readonly string[] Corpora = ["asreview_cohen", "coaid_titles", "cochrane", "eureka_pubmed", "fakehealth", "feed_visible", "health_tweets", "medabs", "medquad", "pubmedqa"];

    private sealed record Row(string Id, string Group, string Title, string Text);

    public static IEnumerable<GateItem> Read(string folder, string ownItems, string shared)
    {
        var (labels, unsure) = (Labels(folder, "labels.tsv"), Labels(folder, "unsure.tsv"));
        foreach (var corpus in Corpora)
        {
            foreach (var row in Rows(shared, corpus))
            {
                if (labels.TryGetValue((corpus, row.Id), out var share)) yield return GateItem.Of(corpus, share, row.Group, row.Title, row.Text, "en");
                else if (unsure.TryGetValue((corpus, row.Id), out share)) yield return GateItem.Of(corpus, share, row.Group, row.Title, row.Text, "en") with { IsUnsure = true };
            }
        }
        foreach (var (id, title, text, language) in Captured(shared))
        {
            if (labels.TryGetValue(("captures", id), out var share)) yield return GateItem.Of("captures", share, title, title, text, language);
        }
        foreach (var item in Own(folder, ownItems)) yield return item;
    }

    /// <summary>The words of all titles and texts.</summary>
    public static IEnumerable<uint[]> Words(string shared)
    {
        foreach (var row in Corpora.SelectMany(corpus => Rows(shared, corpus)))
        {
            foreach (var words in new[] { FoldedWords.From(row.Title), FoldedWords.From(row.Text) })
            {
                uint[] hashes = [.. Enumerable.Range(0, words.Count).Where(i => !words[i].IsEmpty).Select(i => GateFeatures.WordOf(words[i]))];
                if (hashes.Length > 0) yield return hashes;
            }
        }
    }

    // Of the items with which the tests measure the gate only the half that was looked at before.
    private static IEnumerable<GateItem> Own(string folder, string ownItems)
    {
        foreach (var cells in File.ReadLines(ownItems).Where(line => line[0] != '#').Select(line => line.Split('\t')))
        {
            if ((SHA256.HashData(Encoding.UTF8.GetBytes(cells[3]))[0] >> 4) % 2 == 0) yield return GateItem.Of("own", cells[0] == "useful" ? 1 : 0, cells[3], cells[3], cells[4], cells[2]);
        }
        foreach (var line in File.ReadLines(Path.Combine(folder, "items.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            yield return GateItem.Of("written", root.GetProperty("use").GetBoolean() ? 1 : 0, TextOf(root, "title"), TextOf(root, "title"), TextOf(root, "text"), TextOf(root, "language"));
        }
    }

    private static Dictionary<(string, string), float> Labels(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToDictionary(cells => (cells[0], cells[1]), cells => ShareOf(cells[2]));

    private static float ShareOf(string label) => label switch { "use" => 1, "no" => 0, _ => 0.5f };

    private static IEnumerable<Row> Rows(string shared, string corpus)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(shared, "corpora", corpus + ".jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var text = TextOf(document.RootElement, "text");
            yield return new Row(TextOf(document.RootElement, "id"), TextOf(document.RootElement, "group"), TextOf(document.RootElement, "title"), text[..Math.Min(text.Length, TextLetters)]);
        }
    }

    private static IEnumerable<(string Id, string Title, string Text, string Language)> Captured(string shared)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "feeds", "captures")).Order(StringComparer.Ordinal))
        {
            if (FeedParser.Parse(File.ReadAllBytes(file), new FeedParseContext(null, null)) is not FeedParseResult.Parsed { Feed: var feed }) continue;
            var source = new FeedSource { Id = "feed_x", Url = new Uri("https://news.example/"), Title = "News", Publisher = PublisherType.News };
            foreach (var (i, entry) in feed.Entries.Index())
            {
                if (ArticleFactory.From(entry, feed, source, DateTimeOffset.UnixEpoch) is not ArticleOutcome.Made { Article: var article }) continue;
                yield return ($"{Path.GetFileName(file).Split('.')[0]}:{i}", article.Title, article.Summary[..Math.Min(article.Summary.Length, TextLetters)], article.Language);
            }
        }
    }

    private static string TextOf(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
