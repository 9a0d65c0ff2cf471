using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Scoring;

namespace Wellread.Benchmarks;

/// <summary>
/// Made-up health articles as long and as varied as those of captured feeds (title 82 characters, link 82, summary 290, an image for every second one), scored and
/// sorted into topics as a refresh does it. The same number always gives the same article.
/// </summary>
internal sealed class MadeUpArticles
{
    public const int Feeds = 200;

    private static readonly string[] Hosts = ["health-desk", "clinic-news", "county-health", "family-doctor", "well-daily", "care-notes", "heart-line", "public-health"];
    private static readonly string[] Subjects = ["blood pressure", "back pain", "your sleep", "type 2 diabetes", "asthma", "a child's fever", "skin cancer", "stress at work", "dental care", "hay fever", "migraine", "high cholesterol", "knee pain", "healthy eating", "vaccines", "pregnancy", "dry eyes", "heart disease", "depression", "sun protection"];
    private static readonly string[] Openings = ["How to live well with", "What you should know about", "Five simple ways to ease", "When to call your doctor about", "New advice on", "Your questions answered:", "What helps against", "A family guide to", "How walking each day helps with", "Seven foods that may help with"];
    private static readonly string[] Endings = ["for older adults", "this winter", "in plain words", "for busy parents", "after 50", "without medicine", "at home", "for beginners", "and what to ask at your next visit", "step by step"];
    private static readonly string[] Sentences =
    [
        "You can lower your risk with small changes that you keep up each day.", "Talk to your doctor before you start a new medicine.",
        "Try to walk for thirty minutes on most days of the week.", "Eat more vegetables, whole grains and beans, and less salt.",
        "Most people feel better within two weeks, but see a nurse if the pain gets worse.", "Drink water often and rest when you need to.",
        "Ask your pharmacist which medicines do not go well together.", "Keep a list of what you eat and how you feel.",
        "Children need more sleep than adults, and a fixed bedtime helps.", "Call for help at once if you have chest pain or trouble breathing.",
        "Check your blood sugar as often as your care team told you.", "A short talk with a friend can ease a hard day.",
    ];
    private static readonly string[] Technical =
    [
        "In this multicenter randomized trial, patients were stratified by baseline ejection fraction and comorbidity.", "The primary endpoint was all-cause mortality at 24 months (hazard ratio 0.82).",
        "Pharmacokinetic parameters were estimated by a two-compartment model.", "Subgroup analyses showed heterogeneity with respect to renal function.",
        "Adverse events of grade 3 or higher were more frequent in the intervention arm.", "These findings warrant confirmation in prospective cohorts.",
    ];
    private static readonly string[] Spanish =
    [
        "Camine treinta minutos casi todos los días de la semana.", "Hable con su médico antes de tomar una medicina nueva.", "Coma más verduras y frutas, y menos sal.",
        "Llame al médico si el dolor empeora o si tiene fiebre.", "Duerma bien y beba agua durante el día.", "Pregunte a su farmacéutico qué medicinas no se llevan bien.",
    ];
    private static readonly string[] Names = ["Ann", "Luis", "Maria", "Tom", "Grace", "Omar", "Helen", "Peter", "Rosa", "Ken", "Nora", "Ivan"];
    private static readonly string[] Categories = ["Health", "Wellness", "Nutrition", "Heart", "Family", "Fitness", "Mental health", "Research", "Prevention", "Local news", "Aging", "Women"];

    private readonly ArticleScoring _scoring;
    private readonly DateTimeOffset _now;
    private readonly string _rules;
    private readonly FeedSource[] _feeds;

    /// <param name="now">The newest articles are of this time.</param>
    /// <param name="dll">The program that will serve them: it would score anew what another build had scored. Null for this one.</param>
    public MadeUpArticles(DateTimeOffset now, string? dll = null)
    {
        (_now, _rules) = (now, dll is null ? ScoringRules.Version : RulesOf(dll));
        _feeds = [.. Enumerable.Range(0, Feeds).Select(Feed)];
        var scorer = new FriendlinessScorer(new CurrentModel(Options.Create(new ScoringOptions()), HomeFolder.Find(), NullLogger<CurrentModel>.Instance));
        _scoring = new ArticleScoring(scorer, new Explainer(scorer));
    }

