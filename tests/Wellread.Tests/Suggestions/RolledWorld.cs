using System.Collections.Frozen;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>Articles, decisions and questions by the dice: stories retold, sensitive subjects, second choices, feeds with rules, two languages and two kinds of readers.</summary>
internal sealed class RolledWorld(Random dice)
{
    private static readonly string[] Topics = ["nutrition", "sleep", "heart", "skin", "fitness", "mental-health"];
    private static readonly string[] Words = ["tea", "salt", "walk", "rest", "milk", "bread", "sun", "song"];

    private int _made;

    public static CurrentCatalog Catalog { get; } = Make.Catalog([.. Enumerable.Range(0, 12).Select(i => ($"feed_{i}", i == 3 ? new FeedRules([], ["tea"]) : FeedRules.None))]);

    /// <summary>All that is stored, by id.</summary>
    public Dictionary<string, Article> Stored { get; } = [];

    public Random Dice => dice;

    public void Fill(int count)
    {
        var articles = Enumerable.Range(0, count).Select(_ => Roll()).ToList();
        foreach (var article in articles) Stored[article.Id] = article;
    }

    /// <summary>Up to three articles come or change, and now and then one goes.</summary>
    public (List<Article> Written, List<string> Deleted) Change()
    {
        var written = Enumerable.Range(0, dice.Next(4)).Select(_ => Roll()).DistinctBy(article => article.Id).ToList();
        var deleted = dice.Next(3) == 0 ? Stored.Keys.Skip(dice.Next(Stored.Count)).Take(1).Except(written.Select(article => article.Id)).ToList() : [];
        foreach (var article in written) Stored[article.Id] = article;
        foreach (var id in deleted) Stored.Remove(id);
        return (written, deleted);
    }

    public SuggestionQuery Ask(string practiceId = "mine")
    {
        var practice = new Practice
        {
            Id = practiceId,
            Languages = dice.Next(2) == 0 ? ["en"] : ["en", "es"],
            BlockedWords = dice.Next(2) == 0 ? ["salt"] : [],
            BlockedSources = ["feed_5"],
            TrustedSources = ["feed_7"],
            TopicWeights = new Dictionary<string, double> { ["sleep"] = 3, ["heart"] = 1.5, ["skin"] = 0 }.ToFrozenDictionary(),
            TargetGrade = 6 + dice.Next(4),
        };
        return new SuggestionQuery(practice, null, dice.Next(4) == 0 ? "sleep" : null, null, 1 + dice.Next(9), null);
    }

    public DecisionBoards Decided(Practice practice, DecisionBoards? before = null) => (before ?? DecisionBoards.Empty).With(
        Stored.Values.Where(_ => dice.Next(12) == 0).Select(article => new PracticeDecisions(practice.Id, Ranked.Decided(article, (DecisionAction)dice.Next(2), null, dice.Next(30)))));

    private Article Roll()
    {
        var old = Stored.Count > 0 && dice.Next(4) == 0 ? Stored.Values.ElementAt(dice.Next(Stored.Count)) : null;
        var name = old?.Title ?? $"{Words[dice.Next(8)]} {Words[dice.Next(8)]} {_made++}";
        var age = old is null && Stored.Count > 0 ? dice.NextDouble() : 40 * dice.NextDouble();
        var article = Make.Article(
            name,
            feed: $"feed_{dice.Next(12)}",
            topics: [.. Topics.Where(_ => dice.Next(4) == 0)],
            audience: dice.Next(6) == 0 ? ArticleAudience.Colleagues : ArticleAudience.Patients,
            publisher: (PublisherType)dice.Next(5),
            language: dice.Next(4) == 0 ? "es" : "en",
            daysOld: age,
            seenDaysAgo: 0,
            probability: 0.5 + (dice.NextDouble() / 2),
            sensitive: dice.Next(12) == 0 ? ["abuse"] : []);
        return article with
        {
            StoryId = Stored.Count > 0 && dice.Next(5) == 0 ? Stored.Values.ElementAt(dice.Next(Stored.Count)).Id : old?.StoryId,
            Assessment = article.Assessment! with { SecondChoice = dice.Next(8) == 0, Grade = 4 + (6 * dice.NextDouble()) },
        };
    }
}
