using System.Net;
using Wellread.Articles;
using Wellread.Refresh;
using Wellread.Scoring;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh;

/// <summary>Stored articles follow the model and the rules. On each engine, with whole hosts that share a store.</summary>
public abstract class RescoringTests : RescoringStage
{
    [SkippableFact]
    public async Task Every_stored_article_is_scored_anew_in_batches_with_progress_to_see()
    {
        var host = Host("a", Committed);
        await StoreAsync(host, Old(250));
        Assert.Equal("patients", (string?)(await FirstAsync(host))["audience"]);

        Assert.Equal(RescoringStep.Rescored, await StepAsync(host));
        Assert.Equal((250, Rescorer.BatchSize, null), Progress(host));
        Assert.Contains("100 of 250 stored articles are scored anew.", await HealthAsync(host));
        var rescoring = (await host.CreateClient().GetJsonAsync("/api/v1/model"))["rescoring"]!;
        Assert.Equal(("running", 250, 100, null), ((string?)rescoring["status"], (int?)rescoring["total"], (int?)rescoring["done"], rescoring["finishedAt"]));
        Assert.Equal(2, await FinishAsync(host));
        Assert.Equal((250, 250, host.Time.GetUtcNow()), Progress(host));
        Assert.Contains("250 stored articles were scored anew by 23 November 2026 at 08:00 UTC.", await HealthAsync(host));

        Assert.All(await StoredAsync(host), article =>
        {
            Assert.True(host.Get<ArticleScoring>().IsCurrent(article));
            Assert.NotEqual(0.123, article.Assessment!.Probability);
        });
        await host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(host.Get<FriendlinessScorer>().ModelVersion, (string?)(await FirstAsync(host))["modelVersion"]);
        Assert.Equal(RescoringStep.UpToDate, await StepAsync(host));
    }

    [SkippableFact]
    public async Task What_was_decided_stays_and_so_does_all_that_scoring_does_not_say()
    {
        var host = Host("a", Committed);
        var before = Old(1)[0] with { StoryId = "art_other", ImageUrl = "https://news.example/a.png", Author = "Ann", LastSeen = Make.Morning, Categories = ["Insomnia", "Sleep apnea"] };
        await StoreAsync(host, [before]);
        var id = (string)(await FirstAsync(host))["id"]!;
        await host.CreateClient().PostJsonAsync($"/api/v1/suggestions/{id}/decisions", new { action = "shared", channel = "x" }, HttpStatusCode.Created);
        await FinishAsync(host);

        var after = Assert.Single(await StoredAsync(host));
        Assert.Equal(before with { Assessment = after.Assessment, Topics = after.Topics, Categories = after.Categories, SensitiveTopics = after.SensitiveTopics }, after with { AlsoFrom = before.AlsoFrom });
        Assert.Contains("sleep", after.Topics);
        Assert.Equal(["Insomnia", "Sleep apnea"], after.Categories.AsEnumerable());
        await host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Empty((await host.CreateClient().GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray());
        Assert.Equal("shared", (string?)(await host.CreateClient().GetJsonAsync($"/api/v1/suggestions/{id}/decisions"))["items"]![0]!["action"]);
    }

    [SkippableFact]
    public async Task A_run_that_was_killed_goes_on_where_it_was_and_the_dead_one_can_t_write()
    {
        var killed = Host("a", Committed);
        await StoreAsync(killed, Old(250));
        await StepAsync(killed);

        var next = Host("b", Committed);
        Assert.Equal(RescoringStep.Elsewhere, await StepAsync(next));
        Assert.Equal((250, 100, null), Progress(next));
        next.Time.Advance(TimeSpan.FromSeconds(31));
        await ExpireAsync(next, "rescoring");
        Assert.Equal(RescoringStep.Rescored, await StepAsync(next));
        Assert.Equal((250, 200, null), Progress(next));

        // The first was only asleep.
        Assert.Equal(RescoringStep.Elsewhere, await StepAsync(killed));
        Assert.Equal(1, await FinishAsync(next));
        Assert.Equal((250, 250, next.Time.GetUtcNow()), Progress(next));
        Assert.Equal(Make.Morning, next.Get<CurrentRescoring>().Progress!.StartedAt);
        Assert.Equal([2L], (await VersionsAsync(next)).Distinct());
    }

    [SkippableFact]
    public async Task An_instance_that_is_stopped_leaves_the_rest_to_the_next_at_once()
    {
        var first = Host("a", Committed);
        await StoreAsync(first, Old(150));
        await StepAsync(first);
        await first.DisposeAsync();
        Hosts.Remove(first);

        var next = Host("b", Committed);
        Assert.Equal(RescoringStep.Rescored, await StepAsync(next));
        Assert.Equal((150, 150, next.Time.GetUtcNow()), Progress(next));
    }

    [SkippableFact]
    public async Task What_a_feed_brings_meanwhile_is_not_overwritten_and_what_was_dropped_does_not_come_back()
    {
        WatchedStorage? watched = null;
        var host = Host("a", Committed, storage => watched = new WatchedStorage(storage));
        var old = Old(3);
        await StoreAsync(host, old);
        var corrected = host.Get<ArticleScoring>().Assess(old[0] with { Title = "Put right: walk a little every day" });
        watched!.BeforeCommit = async _ =>
        {
            var batch = new StorageBatch(Partitions.Library);
            ArticleStore.Put(batch, corrected);
            ArticleStore.Remove(batch, old[1].Id);
            await watched.CommitAsync(batch, CancellationToken.None);
        };
        await FinishAsync(host);

        var stored = await StoredAsync(host);
        Assert.Equal(new[] { old[0].Id, old[2].Id }.Order(), stored.Select(article => article.Id).Order());
        Assert.Equal(corrected.Title, stored.Single(article => article.Id == old[0].Id).Title);
        Assert.All(stored, article => Assert.True(host.Get<ArticleScoring>().IsCurrent(article)));
    }

    [SkippableFact]
    public async Task A_store_that_fails_in_the_middle_costs_nothing_but_time()
    {
        WatchedStorage? watched = null;
        var host = Host("a", Committed, storage => watched = new WatchedStorage(storage));
        await StoreAsync(host, Old(150));
        await StepAsync(host);
        watched!.BeforeCommit = _ => throw new StorageUnavailableException("away");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => StepAsync(host));
        Assert.Equal((150, 100, null), Progress(host));

        Assert.Equal(RescoringStep.Rescored, await StepAsync(host));
        Assert.Equal((150, 150, host.Time.GetUtcNow()), Progress(host));
    }

