using System.Collections.Frozen;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Tests.Support;
using static Wellread.Tests.Suggestions.Ranked;

namespace Wellread.Tests.Suggestions;

public sealed class SuggestionRankerTests
{
    [Fact]
    public void The_newer_of_two_alike_comes_first()
    {
        Assert.Equal(["new", "old"], Titles(Rank([Make.Article("old", daysOld: 20), Make.Article("new", daysOld: 1)])));
    }

    [Fact]
    public void Five_in_a_row_never_have_three_of_one_source_while_others_fit()
    {
        var articles = Enumerable.Range(0, 10).Select(i => Make.Article($"a{i}", feed: "feed_a", topics: [Topic(i)], daysOld: 1 + (i / 10.0)))
            .Concat(Enumerable.Range(0, 10).Select(i => Make.Article($"b{i}", feed: "feed_b", topics: [Topic(i)], daysOld: 30)))
            .Concat(Enumerable.Range(0, 10).Select(i => Make.Article($"c{i}", feed: "feed_c", topics: [Topic(i)], daysOld: 60)));
        var feeds = Rank(articles).Select(ranked => ranked.Candidate.Article.Source.FeedId).ToList();
        for (var i = 0; i + 5 <= 15; i++) Assert.All(feeds.GetRange(i, 5).GroupBy(feed => feed), group => Assert.True(group.Count() <= 2));
    }

    [Fact]
    public void Five_in_a_row_never_have_three_of_one_topic_while_others_fit()
    {
        var articles = Enumerable.Range(0, 10).Select(i => Make.Article($"n{i}", feed: $"feed_{i}", topics: ["nutrition"], daysOld: 1))
            .Concat(Enumerable.Range(0, 10).Select(i => Make.Article($"o{i}", feed: $"feed_o{i}", topics: [Topic(i)], daysOld: 30)));
        Assert.Equal(2, Rank(articles).Take(5).Count(ranked => ranked.Candidate.Article.Topics[0] == "nutrition"));
    }

    [Fact]
    public void What_a_practice_is_all_about_comes_first_even_from_the_only_source_that_has_it()
    {
        string[] others = ["sleep", "heart", "exercise", "stress", "eyes", "sun-and-skin"];
        Article[] all =
        [
            .. Enumerable.Range(1, 6).Select(i => Make.Article($"Teeth {i}", feed: "feed_teeth", topics: ["dental"], daysOld: 5)),
            .. others.Select((topic, i) => Make.Article($"Other {i}", feed: $"feed_{i}", topics: [topic], daysOld: 30)),
        ];
        static int Teeth(IReadOnlyList<RankedSuggestion> ranked) => ranked.Take(9).Count(one => one.Candidate.Article.Topics.Contains("dental"));
        Practice With(double weight) => AnyPractice with { TopicWeights = new Dictionary<string, double> { ["dental"] = weight }.ToFrozenDictionary() };
        Assert.Equal(4, Teeth(Rank(all, With(3))));
        Assert.Equal(3, Teeth(Rank(all, With(2))));
    }

    [Fact]
    public void A_page_is_full_even_when_there_is_only_one_source()
    {
        Assert.Equal(8, Rank(Enumerable.Range(0, 8).Select(i => Make.Article($"a{i}"))).Count);
    }

    [Fact]
    public void A_second_choice_comes_behind_everything_else()
    {
        var weak = Make.Article("weak", daysOld: 0.1);
        weak = weak with { Assessment = weak.Assessment! with { SecondChoice = true } };
        Assert.Equal(["strong", "weak"], Titles(Rank([weak, Make.Article("strong", feed: "feed_b", daysOld: 900)])));
    }

    [Fact]
    public void A_topic_that_the_practice_prefers_comes_earlier()
    {
        Article[] articles = [Make.Article("food", topics: ["nutrition"], daysOld: 1), Make.Article("sleep", feed: "feed_b", topics: ["sleep"], daysOld: 1.1)];
        var sleepy = AnyPractice with { TopicWeights = new Dictionary<string, double> { ["sleep"] = 2 }.ToFrozenDictionary() };
        Assert.Equal(["food", "sleep"], Titles(Rank(articles)));
        Assert.Equal(["sleep", "food"], Titles(Rank(articles, sleepy)));
    }

    [Fact]
    public void Every_suggestion_says_why()
    {
        var reasons = Rank([Make.Article("food", publisher: PublisherType.Government)]).Single().Reasons;
        Assert.Equal(["plain-language", "topic", "government-source", "recent", "short-sentences"], reasons.Select(reason => reason.Code));
        Assert.All(reasons, reason => Assert.EndsWith(".", reason.Text));
    }

