using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Refresh;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh;

public sealed class RefreshFlowTests : IAsyncLifetime
{
    private const string News = "https://news.example.org/feed";
    private const string Journal = "https://journal.example.org/feed";
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _host = new WellreadHost().WithFeeds(
            _web,
            $"text=\"Family News\" xmlUrl=\"{News}\" publisher=\"news\" audience=\"consumer\" language=\"en\"",
            $"text=\"Heart Journal\" xmlUrl=\"{Journal}\" publisher=\"journal\" audience=\"professional\" language=\"en\"");
        _web.Respond(News, Rss(
            ("Eat more vegetables to help your heart", "A plate with more vegetables can help your heart and your blood pressure. Try to fill half of your plate with them.", 1),
            ("Five easy ways to sleep better tonight", "Go to bed at the same time each night. Keep your room dark and cool, and put your phone away.", 2)));
        _web.Respond(Journal, RssOf("trial", ("Angiotensin receptor neprilysin inhibition in chronic heart failure: a randomised controlled trial",
                "Background: neprilysin inhibition reduces mortality. Methods: patients with reduced ejection fraction were randomised. Results: hazard ratio 0.80 (95% CI 0.73-0.87; P<0.001).", 1)));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_becomes_suggestions_with_reasons_and_links_and_a_journal_goes_to_colleagues()
    {
        var client = _host.CreateClient();
        var job = await _host.RefreshAsync();
        Assert.Equal((RefreshStatus.Finished, 2, 3), (job.Status, job.Feeds.Length, job.Feeds.Sum(feed => feed.NewArticles)));

        var patients = (await client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray();
        Assert.Equal(2, patients.Count);
        Assert.All(patients, item =>
        {
            Assert.Equal("patients", (string?)item!["audience"]);
            Assert.NotEmpty(item["reasons"]!.AsArray());
            Assert.Contains("facebook", item["links"]!["share"]!.AsObject().Select(pair => pair.Key));
        });
        var share = await client.GetJsonAsync((string)patients[0]!["links"]!["share"]!["facebook"]!);
        Assert.StartsWith("https://www.facebook.com/", (string?)share["shareUrl"]);

        var colleagues = (await client.GetJsonAsync("/api/v1/suggestions?channel=linkedin"))["items"]!.AsArray();
        Assert.Equal("Heart Journal", (string?)Assert.Single(colleagues)!["source"]!["name"]);
    }

    [Fact]
    public async Task Only_feeds_that_are_due_are_visited()
    {
        await _host.RefreshAsync();
        Assert.True(_host.Get<NewArticles>().HearAsync(CancellationToken.None).IsCompletedSuccessfully);
        Assert.Equal(0, (await _host.RefreshAsync()).Due);
        Assert.Equal(1, _web.Count(News));
        Assert.False(_host.Get<NewArticles>().HearAsync(CancellationToken.None).IsCompleted);
        _host.Time.Advance(TimeSpan.FromDays(1.2));
        Assert.Equal(2, (await _host.RefreshAsync()).Due);
        Assert.Equal(2, _web.Count(News));
    }

    [Fact]
    public async Task A_second_request_for_a_refresh_shows_the_one_that_runs()
    {
        var arrived = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        _web.Respond(News, async _ =>
        {
            arrived.TrySetResult();
            await goOn.Task;
        });
        var client = _host.CreateClient();
        var first = await client.PostJsonAsync("/api/v1/refreshes", null, HttpStatusCode.Accepted);
        await arrived.Task;
        var second = await client.PostJsonAsync("/api/v1/refreshes", null, HttpStatusCode.Accepted);
        Assert.Equal((string?)first["id"], (string?)second["id"]);
        Assert.Equal("running", (string?)second["status"]);
        goOn.SetResult();
        await _host.Get<RefreshRunner>().WaitAsync(CancellationToken.None);
        Assert.Equal("finished", (string?)(await client.GetJsonAsync($"/api/v1/refreshes/{(string)first["id"]!}"))["status"]);
    }

    [Fact]
    public async Task One_feed_can_be_refreshed_before_its_time_but_not_twice_a_minute()
    {
        var client = _host.CreateClient();
        await _host.RefreshAsync();
        var path = $"/api/v1/feeds/{FeedId.Of(new Uri(News))}/refresh";
        _host.Time.Advance(TimeSpan.FromSeconds(30));
        using (var early = await client.PostAsync(path, null))
        {
            await Api.ProblemAsync(early, HttpStatusCode.TooManyRequests, "too-soon");
            Assert.Equal(TimeSpan.FromSeconds(30), early.Headers.RetryAfter!.Delta);
        }

        _host.Time.Advance(TimeSpan.FromSeconds(30));
        var job = await client.PostJsonAsync(path, null, HttpStatusCode.Accepted);
        await _host.Get<RefreshRunner>().WaitAsync(CancellationToken.None);

        Assert.Equal("Family News", (string?)Assert.Single((await client.GetJsonAsync($"/api/v1/refreshes/{(string)job["id"]!}"))["feeds"]!.AsArray())!["title"]);
        Assert.Equal((2, 1), (_web.Count(News), _web.Count(Journal)));
    }

    [Fact]
    public async Task A_publisher_that_asks_for_patience_is_not_visited_on_demand()
    {
        _web.Respond(News, "", 429, headers: ("Retry-After", "7200"));
        var client = _host.CreateClient();
        await _host.RefreshAsync();
        _host.Time.Advance(TimeSpan.FromHours(1));
        using var response = await client.PostAsync($"/api/v1/feeds/{FeedId.Of(new Uri(News))}/refresh", null);
        await Api.ProblemAsync(response, HttpStatusCode.TooManyRequests, "too-soon");
        Assert.Equal(1, _web.Count(News));
    }

    [Fact]
    public async Task A_feed_that_is_not_there_can_t_be_refreshed()
    {
        using var response = await _host.CreateClient().PostAsync("/api/v1/feeds/feed_nothing/refresh", null);
        await Api.ProblemAsync(response, HttpStatusCode.NotFound, "unknown-feed");
    }

    [Fact]
    public async Task What_is_wrong_with_a_feed_is_said_in_words_and_what_was_stored_stays()
    {
        var client = _host.CreateClient();
        await _host.RefreshAsync();
        var broken = new (string Body, string Type, string Outcome)[]
        {
            ("<!DOCTYPE html><html><head><title>Hello</title></head><body><p>Welcome</p></body></html>", "text/html", "web-page"),
            ("", "application/rss+xml", "empty"),
            ("<rss version=\"2.0\"><channel><title>Nothing here</title></channel></rss>", "application/rss+xml", "no-items"),
        };
        foreach (var (body, type, outcome) in broken)
        {
            _web.Respond(News, body, contentType: type);
            _host.Time.Advance(TimeSpan.FromDays(2));
            var visit = (await _host.RefreshAsync()).Feeds.Single(feed => feed.Title == "Family News");
            Assert.Equal(outcome, visit.Outcome);
            Assert.EndsWith(".", visit.Message);
        }

        Assert.Equal(2, (await client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_feed_that_is_cut_short_gives_the_items_that_arrived_whole()
    {
        var whole = Rss(("Eat more vegetables to help your heart", "More vegetables can help your heart.", 1), ("Walk a little every day", "A short walk each day is good for you.", 2));
        _web.Respond(News, whole[..whole.LastIndexOf("<pubDate>", StringComparison.Ordinal)]);
        var visit = (await _host.RefreshAsync()).Feeds.Single(feed => feed.Title == "Family News");
        Assert.Equal("fetched", visit.Outcome);
        Assert.InRange(visit.NewArticles, 1, 2);
    }

    [Fact]
    public async Task A_changed_headline_changes_the_suggestion_and_not_its_id()
    {
        var client = _host.CreateClient();
        await _host.RefreshAsync();
        var before = await IdsAsync(client);
        _web.Respond(News, Rss(
            ("Eat more vegetables and fruit to help your heart", "A plate with more vegetables can help your heart and your blood pressure. Try to fill half of your plate with them.", 1),
            ("Five easy ways to sleep better tonight", "Go to bed at the same time each night. Keep your room dark and cool, and put your phone away.", 2)));
        _host.Time.Advance(TimeSpan.FromDays(2));
        var visit = (await _host.RefreshAsync()).Feeds.Single(feed => feed.Title == "Family News");
        Assert.Equal((0, 1), (visit.NewArticles, visit.ChangedArticles));
        Assert.Equal(before.Order(), (await IdsAsync(client)).Order());
        Assert.Contains("fruit", (await client.GetJsonAsync("/api/v1/suggestions")).ToJsonString());
    }

    [Fact]
    public async Task Samples_stand_in_until_a_feed_delivers_and_never_in_production()
    {
        await using var trial = new WellreadHost().With("environment", "Development").WithFeeds(_web, $"text=\"Family News\" xmlUrl=\"{News}\" language=\"en\"");
        var client = trial.CreateClient();
        var before = await client.GetJsonAsync("/api/v1/suggestions");
        Assert.True((bool)before["samples"]!);
        Assert.All(before["items"]!.AsArray(), item => Assert.True((bool)item!["sample"]! && ((string)item["url"]!).StartsWith("https://example.org/", StringComparison.Ordinal)));
        Assert.NotEmpty(before["items"]!.AsArray());
        await trial.RefreshAsync();
        var after = await client.GetJsonAsync("/api/v1/suggestions");
        Assert.False((bool)after["samples"]!);
        Assert.All(after["items"]!.AsArray(), item => Assert.False((bool)item!["sample"]!));

        Assert.Empty((await _host.CreateClient().GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray());
    }

    private static async Task<IEnumerable<string>> IdsAsync(HttpClient client) =>
        (await client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Select(item => (string)item!["id"]!);

    [Fact]
    public async Task What_somebody_else_writes_into_an_article_meanwhile_is_kept()
    {
        WatchedStorage? watched = null;
        await using var host = new WellreadHost().WithFeeds(_web, $"text=\"Family News\" xmlUrl=\"{News}\"").With(services =>
        {
            var storage = services.Last(service => service.ServiceType == typeof(IStorage));
            services.AddSingleton<IStorage>(provider => watched = new WatchedStorage((IStorage)storage.ImplementationFactory!(provider)));
        });
        host.CreateClient().Dispose();
        await host.RefreshAsync();
        var article = host.Get<SuggestionState>().Current.Live.Articles.Single(one => one.Title.StartsWith("Five easy", StringComparison.Ordinal));

        _web.Respond(News, Rss(
            ("Eat more vegetables to help your heart", "A plate with more vegetables can help your heart and your blood pressure. Try to fill half of your plate with them.", 1),
            ("Six easy ways to sleep better tonight", "Go to bed at the same time each night. Keep your room dark and cool, and put your phone away.", 2)));
        host.Time.Advance(TimeSpan.FromDays(1));
        watched!.BeforeCommit = LookAsync;
        await host.RefreshAsync();
        var stored = (await host.Get<ArticleStore>().GetAsync(article.Id, CancellationToken.None))!;
        Assert.Equal(("Six easy ways to sleep better tonight", PageState.Paywalled), (stored.Title, stored.Page?.State));

        async Task LookAsync(StorageBatch batch)
        {
            if (!batch.Writes.OfType<StorageWrite.Put>().Any(put => put.Id == article.Id))
            {
                watched.BeforeCommit = LookAsync;
                return;
            }

            var seen = new StorageBatch(Partitions.Library);
            ArticleStore.Put(seen, article with { Page = new PageCheck(host.Time.GetUtcNow(), PageState.Paywalled) });
            await watched.CommitAsync(seen, CancellationToken.None);
        }
    }

    private static string Rss(params (string Title, string Text, int DaysOld)[] items) => RssOf("news", items);

    private static string RssOf(string name, params (string Title, string Text, int DaysOld)[] items) =>
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>A feed</title><link>https://news.example.org/</link><description>For tests</description>"
        + string.Concat(items.Select((item, i) =>
            $"<item><title>{item.Title.Replace("<", "&lt;")}</title><link>https://news.example.org/{name}/{i}</link><description>{item.Text.Replace("<", "&lt;")}</description>"
            + $"<pubDate>{Make.Morning.AddDays(-item.DaysOld):R}</pubDate></item>"))
        + "</channel></rss>";
}