    /// <summary>The feeds as a pack.</summary>
    public string Opml() => string.Create(CultureInfo.InvariantCulture, $"""
        <opml version="2.0"><head/><body>{string.Concat(_feeds.Select(feed =>
            $"<outline type=\"rss\" text=\"{feed.Title}\" xmlUrl=\"{feed.Url}\" publisher=\"{feed.Publisher.ToString().ToLowerInvariant()}\"/>"))}</body></opml>
        """);

    public Article Make(int number, TimeSpan? age = null)
    {
        var dice = new Random(number);
        var feed = _feeds[dice.Next(_feeds.Length)];
        var language = dice.Next(8) == 0 ? "es" : "en";
        var subject = Pick(dice, Subjects);
        var title = language == "es"
            ? $"Lo que debe saber sobre la salud del corazón y el azúcar en la sangre, parte {number % 997}"
            : $"{Pick(dice, Openings)} {subject} {Pick(dice, Endings)}, and what {Pick(dice, Names)} {(char)('A' + dice.Next(26))}. learned in {number % 97 + 2} weeks";
        var link = CanonicalLink.From($"{feed.Url}articles/{_now.Year}/{subject.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal)}/{title.Split(' ')[0].ToLowerInvariant()}-{dice.Next():x8}-{number}")!;
        var published = _now - (age ?? TimeSpan.FromDays(Math.Min(-20 * Math.Log(1 - dice.NextDouble()), 180)));
        var article = new Article
        {
            Id = CanonicalLink.ArticleIdOf(link),
            Link = link,
            Title = title,
            Summary = Summary(dice, language == "es" ? Spanish : dice.Next(4) == 0 ? Technical : Sentences),
            Language = language,
            Categories = [.. Enumerable.Range(0, dice.Next(6)).Select(_ => Pick(dice, Categories))],
            Source = new ArticleSource(feed.Id, feed.Title, feed.Publisher, feed.Audience),
            Published = published,
            FirstSeen = age is null ? published.AddMinutes(dice.Next(600)) is var seen && seen < _now ? seen : _now : published,
            Author = dice.Next(3) == 0 ? null : $"{Pick(dice, Names)} {Pick(dice, Names)}son",
            ImageUrl = dice.Next(2) == 0 ? null : $"https://images.{Pick(dice, Hosts)}.example/uploads/{dice.Next():x8}{dice.Next():x8}/{number}-1200x630.jpg",
        };
        var assessed = _scoring.Assess(ArticleFactory.Relabel(article, []));
        return assessed with { Assessment = assessed.Assessment! with { RulesVersion = _rules } };
    }

    /// <summary>As <see cref="ScoringRules.Version"/> is there.</summary>
    private static string RulesOf(string dll)
    {
        using var reader = new PEReader(File.OpenRead(dll));
        var metadata = reader.GetMetadataReader();
        return $"rules-{metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToString("N")[..8]}";
    }

    private static FeedSource Feed(int number)
    {
        var url = new Uri($"https://{Hosts[number % Hosts.Length]}-{number}.example/");
        var publisher = (PublisherType)(number % 5);
        return new FeedSource { Id = FeedId.Of(url), Url = url, Title = $"{Hosts[number % Hosts.Length].Replace('-', ' ')} {number}", Publisher = publisher, Audience = FeedAudience.Consumer };
    }

    private static string Summary(Random dice, string[] sentences)
    {
        if (dice.Next(8) == 0) return "";
        var length = 120 + dice.Next(420);
        var text = "";
        while (text.Length < length) text += (text.Length == 0 ? "" : " ") + Pick(dice, sentences);
        return text;
    }

    private static string Pick(Random dice, string[] words) => words[dice.Next(words.Length)];
}
