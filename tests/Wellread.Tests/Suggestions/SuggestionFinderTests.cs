using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

public sealed class SuggestionFinderTests
{
    private static readonly string[] Feeds = ["feed_0", "feed_1", "feed_2", "feed_3", "feed_a", "feed_b", "feed_blocked"];

    private static readonly Practice Us = new() { Id = "default", Languages = ["en"], BlockedSources = ["feed_blocked"] };

    private readonly FakeTimeProvider _time = new(Make.Morning);
    private readonly SuggestionState _state = new();
    private readonly SuggestionFinder _finder;

    public SuggestionFinderTests() =>
        _finder = new SuggestionFinder(
            _state,
            Make.Catalog([("feed_ruled", new FeedRules(["title:walk*", "link:/walks/"], ["recall"])), .. Feeds.Select(id => (id, FeedRules.None))]),
            ObservanceCatalog.Empty,
            Options.Create(new RankingOptions()),
            _time);

    [Fact]
    public void Pages_show_each_suggestion_once_though_new_articles_arrive_and_some_are_decided_meanwhile()
    {
        Store([.. Enumerable.Range(0, 25).Select(i => Make.Article($"a{i}", feed: $"feed_{i % 4}", topics: [$"t{i % 6}"], daysOld: i))]);
        var first = _finder.Find(Query(limit: 10));

        _time.Advance(TimeSpan.FromMinutes(5));
        Store([.. Enumerable.Range(0, 10).Select(i => Make.Article($"new{i}", daysOld: 0, seenDaysAgo: -1.0 / 24))]);
        Decide(first.Items[0], first.Items[9]);
        _time.Advance(TimeSpan.FromHours(2));

        var second = _finder.Find(Query(limit: 10, first.Next));
        var third = _finder.Find(Query(limit: 10, second.Next));
        var shown = first.Items.Concat(second.Items).Concat(third.Items).Select(item => item.Candidate.Article.Title).ToList();
        Assert.Equal(25, shown.Distinct().Count());
        Assert.Equal(25, shown.Count);
        Assert.Null(third.Next);
    }

    [Fact]
    public void What_was_decided_is_gone_and_a_snoozed_one_comes_back_at_its_time()
    {
        Store([Make.Article("kept"), Make.Article("shared"), Make.Article("snoozed")]);
        Decide("shared", new Decision(DecisionAction.Shared, Make.Morning, null, null, Channel.Facebook, null));
        Decide("snoozed", new Decision(DecisionAction.Snooze, Make.Morning, null, Make.Morning.AddDays(2), null, null));

        Assert.Equal(["kept"], Titles(_finder.Find(Query())));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(["kept", "snoozed"], Titles(_finder.Find(Query())).Order());
    }

    [Fact]
    public void Sensitive_subjects_and_blocked_feeds_are_not_suggested()
    {
        Store([Make.Article("fine"), Make.Article("hard", sensitive: ["suicide"]), Make.Article("blocked", feed: "feed_blocked")]);
        Assert.Equal(["fine"], Titles(_finder.Find(Query())));
    }

    [Fact]
    public void A_feeds_rules_choose_what_it_may_suggest_and_a_feed_off_the_list_suggests_nothing()
    {
        Store([
            Make.Article("Walking is good for you", feed: "feed_ruled"),
            Make.Article("walks/a-short-way", feed: "feed_ruled"),
            Make.Article("Walking boots: a recall", feed: "feed_ruled"),
            Make.Article("Swimming is good for you", feed: "feed_ruled"),
            Make.Article("Walking on a road that is closed", feed: "feed_gone"),
        ]);
        Assert.Equal(["Walking is good for you", "walks/a-short-way"], Titles(_finder.Find(Query())).Order());
    }

    [Fact]
    public void Colleagues_get_what_patients_do_not()
    {
        Store([Make.Article("plain"), Make.Article("technical", audience: ArticleAudience.Colleagues), Make.Article("gossip", audience: ArticleAudience.Neither)]);
        Assert.Equal(["plain"], Titles(_finder.Find(Query())));
        Assert.Equal(["technical"], Titles(_finder.Find(Query() with { Channel = ChannelInfo.Find("linkedin") })));
    }

    [Fact]
    public void A_language_that_is_asked_for_is_the_only_one()
    {
        Store([Make.Article("english"), Make.Article("spanish", language: "es")]);
        Assert.Equal(["english"], Titles(_finder.Find(Query())));
        Assert.Equal(["spanish"], Titles(_finder.Find(Query() with { Language = "es" })));
    }