    [SkippableFact]
    public async Task While_the_store_is_away_nothing_is_tried()
    {
        var host = Host("a", Committed);
        await StoreAsync(host, Old(5));
        host.Get<SuggestionState>().Change(snapshot => snapshot with { Stale = true });
        Assert.Equal(RescoringStep.StoreAway, await StepAsync(host));
        await host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(1, await FinishAsync(host));
    }

    [SkippableFact]
    public async Task Another_model_at_run_time_sets_it_going_again()
    {
        var host = Host("a", Committed);
        await StoreAsync(host, Old(20));
        await FinishAsync(host);
        var first = host.Get<CurrentRescoring>().Progress!.Version;

        host.Time.Advance(TimeSpan.FromHours(1));
        PutModel("a", Other);
        host.Get<CurrentModel>().Refresh();
        Assert.Equal(1, await FinishAsync(host));

        Assert.NotEqual(first, host.Get<CurrentRescoring>().Progress!.Version);
        Assert.Equal((20, 20, host.Time.GetUtcNow()), Progress(host));
        Assert.All(await StoredAsync(host), article => Assert.Equal(host.Get<FriendlinessScorer>().ModelVersion, article.Assessment!.ModelVersion));
    }

    [SkippableFact]
    public async Task Other_rules_set_it_going_and_topics_are_found_anew()
    {
        var host = Host("a", Committed);
        var scored = host.Get<ArticleScoring>().Assess(Old(1)[0]);
        await StoreAsync(host, [scored with { Topics = ["dental"], SensitiveTopics = ["abuse"], Assessment = scored.Assessment! with { RulesVersion = "rules-of-before" } }]);
        await FinishAsync(host);

        var article = Assert.Single(await StoredAsync(host));
        Assert.Contains("heart", article.Topics);
        Assert.DoesNotContain("dental", article.Topics);
        Assert.Empty(article.SensitiveTopics);
        Assert.Equal(ScoringRules.Version, article.Assessment!.RulesVersion);
    }

    [SkippableFact]
    public async Task Formulas_that_stand_in_do_not_replace_what_a_model_said()
    {
        var host = Host("a", []);
        await StoreAsync(host, Old(5));
        Assert.Equal(RescoringStep.NoModel, await StepAsync(host));
        Assert.All(await StoredAsync(host), article => Assert.Equal(0.123, article.Assessment!.Probability));

        PutModel("a", Committed);
        host.Get<CurrentModel>().Refresh();
        Assert.Equal(1, await FinishAsync(host));
        Assert.All(await StoredAsync(host), article => Assert.True(host.Get<ArticleScoring>().IsCurrent(article)));
    }

    [SkippableFact]
    public async Task Samples_follow_the_model_too()
    {
        PutModel("a", []);
        var host = new WellreadHost().With("environment", "Development").With("Storage:Connection", Connection).With("Scoring:ModelPath", Models.Path("a"));
        Hosts.Add(host);
        host.CreateClient().Dispose();
        var samples = () => host.Get<SuggestionState>().Current.Samples.Articles.Where(article => article.Language == "en").Select(article => article.Assessment!.ModelVersion).Distinct();
        Assert.Equal([EnglishFormula.Version], samples());

        PutModel("a", Committed);
        host.Get<CurrentModel>().Refresh();
        Assert.Equal(RescoringStep.UpToDate, await StepAsync(host));
        Assert.Equal([host.Get<FriendlinessScorer>().ModelVersion], samples());
    }

    [SkippableFact]
    public async Task Of_two_instances_with_two_models_the_one_that_came_last_decides_while_it_is_there()
    {
        var first = Host("a", Committed);
        await StoreAsync(first, Old(20));
        await FinishAsync(first);

        var second = Host("b", Other);
        second.Time.Advance(TimeSpan.FromMinutes(1));
        first.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await FinishAsync(second));
        await first.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(RescoringStep.Elsewhere, await StepAsync(first));
        Assert.Equal([second.Get<FriendlinessScorer>().ModelVersion], (await StoredAsync(first)).Select(article => article.Assessment!.ModelVersion).Distinct());

        // It shows every ten minutes that it is there, so the first still keeps away.
        for (var i = 0; i < 4; i++)
        {
            foreach (var host in new[] { first, second }) host.Time.Advance(TimeSpan.FromMinutes(11));
            Assert.Equal(RescoringStep.Rescored, await StepAsync(second));
            Assert.Equal(RescoringStep.Elsewhere, await StepAsync(first));
        }

        first.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(1, await FinishAsync(first));
        Assert.Equal([first.Get<FriendlinessScorer>().ModelVersion], (await StoredAsync(first)).Select(article => article.Assessment!.ModelVersion).Distinct());
    }
}
