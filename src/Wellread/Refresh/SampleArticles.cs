using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;
using Wellread.Platform;
using Wellread.Scoring;
using Wellread.Suggestions;

namespace Wellread.Refresh;

/// <summary>
/// Puts the sample packs into memory, so that a newcomer without internet sees the service work. They are never stored, never there in
/// Production, and out of sight as soon as a feed has delivered an article.
/// </summary>
internal sealed partial class SampleArticles(
    HomeFolder home,
    IOptions<RefreshOptions> options,
    IHostEnvironment environment,
    ArticleScoring scoring,
    SuggestionState state,
    TimeProvider time,
    ILogger<SampleArticles> logger) : IHostedService
{

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = home.Resolve(options.Value.Samples);
        if (environment.IsProduction() || state.Current.Live.Count > 0 || !Directory.Exists(folder)) return;
        var articles = await ReadAsync(folder, time.GetUtcNow(), cancellationToken);
        var index = CandidateIndex.Of(articles.Select(scoring.Assess));
        state.Change(current => current with { Samples = index });
        Log.Loaded(logger, articles.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<IReadOnlyList<Article>> ReadAsync(string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var articles = new List<Article>();
        foreach (var source in FeedCatalog.Load(folder, isSample: true).Sources)
        {
            var body = await File.ReadAllBytesAsync(Path.Combine(folder, source.Url.Segments[^1]), cancellationToken);
            if (FeedParser.Parse(body, new FeedParseContext(source.Url, null)) is not FeedParseResult.Parsed parsed) continue;
            articles.AddRange(parsed.Feed.Entries
                .Select(entry => ArticleFactory.From(entry, parsed.Feed, source, now))
                .OfType<ArticleOutcome.Made>()
                .Select(outcome => outcome.Article));
        }

        // Samples were written once; moving them so that the newest is of now shows what a morning looks like.
        var shift = articles.Count == 0 ? TimeSpan.Zero : now - articles.Max(article => article.Published);
        return [.. articles.Select(article => article with { Published = article.Published + shift })];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} sample articles stand in until a feed delivers; they are marked as samples")]
        public static partial void Loaded(ILogger logger, int count);
    }
}
