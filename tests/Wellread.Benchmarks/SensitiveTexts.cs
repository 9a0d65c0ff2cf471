using System.IO.Compression;
using System.Text.Json;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Benchmarks;

/// <summary>A sentence or title that the model of sensitive subjects learns from.</summary>
/// <param name="Subject">By its place in <c>sensitive.txt</c>; below zero where there is none.</param>
/// <param name="Place">Where in a text it stands: <c>t0</c> is the title, <c>s3</c> the fourth sentence.</param>
/// <param name="Part">Which of the parts it is in that are measured by turns.</param>
internal sealed record SensitiveSentence(string Id, string Place, string Language, int Subject, float Weight, bool IsReal, int Part, SensitiveFeatures Features);

/// <summary>Our own sentences, our own Spanish items, and real texts, all but a few of which count as harmless where words and patterns find nothing in them.</summary>
internal sealed class SensitiveTexts(string folder, string shared)
{
    public static readonly string[] Subjects = ["suicide", "eating-disorders", "abuse", "sexual-assault", "overdose", "abortion"];

    /// <summary>Real texts are many and hardly any is sensitive: each counts for half.</summary>
    private const float RealWeight = 0.5f;

    /// <summary>The title of an item on a subject is not always on it by itself, and a sentence less often.</summary>
    private const float TitleWeight = 0.5f, SentenceWeight = 0.25f;

    private const int FewestWords = 4;
    private const int SentencesOfText = 5;

    public const int Parts = 4;

    public IEnumerable<SensitiveSentence> Own()
    {
        var lines = File.ReadLines(Path.Combine(folder, "Training", "sensitive-own.tsv"))
            .Concat(File.ReadLines(Path.Combine(folder, "Data", "sensitive-items.tsv")).Where(line => line.StartsWith("seen\t", StringComparison.Ordinal)));
        foreach (var (cells, i) in lines.Where(line => line[0] != '#').Select(line => line.Split('\t')).Select((cells, i) => (cells, i)))
        {
            yield return Look($"own-{i}", "t0", FoldedWords.From(cells[^1]), null, cells[^2], SubjectOf(cells[^3]), 1, isReal: false);
        }
        foreach (var (cells, i) in File.ReadLines(Path.Combine(folder, "Training", "sensitive-es.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).Select((cells, i) => (cells, i)))
        {
            var subject = SubjectOf(cells[0]);
            yield return Look($"es-{i}", "t0", FoldedWords.From(cells[1]), null, "es", subject, subject < 0 ? 1 : TitleWeight, isReal: false);
            var text = FoldedWords.From(cells[2]);
            foreach (var (place, at) in SensitiveSentences.In(text).Select((place, at) => (place, at))) yield return Look($"es-{i}", $"s{at}", text, place, "es", subject, subject < 0 ? 1 : SentenceWeight, isReal: false);
        }
    }

    /// <summary>What <c>sensitive-real.tsv</c> says of a place goes; a text that somebody doubted is left out but for what is said of it.</summary>
    public IEnumerable<SensitiveSentence> Real()
    {
        var said = File.ReadLines(Path.Combine(folder, "Training", "sensitive-real.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToLookup(cells => cells[0], cells => (Place: cells[1], Subject: cells[2]));
        foreach (var (id, language, title, text) in RealTexts())
        {
            var marks = said[id].ToDictionary(mark => mark.Place, mark => mark.Subject);
            var isDoubted = marks.Values.Any(subject => subject != "none");
            foreach (var sentence in Look(id, language, title, text, marks))
            {
                if (marks.TryGetValue(sentence.Place, out var subject))
                {
                    if (subject != "?") yield return sentence with { Subject = SubjectOf(subject), Weight = 1 };
                }
                else if (!isDoubted)
                {
                    yield return sentence;
                }
            }
        }
    }

    private static int SubjectOf(string slug) => Array.IndexOf(Subjects, slug);

    private static IEnumerable<SensitiveSentence> Look(string id, string language, string title, string text, Dictionary<string, string> marks)
    {
        var (titleWords, textWords) = (FoldedWords.From(title), FoldedWords.From(text));
        if (SensitiveTopics.FindByTerms(titleWords, language).Count > 0 || SensitiveTopics.FindByTerms(textWords, language).Count > 0) yield break;
        if (titleWords.Count > 0) yield return Look(id, "t0", titleWords, null, language, -1, RealWeight, isReal: true);
        var sentences = SensitiveSentences.In(textWords).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            var isChosen = sentences[i].End - sentences[i].Start >= FewestWords && (sentences.Count <= SentencesOfText || i < 2 || i % Math.Max(1, sentences.Count / (SentencesOfText - 1)) == 0);
            if (isChosen || marks.ContainsKey($"s{i}")) yield return Look(id, $"s{i}", textWords, sentences[i], language, -1, RealWeight, isReal: true);
        }
    }

    private static SensitiveSentence Look(string id, string place, FoldedWords words, (int Start, int End)? range, string language, int subject, float weight, bool isReal)
    {
        var (start, end) = range ?? (0, words.Count);
        return new SensitiveSentence(id, place, language, subject, weight, isReal, PartOf(id), SensitiveFeatures.Of(words, start, end, SensitiveFeatures.ConceptsIn(words, language), language));
    }

    // The same in every run, and never apart for one text.
    private static int PartOf(string id)
    {
        var hash = 17u;
        foreach (var letter in id) hash = hash * 31 + letter;
        return (int)(hash / 7 % Parts);
    }

    private IEnumerable<(string Id, string Language, string Title, string Text)> RealTexts()
    {
        foreach (var corpus in (string[])["fakehealth", "feed_visible", "health_tweets", "medquad", "coaid_titles", "cochrane", "medreadme"])
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(shared, "corpora", corpus + ".jsonl.gz")), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var document = JsonDocument.Parse(line);
                string Of(string name) => document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
                // The plain side of a review only.
                if (corpus == "cochrane" && document.RootElement.GetProperty("label").GetInt32() != 1) continue;
                yield return Of("title").Length == 0 && Of("text").Length < 300 ? (Of("id"), "en", Of("text"), "") : (Of("id"), "en", Of("title"), Of("text"));
            }
        }
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "feeds", "captures"), "*.xml").Order(StringComparer.Ordinal))
        {
            if (FeedParser.Parse(File.ReadAllBytes(file), new FeedParseContext(null, null)) is not FeedParseResult.Parsed { Feed: var feed }) continue;
            var source = new FeedSource { Id = "feed_x", Url = new Uri("https://news.example/"), Title = "News", Publisher = PublisherType.News };
            foreach (var entry in feed.Entries)
            {
                if (ArticleFactory.From(entry, feed, source, DateTimeOffset.UnixEpoch) is ArticleOutcome.Made { Article: { Language: "en" or "es" } article }) yield return (article.Id, article.Language, article.Title, article.Summary);
            }
        }
    }
}
