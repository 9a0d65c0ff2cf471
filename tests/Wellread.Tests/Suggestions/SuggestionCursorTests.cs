using System.Buffers.Text;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

public sealed class SuggestionCursorTests
{
    private static readonly string[] Feeds = [.. Enumerable.Range(0, 8).Select(i => $"feed_{i}")];

    private readonly FakeTimeProvider _time = new(Make.Morning);
    private readonly SuggestionState _state = new();
    private CurrentCatalog _catalog = Catalog(Feeds);
    private Practice _us = new() { Id = "default", Languages = ["en"] };

    [Fact]
    public void A_page_that_is_gone_makes_no_other_be_missed() =>
        NothingIsMissedAfter(first => Store([first.Article with { Page = new PageCheck(Make.Morning, PageState.Gone) { Since = Make.Morning } }]));

    [Fact]
    public void An_article_that_is_swept_makes_no_other_be_missed() =>
        NothingIsMissedAfter(first => _state.Change(current => current with { Live = current.Live.With([], [first.Article.Id]) }));

    [Fact]
    public void A_feed_that_is_removed_makes_no_other_be_missed() =>
        NothingIsMissedAfter(first => _catalog = Catalog([.. Feeds.Where(feed => feed != first.Article.Source.FeedId)]));

    [Fact]
    public void A_word_that_is_blocked_makes_no_other_be_missed() =>
        NothingIsMissedAfter(first => _us = _us with { BlockedWords = [first.Article.Title] });

    [Fact]
    public void An_article_that_is_scored_anew_comes_once() =>
        NothingIsMissedAfter(first => Store([first.Article with { Assessment = first.Article.Assessment! with { Probability = 0.2 } }]));

    [Theory]
    [InlineData(-8)]
    [InlineData(-700_000)]
    [InlineData(1)]
    public void A_cursor_of_another_time_does_not_hold(int days)
    {
        var cursor = new SuggestionCursor(Make.Morning.AddDays(days), 10, "", "");
        Assert.Equal(cursor, SuggestionCursor.Decode(cursor.Encode()));
        Assert.False(cursor.Holds(Make.Morning));
    }

    [Fact]
    public void A_cursor_holds_for_seven_days_and_not_beyond_the_end_of_the_list()
    {
        var cursor = new SuggestionCursor(Make.Morning, 10, "abcdefgh", "default|Patients||");
        Assert.True(cursor.Holds(Make.Morning.AddDays(7)));
        Assert.False((cursor with { Count = int.MaxValue }).Holds(Make.Morning));
        Assert.False((cursor with { Count = SuggestionCursor.MostShown }).Holds(Make.Morning));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("!!!")]
    [InlineData("MXx4fDN8")]
    [InlineData("MXx4fDN8.")]
    [InlineData("..")]
    public void A_text_that_is_no_cursor_is_told_apart(string text) => Assert.Null(SuggestionCursor.Decode(text));

    [Fact]
    public void No_text_whatever_is_more_than_no_cursor()
    {
        var random = new Random(5);
        var good = new SuggestionCursor(Make.Morning, 10, "abcdefghijklmnop", "default|Patients||").Encode();
        string[] numbers = ["0", "-1", "9223372036854775807", "3155378975999999999", "3155378976000000000", "2147483647", "2147483648", "x", ""];
        for (var i = 0; i < 20_000; i++)
        {
            var text = random.Next(3) switch
            {
                0 => new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(i % 2 == 0 ? 128 : 65536))]),
                1 => good.Remove(random.Next(good.Length), 1).Insert(random.Next(good.Length), ((char)random.Next(128)).ToString()),
                _ => $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{random.Next(4)}|{numbers[random.Next(9)]}|{numbers[random.Next(9)]}|default|Patients||"))}.",
            };
            if (SuggestionCursor.Decode(text) is not { } cursor || !cursor.Holds(Make.Morning)) continue;
            Assert.Equal(cursor, SuggestionCursor.Decode(cursor.Encode()));
            Find(10, cursor);
        }
    }

    /// <summary>More than a cursor remembers, in pages of ten, with something gone after each.</summary>
    [Fact]
    public void A_long_list_shows_everything_once_while_it_changes()
    {
        var all = Articles(400);
        Store(all);
        var page = Find(10, null);
        List<string> shown = [.. Stories(page)];
        for (var i = 0; page.Next is not null; i++)
        {
            var gone = page.Items[i % page.Items.Length].Candidate.Article;
            _state.Change(current => current with { Live = current.Live.With([], [gone.Id]) });
            page = Find(10, page.Next);
            shown.AddRange(Stories(page));
        }
        Assert.Empty(all.Select(article => article.Story).Except(shown));
        Assert.InRange(shown.Count, 400, 404);
    }

    private void NothingIsMissedAfter(Action<Candidate> change)
    {
        for (var place = 0; place < 10; place++)
        {
            var all = Articles(60);
            _state.Change(current => current with { Live = CandidateIndex.Of(all) });
            _catalog = Catalog(Feeds);
            _us = _us with { BlockedWords = [] };
            var page = Find(10, null);
            List<string> shown = [.. Stories(page)];
            change(page.Items[place].Candidate);
            var left = Find(100, null);
            while (page.Next is not null) shown.AddRange(Stories(page = Find(10, page.Next)));
            Assert.Empty(Stories(left).Except(shown));
            Assert.Equal(shown.Distinct(), shown);
        }
    }

    private static List<Article> Articles(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Make.Article($"piece{i}end", feed: Feeds[i * 7 % 8], topics: [TopicCatalog.All[i % 9].Slug], daysOld: 1 + (i / 3.0)))];

    private static IEnumerable<string> Stories(SuggestionPage page) => page.Items.Select(item => item.Candidate.Article.Story);

    private static CurrentCatalog Catalog(string[] feeds) => Make.Catalog([.. feeds.Select(feed => (feed, FeedRules.None))]);

    private void Store(IReadOnlyCollection<Article> articles) => _state.Change(current => current with { Live = current.Live.With(articles, []) });

    private SuggestionPage Find(int limit, SuggestionCursor? cursor) =>
        new SuggestionFinder(_state, _catalog, ObservanceCatalog.Empty, Options.Create(new RankingOptions()), _time).Find(new SuggestionQuery(_us, null, null, null, limit, cursor));
}
