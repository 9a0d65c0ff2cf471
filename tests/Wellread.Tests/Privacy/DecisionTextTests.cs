using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Privacy;

/// <summary>A text that comes with a decision is looked through before anything is decided.</summary>
public sealed class DecisionTextTests : IAsyncLifetime
{
    private const string Leak = "Thanks Karen! See you at your follow-up on March 3.";
    private static readonly string Path = $"/api/v1/suggestions/{SuggestionId.Of(Make.Article("lunch").Id)}/decisions";

    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("approve", null)]
    [InlineData("shared", "x")]
    public async Task A_text_that_tells_who_is_a_patient_stops_the_decision_and_is_not_repeated(string action, string? channel)
    {
        using var response = await PostAsync(new { action, channel, text = Leak });
        var problem = await Api.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "patient-information");

        var findings = problem["findings"]!.AsArray();
        var places = findings.ToDictionary(finding => (string)finding!["code"]!, finding => Leak[(int)finding!["start"]!..(int)finding["end"]!]);
        Assert.Equal(("Karen", "March 3"), (places["name"], places["date"]));
        Assert.Contains(findings, finding => (string?)finding!["severity"] == "block");
        Assert.All(findings, finding => Assert.NotEmpty((string)finding!["rule"]!));
        Assert.NotNull(problem["errors"]!["text"]);
        foreach (var word in new[] { "Karen", "follow-up", "March" }) Assert.DoesNotContain(word, problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await DecidedAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task A_text_in_Spanish_is_refused_in_Spanish()
    {
        using var response = await PostAsync(new { action = "approve", text = "Gracias María, nos vemos en su cita el 3 de marzo." });
        var problem = await Api.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "patient-information");

        Assert.StartsWith("No se decidió nada.", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains(problem["findings"]!.AsArray(), finding => ((string)finding!["rule"]!).StartsWith("Este día va unido", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_warning_lets_it_through_and_tells_what_to_look_at()
    {
        var place = new TextFinding("name", "warn", 4, 9, "This names a person.");
        await using var host = new WellreadHost().With(services =>
        {
            services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None)));
            services.AddSingleton<DecisionTextCheck>(_ => _ => new DecisionTextVerdict(IsBlocked: false, [place]));
        });
        await StoreAsync(host);
        var answer = await host.CreateClient().PostJsonAsync(Path, new { action = "approve", text = "Ask Karen." }, HttpStatusCode.Created);
        Assert.Equal("""[{"code":"name","severity":"warn","start":4,"end":9,"rule":"This names a person."}]""", answer["warnings"]!.ToJsonString());
        Assert.Empty((await host.CreateClient().GetJsonAsync(Path))["warnings"]!.AsArray());
    }

    [Theory]
    [InlineData("""{ "action": "approve", "text": "Eat well. Call our office at 415-555-0123." }""")]
    [InlineData("""{ "action": "shared", "channel": "facebook", "text": " " }""")]
    [InlineData("""{ "action": "reject", "reason": "notToday", "text": "" }""")]
    public async Task A_harmless_text_or_none_changes_nothing(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        using var response = await _client.PostAsync(Path, content);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Empty((await response.Content.ReadFromJsonAsync<JsonNode>())!["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_text_goes_only_with_what_is_posted()
    {
        using var undo = await PostAsync(new { action = "undo", text = "Eat well." });
        Assert.NotNull((await Api.ProblemAsync(undo, HttpStatusCode.BadRequest, "validation"))["errors"]!["text"]);
        using var tooLong = await PostAsync(new { action = "approve", text = new string('a', 65_537) });
        await Api.ProblemAsync(tooLong, HttpStatusCode.BadRequest, "validation");
        using var longest = await PostAsync(new { action = "approve", text = new string('é', 65_536) });
        Assert.Equal(HttpStatusCode.Created, longest.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(object decision) => _client.PostAsJsonAsync(Path, decision);

    private Task<JsonNode> DecidedAsync() => _client.GetJsonAsync(Path);

    private static async Task StoreAsync(WellreadHost host)
    {
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, Make.Article("lunch"));
        await host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}
