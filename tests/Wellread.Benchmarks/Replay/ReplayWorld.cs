using System.Collections.Frozen;
using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Suggestions;

namespace Wellread.Benchmarks.Replay;

/// <summary>
/// A made-up year of health articles: some forty sources of every kind, few of them loud, each with topics of its own; topics of which few are common; winter and
/// summer; stories that several sources tell on one day, and stories that come back months later under a new address. The same seed gives the same year.
/// </summary>
internal sealed class ReplayWorld
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Of the articles of a day, so many tell an older story again, under nearly the same headline.</summary>
    private const double ShareOfRepeats = 0.06;

    /// <summary>So many are told by another source within the day.</summary>
    private const double ShareOfCopies = 0.08;

    /// <summary>So long is an article in store.</summary>
    private const int KeepDays = 60;

    private static readonly string[] Syllables = ["ba", "re", "lo", "mi", "tu", "sa", "ne", "vo", "ki", "pra", "den", "gol", "fis", "mar", "tel", "run", "cho", "zan", "ple", "wex"];
    private static readonly string[] Frames =
        ["{0} and {1}: what to know about {2}", "How {0} can ease {1} {2}", "{2} {1}: signs of {0}", "Ask about {0} before {1} {2}", "Living with {0}, {1} and {2}"];

    private readonly Random _dice;
    private readonly Source[] _sources;
    private readonly double[] _topicWeights;
    private readonly List<(string Key, string Title, ImmutableArray<string> Topics, double Probability, double Grade)> _told = [];
    private int _number;

    public ReplayWorld(int seed, int days)
    {
        _dice = new Random(seed);
        var topics = TopicCatalog.All.Length;
        var order = Enumerable.Range(0, topics).ToArray();
        _dice.Shuffle(order);
        _topicWeights = [.. order.Select(place => 1 / Math.Pow(place + 3, 0.9))];
        _sources = [.. Enumerable.Range(0, 40).Select(NewSource)];
        Days = [.. Enumerable.Range(0, days).Select(Day)];
        Stories = Days.SelectMany(articles => articles).ToFrozenDictionary(article => article.Id, article => article.Story, StringComparer.Ordinal);
        Sources = [.. _sources.Select(source => source.As.FeedId)];
        var index = CandidateIndex.Empty;
        Stores = [.. Enumerable.Range(0, days).Select(day =>
            index = index.With(Days[day], day < KeepDays ? [] : Days[day - KeepDays].Select(article => article.Id).ToList()))];
    }

    /// <summary>The articles that come in on each day.</summary>
    public ImmutableArray<ImmutableArray<Article>> Days { get; }

    /// <summary>What is in store on each day.</summary>
    public ImmutableArray<CandidateIndex> Stores { get; }

    public ImmutableArray<string> Sources { get; }

    /// <summary>The story of each article, as the service knows it.</summary>
    public FrozenDictionary<string, string> Stories { get; }

    /// <summary>What an article tells, by its id: two articles that tell the same have the same key, whether or not anyone has noticed.</summary>
    public Dictionary<string, string> Told { get; } = new(StringComparer.Ordinal);

    public FeedCatalog Catalog => new(_sources.Select(source => new FeedSource { Id = source.As.FeedId, Url = new Uri($"https://{source.As.FeedId.Replace('_', '-')}.example/"), Title = source.As.Name }));

    private ImmutableArray<Article> Day(int day)
    {
        var articles = ImmutableArray.CreateBuilder<Article>();
        foreach (var source in _sources)
        {
            for (var count = Poisson(source.PerDay); count > 0; count--)
            {
                var article = New(source, day);
                articles.Add(article);
                if (_dice.NextDouble() < ShareOfCopies) articles.Add(Copy(article, _sources[_dice.Next(_sources.Length)]));
            }
        }
        return articles.DrainToImmutable();
    }

    private Article New(Source source, int day)
    {
        if (_told.Count > 200 && _dice.NextDouble() < ShareOfRepeats) return Again(source, day);
        var topics = Topics(source, day);
        var grade = Math.Clamp(source.Grade + (1.6 * Normal()), 2, 16);
        var probability = 1 / (1 + Math.Exp(-((10.5 - grade) * 0.7) - (0.7 * Normal()) - 1));
        if (probability < 0.6) (probability, grade) = (0.6 + (0.4 * _dice.NextDouble()), Math.Min(grade, 11));
        var key = $"story-{_number}";
        var title = string.Format(null, Frames[_dice.Next(Frames.Length)], Word(), Word(), Word());
        _told.Add((key, title, topics, probability, grade));
        return Make(source, day, key, title, topics, probability, grade);
    }

    private Article Again(Source source, int day)
    {
        var (key, title, topics, probability, grade) = _told[_dice.Next(_told.Count)];
        var headline = _dice.Next(4) switch { 0 => title, 1 => $"{title} in {2026 + _dice.Next(2)}", 2 => $"Tips: {title}", _ => $"{title}, and how to start" };
        return Make(source, day, key, headline, topics, probability, grade);
    }

    private Article Copy(Article article, Source source)
    {
        var link = $"{article.Link}/copy-{_number++}";
        var copy = article with { Id = CanonicalLink.ArticleIdOf(link), Link = link, Source = source.As, StoryId = article.Story, Title = $"{article.Title}: {Word()}" };
        Told[copy.Id] = Told[article.Id];
        return copy;
    }

    private Article Make(Source source, int day, string key, string title, ImmutableArray<string> topics, double probability, double grade)
    {
        var link = $"https://{source.As.FeedId.Replace('_', '-')}.example/{_number++}";
        var published = Start.AddDays(day).AddMinutes(-_dice.Next(24 * 60));
        var id = CanonicalLink.ArticleIdOf(link);
        Told[id] = key;
        return new Article
        {
            Id = id,
            Link = link,
            Title = title,
            Summary = _dice.Next(8) == 0 ? "" : "A summary that says in plain words what a reader can do about it, and when to call a doctor.",
            ImageUrl = _dice.Next(2) == 0 ? null : "https://images.example/1.jpg",
            Language = "en",
            Topics = topics,
            Source = source.As,
            Published = published,
            FirstSeen = published,
            Assessment = new Assessment(probability, grade, ArticleAudience.Patients, [], "replay")
            {
                SecondChoice = _dice.Next(12) == 0,
                Cautions = _dice.Next(10) switch { 0 => AssessmentCautions.SingleStudy, 1 => AssessmentCautions.Hype, _ => AssessmentCautions.None },
            },
        };
    }

    private ImmutableArray<string> Topics(Source source, int day)
    {
        var winter = Math.Cos(2 * Math.PI * day / 365);
        var topics = new List<string>();
        for (var wanted = 1 + _dice.Next(3); topics.Count < wanted;)
        {
            var topic = _dice.NextDouble() < source.Focus ? source.Topics[_dice.Next(source.Topics.Length)] : Draw(_topicWeights);
            var slug = TopicCatalog.All[topic].Slug;
            var season = slug switch { "colds-and-flu" => winter, "sun-and-skin" or "heat-and-cold" => -winter, _ => 0 };
            if (!topics.Contains(slug) && _dice.NextDouble() < 1 + season) topics.Add(slug);
        }
        return [.. topics];
    }

    private Source NewSource(int number)
    {
        PublisherType[] kinds = [PublisherType.Government, PublisherType.Academic, PublisherType.NonProfit, PublisherType.News, PublisherType.Other];
        return new Source(
            new ArticleSource($"feed_{number}", $"Source {number}", kinds[number % kinds.Length], FeedAudience.Consumer),
            9.0 / Math.Pow(number + 1, 0.8),
            [.. Enumerable.Range(0, 1 + _dice.Next(6)).Select(_ => Draw(_topicWeights))],
            0.3 + (0.6 * _dice.NextDouble()),
            5 + (5 * _dice.NextDouble()));
    }

    private int Draw(double[] weights)
    {
        var at = _dice.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            if ((at -= weights[i]) < 0) return i;
        }
        return weights.Length - 1;
    }

    private string Word() => string.Concat(Enumerable.Range(0, 3 + _dice.Next(2)).Select(_ => Syllables[_dice.Next(Syllables.Length)]));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _dice.NextDouble())) * Math.Cos(2 * Math.PI * _dice.NextDouble());

    private int Poisson(double mean)
    {
        var (count, left) = (0, _dice.NextDouble() - Math.Exp(-mean));
        for (var p = Math.Exp(-mean); left > 0 && count < 60; left -= p) p *= mean / ++count;
        return count;
    }

    private sealed record Source(ArticleSource As, double PerDay, int[] Topics, double Focus, double Grade);
}
