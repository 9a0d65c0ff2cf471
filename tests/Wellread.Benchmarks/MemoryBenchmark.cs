using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;
using Wellread.Platform;
using Wellread.Scoring;
using Wellread.Suggestions;

namespace Wellread.Benchmarks;

/// <summary>
/// <c>memory [FOLDER]</c>: bytes that an article takes in the memory that suggestions are served from, each as it comes back from the store, 100,000 in all: made-up ones, or
/// those that the feeds in a folder give, time and again under links and titles of their own. Live bytes after a full collection, the index included.
/// </summary>
internal static class MemoryBenchmark
{
    private const int Articles = 100_000;

    public static int Run(string? folder)
    {
        var originals = folder is null ? MadeUp() : Read(folder);
        if (originals.Count == 0)
        {
            Console.Error.WriteLine($"No file *.xml in {folder} is a feed with articles. Name a folder of captured feeds, or none to measure made-up articles.");
            return 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{originals.Count:N0} articles, each stored in {originals.Average(article => ArticleStore.Write(article).Length):F0} bytes of JSON"));
        PrintShape(originals);
        var stored = new List<byte[]>(Articles);
        for (var i = 0; stored.Count < Articles; i++) stored.Add(ArticleStore.Write(folder is null ? originals[i] : Another(originals[i % originals.Count], i)));
        originals = [];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = CandidateIndex.Of(stored.Select(body => ArticleStore.Read(body)));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(after - before) / (double)index.Count:N0} bytes per article held, of {index.Count:N0}"));
        stored.Clear();
        GC.Collect();
        var paused = GC.GetTotalPauseDuration();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A full collection that everything waits for takes {(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:F0} ms"));
        GC.KeepAlive(index);
        return 0;
    }

    private static void PrintShape(List<Article> articles)
    {
        foreach (var (name, length) in new (string, Func<Article, double>)[]
        {
            ("title", article => article.Title.Length), ("link", article => article.Link.Length), ("summary", article => article.Summary.Length),
            ("image", article => article.ImageUrl?.Length ?? 0), ("author", article => article.Author?.Length ?? 0), ("categories", article => article.Categories.Length),
            ("characters of categories", article => article.Categories.Sum(category => category.Length)), ("topics", article => article.Topics.Length),
            ("reasons", article => article.Assessment!.Reasons.Length), ("characters of reasons", article => article.Assessment!.Reasons.Sum(reason => reason.Text.Length)),
        })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {articles.Average(length):F1}"));
        }
    }

    private static Article Another(Article article, int number)
    {
        var link = string.Create(CultureInfo.InvariantCulture, $"{article.Link[..^Math.Min(6, article.Link.Length)]}{number:D6}");
        return article with { Id = CanonicalLink.ArticleIdOf(link), Link = link, Published = article.Published.AddMinutes(number) };
    }

    /// <summary>So many of their own that what is kept once for all, such as a title's words, is as it is in a store.</summary>
    private static List<Article> MadeUp()
    {
        var articles = new MadeUpArticles(TimeProvider.System.GetUtcNow());
        return [.. Enumerable.Range(0, Articles).AsParallel().AsOrdered().Select(number => articles.Make(number))];
    }

    private static List<Article> Read(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).SelectMany(ReadFeed)] : [];

    private static IEnumerable<Article> ReadFeed(string path)
    {
        var scoring = Scoring.Value;
        var name = Path.GetFileNameWithoutExtension(path);
        var url = new Uri($"https://{name.Replace('_', '-')}.example/");
        if (FeedParser.Parse(File.ReadAllBytes(path), new FeedParseContext(url, null)) is not FeedParseResult.Parsed parsed) return [];
        var source = new FeedSource { Id = FeedId.Of(url), Url = url, Title = name };
        return parsed.Feed.Entries
            .Select(entry => ArticleFactory.From(entry, parsed.Feed, source, DateTimeOffset.UnixEpoch.AddYears(56)))
            .OfType<ArticleOutcome.Made>()
            .Select(outcome => scoring.Assess(outcome.Article));
    }

    private static readonly Lazy<ArticleScoring> Scoring = new(() =>
    {
        var scorer = new FriendlinessScorer(new CurrentModel(Options.Create(new ScoringOptions()), HomeFolder.Find(), NullLogger<CurrentModel>.Instance));
        return new ArticleScoring(scorer, new Explainer(scorer));
    });
}
