using System.Net;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>No answer is given out again once it would be made another way.</summary>
public sealed class AnswerBasisTests : ReadyStage
{
    [Fact]
    public async Task What_was_decided_is_gone_at_once_and_other_practices_keep_their_answer()
    {
        await BytesAsync(Mine);
        await BytesAsync("?practice=theirs");
        var id = (await ShownAsync(Mine))[0];
        await Client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "approve" }, HttpStatusCode.Created);
        Assert.False(IsReady(Mine));
        Assert.DoesNotContain(id, await ShownAsync(Mine));
        Assert.True(IsReady("?practice=theirs"));
        Assert.Contains(id, await ShownAsync("?practice=theirs"));
    }

    [Fact]
    public async Task An_article_that_arrives_is_seen_at_once_and_one_for_other_readers_changes_nothing()
    {
        await BytesAsync(Mine);
        await StoreAsync(Make.Article("informe", language: "es"), Make.Article("trial", audience: ArticleAudience.Colleagues));
        Assert.True(IsReady(Mine));
        await StoreAsync(Make.Article("new", daysOld: 0));
        Assert.Contains(SuggestionId.Of(Make.Article("new").Id), await ShownAsync(Mine));
        await StoreAsync(Make.Article("again", feed: "feed_3", daysOld: 2) with { StoryId = Make.Article("new").Id });
        var items = (await Client.GetJsonAsync($"/api/v1/suggestions{Mine}"))["items"]!.AsArray();
        Assert.Equal(2, items.Single(item => (string?)item!["title"] == "new")!["sources"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_somebody_asked_for_is_made_anew_before_an_article_is_there_and_only_once()
    {
        var before = await BytesAsync(Mine);
        await StoreAsync(Make.Article("new", daysOld: 0));
        Assert.True(IsReady(Mine));
        var after = await BytesAsync(Mine);
        Assert.NotEqual(before, after);
        Assert.Contains("\"new\"", System.Text.Encoding.UTF8.GetString(after));
        await StoreAsync(Make.Article("newer", daysOld: 0));
        await StoreAsync(Make.Article("newest", daysOld: 0));
        Assert.False(IsReady(Mine));
        Assert.Contains("\"newest\"", System.Text.Encoding.UTF8.GetString(await BytesAsync(Mine)));
    }

    [Fact]
    public async Task What_comes_in_for_a_later_page_leaves_this_one_as_it_is_and_is_there_on_the_next()
    {
        var (tag, before) = (await TagAsync(Mine), await BytesAsync(Mine));
        var late = Make.Article("late", daysOld: 90);
        for (var i = 0; i < 2; i++)
        {
            Host.Time.Advance(TimeSpan.FromSeconds(1));
            await StoreAsync(i == 0 ? late : Make.Article("later", daysOld: 100));
            Assert.True(IsReady(Mine));
        }

        Assert.Equal(tag, await TagAsync(Mine));
        Assert.NotEqual(before, await BytesAsync(Mine));
        var (seen, next) = (await ShownAsync(Mine), Mine);
        while ((string?)(await Client.GetJsonAsync($"/api/v1/suggestions{next}"))["nextCursor"] is { } cursor) seen.AddRange(await ShownAsync(next = $"{Mine}&cursor={cursor}"));
        Assert.Equal(14, seen.Distinct().Count());
        Assert.Contains(SuggestionId.Of(late.Id), seen);
    }

    [Fact]
    public async Task Settings_feeds_and_the_store_count_too()
    {
        await BytesAsync(Mine);
        Host.Get<CurrentPractices>().Change([new Practice { Id = "mine", Languages = ["es"], Version = 2 }]);
        Assert.Empty(await ShownAsync(Mine));
        // Taken away and set up anew, it may have a version that it had before.
        Host.Get<CurrentPractices>().Change([new Practice { Id = "mine", Languages = ["en"], Version = 2 }]);
        Assert.Equal(5, (await ShownAsync(Mine)).Count);
        await BytesAsync("");
        Host.Get<CurrentCatalog>().Change([new FeedSetting { FeedId = "feed_0", Removed = true }], []);
        Assert.False(IsReady(""));
        await BytesAsync("");
        Host.Get<SuggestionState>().Change(current => current with { Stale = true });
        Assert.Contains("\"stale\":true", await Client.GetStringAsync("/api/v1/suggestions"));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task It_is_kept_for_an_hour_at_most(int minutes, bool ready)
    {
        await BytesAsync(Mine);
        Host.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(ready, IsReady(Mine));
    }

    [Fact]
    public async Task A_snooze_that_ends_and_a_day_that_begins_are_seen_to_the_second()
    {
        var id = (await ShownAsync(Mine))[0];
        var until = Host.Time.GetUtcNow().AddHours(1);
        await Client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "snooze", until }, HttpStatusCode.Created);
        Host.Time.Advance(TimeSpan.FromMinutes(59.5));
        Assert.DoesNotContain(id, await ShownAsync(Mine));
        Host.Time.Advance(TimeSpan.FromMinutes(0.5));
        Assert.Contains(id, await ShownAsync(Mine));

        Host.Time.Advance(Host.Time.GetUtcNow().Date.AddDays(1) - Host.Time.GetUtcNow().UtcDateTime - TimeSpan.FromSeconds(1));
        await BytesAsync(Mine);
        Assert.True(IsReady(Mine));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(IsReady(Mine));
    }

    [Fact]
    public async Task What_another_instance_dated_ahead_is_seen_at_its_time()
    {
        var arriving = Make.Article("ahead", daysOld: 0) with { FirstSeen = Host.Time.GetUtcNow().AddSeconds(30) };
        await StoreAsync(arriving);
        Assert.DoesNotContain(SuggestionId.Of(arriving.Id), await ShownAsync(Mine));
        Host.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.True(IsReady(Mine));
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(IsReady(Mine));
        Assert.Contains(SuggestionId.Of(arriving.Id), await ShownAsync(Mine));
    }

    [Fact]
    public async Task A_post_that_is_planned_counts_from_when_it_is_out()
    {
        var id = (await ShownAsync(Mine))[0];
        var sharedAt = Host.Time.GetUtcNow().AddMinutes(10);
        await Client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "shared", channel = "facebook", sharedAt }, HttpStatusCode.Created);
        await BytesAsync(Mine);
        Host.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(IsReady(Mine));
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(IsReady(Mine));
    }

    [Fact]
    public async Task What_a_store_says_again_leaves_an_answer_as_it_is()
    {
        var id = (await ShownAsync(Mine))[0];
        await Client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=mine", new { action = "approve" }, HttpStatusCode.Created);
        await BytesAsync(Mine);
        await Host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.True(IsReady(Mine));
    }
}