    [Fact]
    public void What_lies_beyond_the_reranked_ones_still_comes()
    {
        var articles = Enumerable.Range(0, CandidatePool.Depth + 50).Select(i => Make.Article($"a{i}", feed: $"feed_{i}", topics: [Topic(i)], daysOld: i));
        Assert.Equal(articles.Select(article => article.Title).Order(), Titles(Rank(articles)).Order());
    }

    [Fact]
    public void Every_story_comes_exactly_once_whatever_lists_brought_it_in()
    {
        var articles = Enumerable.Range(0, 900).Select(i => Make.Article(
            $"a{i}", feed: $"feed_{i % 13}", topics: [Topic(i * 7), Topic(i * 3)], language: i % 3 == 0 ? "es" : "en", daysOld: i / 4.0)).ToList();
        for (var i = 0; i < articles.Count; i++)
        {
            if (i % 10 == 9) articles[i] = articles[i] with { StoryId = articles[i - 5].Id, Language = articles[i - 5].Language };
            if (i % 11 == 0) articles[i] = articles[i] with { Assessment = articles[i].Assessment! with { SecondChoice = true } };
        }
        var practice = AnyPractice with
        {
            Languages = ["en", "es"],
            TopicWeights = Enumerable.Range(0, 9).ToFrozenDictionary(Topic, i => 1 + (i / 5.0)),
        };
        var decided = articles.Skip(100).Take(30).Select((article, i) => Decided(article, i % 2 == 0 ? DecisionAction.Shared : DecisionAction.Reject, RejectReason.OffTopic, daysAgo: i)).ToList();
        var day = new DateOnly(2026, 11, 25);
        var ranked = Rank(articles, practice, decided, seasons: [Observed("A day", day, day, Topic(40)), Observed("Another", day, day, Topic(41))]);
        var told = decided.Select(history => articles.Find(article => article.Id == history.ArticleId)!.Story).ToHashSet();
        Assert.Equal(
            articles.Select(article => article.Story).Where(story => !told.Contains(story)).Distinct().Order(),
            ranked.Select(suggestion => suggestion.Candidate.Article.Story).Order());
    }

    [Fact]
    public void A_story_is_told_by_the_highest_ranked_of_its_articles_that_may_be()
    {
        var story = Story("feed_a", "feed_b", "feed_c", "feed_d");
        var practice = AnyPractice with { BlockedWords = ["gossip"], BlockedSources = ["feed_b"] };
        story[0] = story[0] with { Title = "gossip about food" };
        Assert.Equal(["s2"], Titles(Rank(story, practice)));
        Assert.Equal(["gossip about food"], Titles(Rank(story)));

        story[2] = story[2] with { Summary = "More gossip." };
        Assert.Equal(["s3"], Titles(Rank(story, practice)));
        story[3] = story[3] with { Page = new PageCheck(Make.Morning, PageState.Gone) { Since = Make.Morning } };
        Assert.Empty(Rank(story, practice));
    }

    [Fact]
    public void A_story_that_only_a_second_choice_may_tell_comes_among_those()
    {
        var story = Story("feed_a", "feed_b", "feed_c");
        (story[0], story[1]) = (story[0] with { Title = "gossip" }, story[1] with { Title = "gossip too" });
        story[2] = story[2] with { Assessment = story[2].Assessment! with { SecondChoice = true } };
        Article[] articles = [.. story, Make.Article("another", daysOld: 90)];
        Assert.Equal(["another", "s2"], Titles(Rank(articles, AnyPractice with { BlockedWords = ["gossip"] })));
    }

    [Fact]
    public void A_story_in_two_languages_falls_back_to_the_other()
    {
        var story = Story("feed_a", "feed_b");
        (story[0], story[1]) = (story[0] with { Title = "gossip" }, story[1] with { Language = "es" });
        var practice = AnyPractice with { BlockedWords = ["gossip"], Languages = ["en", "es"] };
        Assert.Equal(["s1"], Titles(Rank(story, practice)));
        Assert.Empty(Rank(story, practice with { Languages = ["en"] }));
    }

    [Fact]
    public void A_topic_that_is_asked_for_is_what_every_suggestion_is_about()
    {
        var story = Story("feed_a", "feed_b");
        (story[0], story[1]) = (story[0] with { Topics = ["heart"] }, story[1] with { Topics = ["sleep"] });
        Assert.Equal(["s0"], Titles(Rank(story)));
        Assert.Equal(["s1"], Titles(Rank(story, topic: "sleep")));
        Assert.Equal(["s0"], Titles(Rank(story, topic: "heart")));
    }