    [Fact]
    public void A_story_is_one_suggestion_with_all_its_sources_and_one_decision_hides_it()
    {
        var first = Make.Article("first", feed: "feed_0", probability: 0.7);
        var better = Make.Article("better", feed: "feed_1") with { StoryId = first.Id };
        var technical = Make.Article("technical", feed: "feed_2", audience: ArticleAudience.Colleagues) with { StoryId = first.Id };
        Store([first, better, technical, Make.Article("another", daysOld: 3)]);

        var page = _finder.Find(Query());
        Assert.Equal(["better", "another"], Titles(page));
        Assert.Equal(["Source feed_1", "Source feed_0"], page.Items[0].Sources.Select(source => source.Name));
        Assert.Contains(page.Items[0].Reasons, reason => reason.Text == "Two sources report this: Source feed_1 and Source feed_0.");
        Assert.DoesNotContain(page.Items[1].Reasons, reason => reason.Code == "several-sources");
        Assert.Equal("first", _finder.Find(Us, SuggestionId.Of(first.Id))!.Candidate.Article.Title);

        Decide("first", new Decision(DecisionAction.Reject, Make.Morning, RejectReason.OffTopic, null, null, null));
        Assert.Equal(["another"], Titles(_finder.Find(Query())));
        Assert.Equal(["technical"], Titles(_finder.Find(Query() with { Channel = ChannelInfo.Find("linkedin") })));
    }

    [Fact]
    public void A_page_that_follows_shows_no_story_twice_though_others_tell_it_meanwhile()
    {
        var told = Enumerable.Range(0, 6).Select(i => Make.Article($"s{i}", feed: $"feed_{i % 4}", topics: [$"t{i}"], daysOld: i + 1)).ToList();
        Store(told);
        var first = _finder.Find(Query(limit: 3));
        Store([.. told.Select((article, i) => Make.Article($"again{i}", feed: $"feed_{(i + 1) % 4}", daysOld: 0, seenDaysAgo: -0.1) with { StoryId = article.Id })]);
        _time.Advance(TimeSpan.FromDays(0.2));
        var second = _finder.Find(Query(limit: 3, first.Next));
        Assert.Equal(["s0", "s1", "s2", "s3", "s4", "s5"], Titles(first).Concat(Titles(second)).Order());
        Assert.Equal(6, Titles(_finder.Find(Query())).Count(title => title.StartsWith("again", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_was_taken_back_or_only_corrects_is_not_suggested()
    {
        Store([Make.Article("fine"), Make.Article("Retracted: a diet that heals"), Make.Article("Correction: our story of Monday"), Make.Article("CORRECTED: walking helps")]);
        Assert.Equal(["CORRECTED: walking helps", "fine"], Titles(_finder.Find(Query())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Samples_come_when_nothing_is_stored_and_leave_with_the_first_live_article()
    {
        _state.Change(current => current with { Samples = CandidateIndex.Of([Make.Article("sample") with { IsSample = true }]) });
        Assert.False(_finder.Find(Query()).ShowsSamples);
        _state.Change(current => current with { Loading = false });
        Assert.True(_finder.Find(Query()).ShowsSamples);
        Store([Make.Article("live")]);
        var page = _finder.Find(Query());
        Assert.False(page.ShowsSamples);
        Assert.Equal(["live"], Titles(page));
    }

    private static SuggestionQuery Query(int limit = 10, SuggestionCursor? cursor = null) => new(Us, null, null, null, limit, cursor);

    private static IEnumerable<string> Titles(SuggestionPage page) => page.Items.Select(item => item.Candidate.Article.Title);

    private void Store(IReadOnlyCollection<Article> articles) => _state.Change(current => current with { Live = current.Live.With(articles, []) });

    private void Decide(params RankedSuggestion[] suggestions)
    {
        foreach (var suggestion in suggestions)
            Decide(suggestion.Candidate.Article.Title, new Decision(DecisionAction.Approve, _time.GetUtcNow(), null, null, null, null));
    }

    private void Decide(string title, Decision decision)
    {
        var history = new DecisionHistory(Make.Article(title).Id, [decision]);
        _state.Change(current => current with { Decisions = current.Decisions.With([new PracticeDecisions(Us.Id, history)]) });
    }
}
