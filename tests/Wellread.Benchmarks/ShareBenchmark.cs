using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Scoring;
using Wellread.Sharing;
using Wellread.Sharing.Questions;

namespace Wellread.Benchmarks;

/// <summary>
/// <c>share INPUT [TEXTS]</c>: the texts to share of real items, <c>{"title","text","src"}</c> a line or the feeds of a folder, those for patients and colleagues only: how often
/// each tone is offered, how many texts keep to the grade and the limit, and which say a word that the article does not. TEXTS gets every text, to be read by a person.
/// </summary>
internal static partial class ShareBenchmark
{
    private static readonly Practice Practice = new() { Id = "benchmark", Languages = ["en", "es"] };
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    // What stands around the article's words.
    private static readonly FrozenSet<string> Frame = "tip consejo do you know sabe usted read more lea más for health professionals para profesionales de la salud to share with patients compartir con pacientes"
        .Split(' ').ToFrozenSet();

    public static int Run(string[] args)
    {
        if (args.Length is < 1 or > 2) return 2;
        var scorer = new FriendlinessScorer(new CurrentModel(Options.Create(new ScoringOptions()), HomeFolder.Find(), NullLogger<CurrentModel>.Instance));
        var scoring = new ArticleScoring(scorer, new Explainer(scorer));
        var items = Directory.Exists(args[0]) ? FromFeeds(args[0]) : File.ReadLines(args[0]).Where(line => line.Length > 0).Select(FromLine);
        var articles = items.OfType<ArticleOutcome.Made>().Select(made => scoring.Assess(made.Article)).Where(article => article.Assessment!.Audience != ArticleAudience.Neither).ToList();
        using var texts = args.Length == 2 ? File.CreateText(args[1]) : TextWriter.Null;
        Console.WriteLine($"{articles.Count} articles for patients or colleagues");
        foreach (var channel in ShareChannel.All) Measure(articles, channel, texts);
        return 0;
    }

    private static void Measure(List<Article> articles, ShareChannel channel, TextWriter texts)
    {
        var times = new List<double>();
        foreach (var tone in ShareTones.All)
        {
            var offers = new List<(Article Article, ShareOffer Offer)>();
            var reasons = new List<(Article Article, string Reason)>();
            foreach (var article in articles)
            {
                var start = Stopwatch.GetTimestamp();
                var offer = ShareLinks.For(article, new ShareWish(channel, Practice) { Tone = tone })!;
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (offer.Draft.Tone == tone) offers.Add((article, offer));
                else reasons.Add((article, offer.Draft.Missing.First(missing => missing.Tone == tone).Reason));
            }
            Print(channel, tone, articles.Count, offers);
            foreach (var reason in reasons.GroupBy(one => one.Reason).OrderByDescending(group => group.Count())) Console.WriteLine($"    {reason.Count(),5} {reason.Key}");
            foreach (var (article, reason) in reasons) texts.WriteLine($"== {channel.Slug} {tone} none: {reason}\n-- {article.Title} | {article.Summary.ReplaceLineEndings(" / ")}\n");
            foreach (var (article, offer) in offers) texts.WriteLine($"== {channel.Slug} {tone} {offer.Draft.Reading.Grade:F1}\n-- {article.Title} | {article.Summary.ReplaceLineEndings(" / ")}\n{offer.CopyText}\n");
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {times.Average():F2} ms a text, the slowest {times[^1]:F1}"));
    }

    private static void Print(ShareChannel channel, ShareTone tone, int articles, List<(Article Article, ShareOffer Offer)> offers)
    {
        var graded = offers.Where(offer => offer.Offer.Draft.Reading.Grade is not null && offer.Offer.Draft.TargetGrade is not null).ToList();
        var hard = graded.Where(offer => offer.Offer.Draft.IsTooHard).ToList();
        // Where the opening or the title alone would keep to the grade, the text has to.
        var needless = hard.Count(offer => Sentences.Of(offer.Article.Summary, offer.Article.Language).Prepend(offer.Article.Title).Any(words => IsEasy(words, offer)));
        var tooLong = offers.Count(offer => offer.Offer.Counted > (channel.Limit ?? int.MaxValue));
        var strange = offers.Where(offer => StrangeWord(offer.Article, offer.Offer) is not null).ToList();
        var hashtags = offers.SelectMany(offer => XHashtags.Find(offer.Offer.CopyText).Select(range => offer.Offer.CopyText[range])).ToList();
        Console.WriteLine($"{channel.Slug,-9} {tone,-8} {offers.Count,5} of {articles}, graded {graded.Count}, above the grade {hard.Count} (with an easier sentence at hand {needless}), "
            + $"too long {tooLong}, foreign words in {strange.Count}, hashtags {hashtags.Count} (not CamelCase {hashtags.Count(tag => !CamelCase().IsMatch(tag))})");
        foreach (var (article, offer) in strange.Take(5)) Console.WriteLine($"    foreign: {StrangeWord(article, offer)} in {offer.Draft.Text.ReplaceLineEndings(" / ")}");
    }

    private static bool IsEasy(string words, (Article Article, ShareOffer Offer) offer) =>
        ShareMaterial.Of(offer.Article, mayChange: true).Reading(words, "").Grade <= offer.Offer.Draft.TargetGrade;

    /// <summary>A word of the text that stands neither in the article nor in the lists of plain words.</summary>
    private static string? StrangeWord(Article article, ShareOffer offer)
    {
        var material = ShareMaterial.Of(article, mayChange: true);
        var known = Words($"{article.Title} {article.Summary} {material.Title} {string.Join(' ', material.Sentences)}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var text = offer.Draft.Text[..offer.Draft.Text.LastIndexOf("\n\n", StringComparison.Ordinal)];
        // An open question is nobody's words: it has to be one of the lists.
        if (TitleSubject.Of(article) is { } subject && OpenQuestion.For(article, subject).FirstOrDefault(text.Contains) is { } question) text = text.Replace(question, "", StringComparison.Ordinal);
        return Words(text).FirstOrDefault(word => !known.Contains(word) && !Frame.Contains(word.ToLowerInvariant()));
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    private static ArticleOutcome FromLine(string line, int number)
    {
        using var document = JsonDocument.Parse(line);
        var (title, text) = (document.RootElement.GetProperty("title").GetString(), document.RootElement.GetProperty("text").GetString());
        var name = document.RootElement.TryGetProperty("src", out var source) ? source.GetString()!.Split(':')[0] : "Example";
        var entry = new FeedEntry { Link = $"https://news.example/health/{number}", Title = title, Summary = text };
        var feed = new ParsedFeed { Format = FeedFormat.Rss20, Title = name, Entries = [entry] };
        return ArticleFactory.From(entry, feed, new FeedSource { Id = "feed_a", Url = new Uri("https://news.example/"), Title = name, Rules = FeedRules.None }, Now);
    }

    private static IEnumerable<ArticleOutcome> FromFeeds(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            if (FeedParser.Parse(File.ReadAllBytes(file), new FeedParseContext(new Uri("https://news.example/"), null)) is not FeedParseResult.Parsed { Feed: var feed }) continue;
            var source = new FeedSource { Id = "feed_a", Url = new Uri("https://news.example/"), Title = feed.Title ?? "Example", Rules = FeedRules.None };
            foreach (var entry in feed.Entries) yield return ArticleFactory.From(entry, feed, source, Now);
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^#(\p{Lu}[\p{Ll}\p{N}]*)+$")]
    private static partial Regex CamelCase();
}