    [Fact]
    public void A_long_row_of_stories_already_told_does_not_end_the_list()
    {
        var told = Enumerable.Range(0, 3).SelectMany(round => Enumerable.Range(0, CandidatePool.Depth).Select(i =>
            Make.Article($"s{i}-{round}", feed: $"feed_{i % 9}", daysOld: 1 + round) with { StoryId = $"story{i}" }));
        var tail = Enumerable.Range(0, 30).Select(i => Make.Article($"tail{i}", daysOld: 300));
        var weak = told.Take(3 * CandidatePool.Depth).Concat([Make.Article("weak", daysOld: 300)])
            .Select((article, i) => article with { Id = $"weak{i}", Assessment = article.Assessment! with { SecondChoice = true } });
        Assert.Equal(CandidatePool.Depth + 30 + 1, Rank([.. told, .. tail, .. weak]).Count);
    }

    [Theory]
    [InlineData("America/Chicago")]
    [InlineData("Europe/Amsterdam")]
    public void An_article_of_long_ago_is_explained_like_any_other(string zone)
    {
        var practice = AnyPractice with { Zone = NodaTime.DateTimeZoneProviders.Tzdb[zone] };
        Article[] old = [Make.Article("first") with { Published = DateTimeOffset.MinValue }, Make.Article("second", feed: "feed_b") with { Published = new(1880, 6, 1, 0, 0, 0, TimeSpan.Zero) }];
        Assert.Equal(["second", "first"], Titles(Rank(old, practice)));
        Assert.All(Rank(old, practice), suggestion => Assert.Contains(suggestion.Reasons, reason => reason.Code == "older"));
    }

    /// <summary>One story by several sources, the highest rank first.</summary>
    [Fact]
    public void A_place_is_told_as_the_whole_order_has_it()
    {
        var dice = new Random(7);
        string[] words = ["tea", "salt", "walk", "rest", "milk", "bread", "sun", "song"];
        var articles = Enumerable.Range(0, 250).Select(i => Make.Article(
            $"{words[dice.Next(8)]} {words[dice.Next(8)]} {words[dice.Next(8)]} {i}",
            feed: $"feed_{dice.Next(9)}",
            topics: [Topic(dice.Next(6))],
            audience: dice.Next(9) == 0 ? ArticleAudience.Colleagues : ArticleAudience.Patients,
            daysOld: 60 * dice.NextDouble())).ToList();
        articles = [.. articles.Select((article, i) => i % 10 == 3 ? article with { StoryId = articles[dice.Next(articles.Count)].Id } : article)];
        var decided = articles.Where((_, i) => i % 25 == 0).Select(article => Decided(article, DecisionAction.Shared)).ToList();
        var practice = AnyPractice with { BlockedWords = ["salt"], BlockedSources = ["feed_5"] };
        const int most = 60;

        var stories = Rank(articles, practice, decided, count: most).Take(most).Select(ranked => ranked.Candidate.Article.Story).ToList();
        var places = articles.ConvertAll(article => (Told: Place(article), Expected: stories.IndexOf(article.Story) is >= 0 and var at ? at + 1 : (int?)null));
        Assert.All(places, place => Assert.Equal(place.Expected, place.Told));
        Assert.Equal(most, places.Max(place => place.Told));
        Assert.Contains(places, place => place.Told is null);

        // The order that goes to its end has what repeats a story last.
        var again = Make.Article($"{articles[0].Title} again", topics: [.. articles[0].Topics]);
        var whole = Rank([.. articles.Take(30), again], AnyPractice, decided).Select(ranked => ranked.Candidate.Article.Story).ToList();
        Assert.Equal(again.Story, whole[^1]);
        Assert.Equal(whole.Count, PlaceIn([.. articles.Take(30), again], AnyPractice, again, most));

        int? Place(Article article) => PlaceIn(articles, practice, article, most);

        int? PlaceIn(List<Article> all, Practice of, Article article, int deepest)
        {
            var (pool, context) = Question(all, of, decided, new RankingOptions(), []);
            return SuggestionRanker.PlaceOf(article.Story, pool, context, deepest);
        }
    }

    private static Article[] Story(params string[] feeds) =>
        [.. feeds.Select((feed, i) => Make.Article($"s{i}", feed, daysOld: 1 + i) with { StoryId = Make.Article("s0").Id })];

    private static string Topic(int i) => TopicCatalog.All[i % TopicCatalog.All.Length].Slug;

    [Fact]
    public void A_word_that_all_articles_say_has_no_end_of_them_read_for_a_page()
    {
        var practice = AnyPractice with { BlockedWords = ["gossip"] };
        var articles = Enumerable.Range(0, CandidatePool.MostRefused + 1000).Select(i => Make.Article($"gossip {i}", daysOld: 1 + (i / 1000.0))).Append(Make.Article("last", daysOld: 300));
        var withFirst = articles.Prepend(Make.Article("first"));
        Assert.Equal(["first"], Titles(Rank(withFirst, practice, count: 5)));
        Assert.Equal(["first", "last"], Titles(Rank(withFirst.Take(1).Concat(articles.Skip(1500)), practice, count: 5)));
        Assert.Equal(["last"], Titles(Rank(articles, practice, count: 5)));
    }
}
