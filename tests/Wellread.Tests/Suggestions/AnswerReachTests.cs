using System.Text.Json;
using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What is said to leave an answer as it is does so: made anew, it would be the same.</summary>
public sealed class AnswerReachTests
{
    private static readonly FeedCatalog Feeds = RolledWorld.Catalog.Current;

    private readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private readonly SuggestionFinder _finder;
    private DateTimeOffset _now = Make.Morning;

    public AnswerReachTests()
    {
        PlatformFeature.ConfigureJson(_json);
        _finder = new SuggestionFinder(new SuggestionState(), Make.Catalog(), ObservanceCatalog.Empty, Options.Create(new RankingOptions()), new TestClock(Make.Morning));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_comes_and_goes_an_answer_that_is_kept_is_the_one_that_would_be_made(int seed)
    {
        var world = new RolledWorld(new Random(seed));
        var query = world.Ask();
        world.Fill(700);
        var snapshot = new SuggestionSnapshot(CandidateIndex.Of(world.Stored.Values), CandidateIndex.Empty, world.Decided(query.Practice), Stale: false);
        var (kept, anew) = (0, 0);
        var page = _finder.Find(query, snapshot, Feeds, _now);
        for (var step = 0; step < 400; step++)
        {
            _now = _now.AddSeconds(20);
            var (written, deleted) = world.Change();
            snapshot = snapshot with { Live = snapshot.Live.With(written, deleted, out var changes) };

            var made = _finder.Find(query, snapshot, Feeds, _now);
            if (page.Reach is { } reach && _finder.After(reach, changes, query, snapshot, Feeds, _now) is { } after)
            {
                kept++;
                Assert.Equal(Said(made, query), Said(page, query));
                page = page with { Reach = after };
            }
            else
            {
                anew++;
                page = made;
            }
        }

        Assert.True(kept > 60, $"{kept} kept, {anew} made anew");
        Assert.True(anew > 20, $"{kept} kept, {anew} made anew");
    }

    /// <summary>What is easy to read is shown first, wherever it stands among the 160 that are ranked together.</summary>
    [Theory]
    [InlineData(155, 5, true)]
    [InlineData(155, 6, false)]
    [InlineData(160, 0, true)]
    [InlineData(160, 1, false)]
    public void What_is_shown_may_be_pushed_out_of_sight_by_what_is_not(int place, int arrivals, bool same)
    {
        var articles = World((place, Plain(place)));
        Assert.Equal(same, StaysTheSame(articles, [.. Enumerable.Range(0, arrivals).Select(i => Hard(-i) with { Id = $"art_new{i}" })], [], $"Plain {place}"));
    }

    [Fact]
    public void What_goes_brings_another_into_sight()
    {
        var articles = World((161, Plain(161)));
        Assert.False(StaysTheSame(articles, [], [articles[20].Id], "Fair 2"));
        Assert.True(StaysTheSame(articles, [], [articles[170].Id], "Fair 2"));
        Assert.True(StaysTheSame(articles, [Hard(25) with { Id = "art_instead" }], [articles[20].Id], "Fair 2"));
    }

    [Fact]
    public void A_story_stands_by_another_article_when_the_first_is_gone()
    {
        var told = Plain(30);
        var articles = World((30, told), (20, Hard(20) with { StoryId = told.Id }));
        Assert.False(StaysTheSame(articles, [Hard(25) with { Id = "art_instead" }], [articles[19].Id], "Fair 2"));
    }

    [Fact]
    public void What_was_decided_on_takes_its_story_with_it()
    {
        var articles = World((161, Plain(161)));
        Assert.False(StaysTheSame(articles, [Hard(-1) with { Id = "art_decided", StoryId = articles[50].Id }], [], "Fair 2", "art_decided"));
        Assert.True(StaysTheSame(articles, [Hard(-1) with { Id = "art_decided" }], [], "Fair 2", "art_decided"));
    }

    /// <summary>Two hundred articles that are hard to read but for the second, the third and these.</summary>
    private static List<Article> World(params (int Place, Article Article)[] others)
    {
        var articles = Enumerable.Range(1, 200).Select(i => i is 2 or 3 ? Read(i, "Fair", 9) : Hard(i)).ToList();
        foreach (var (place, article) in others) articles[place - 1] = article;
        return articles;
    }

    private static Article Hard(int number) => Read(number, "Hard", 15);

    private static Article Plain(int number) => Read(number, "Plain", 5);

    /// <summary>The higher the number, the lower its rank.</summary>
    private static Article Read(int number, string name, double grade)
    {
        var article = Make.Article($"{name} {number}", feed: $"feed_{(number + 1000) % 3}", topics: [], daysOld: 1 + (number / 100.0), seenDaysAgo: 0);
        return article with { Assessment = article.Assessment! with { Grade = grade } };
    }

    /// <summary>What is said to change is so on purpose here.</summary>
    private bool StaysTheSame(List<Article> articles, IReadOnlyCollection<Article> written, IReadOnlyCollection<string> deleted, string first, string decided = "art_none")
    {
        var query = new SuggestionQuery(new Practice { Id = "mine", Languages = ["en"] }, null, null, null, 1, null);
        var history = Ranked.Decided(Make.Article("decided") with { Id = decided }, DecisionAction.Approve);
        var snapshot = new SuggestionSnapshot(
            CandidateIndex.Of(articles), CandidateIndex.Empty, DecisionBoards.Empty.With([new PracticeDecisions("mine", history)]), Stale: false);
        var page = _finder.Find(query, snapshot, Feeds, _now);
        Assert.Equal(first, page.Items[0].Candidate.Article.Title);
        var next = snapshot with { Live = snapshot.Live.With(written, deleted, out var changes) };
        var same = Said(page, query) == Said(_finder.Find(query, next, Feeds, _now), query);
        Assert.Equal(same, _finder.After(page.Reach!, changes, query, next, Feeds, _now) is not null);
        return same;
    }

    private string Said(SuggestionPage page, SuggestionQuery query) => string.Join('\n', page.Items
        .Select(item => JsonSerializer.Serialize(Suggestion.From(item, query.Practice), _json))
        .Append(page.Next is { } next ? $"{next.Count} {next.Latest}" : "end"));
}
