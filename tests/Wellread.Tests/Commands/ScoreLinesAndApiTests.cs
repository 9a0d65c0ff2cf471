using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wellread.Commands;
using Wellread.Scoring;
using Wellread.Tests.Support;

namespace Wellread.Tests.Commands;

/// <summary><c>score --jsonl</c> and <c>POST /api/v1/scores</c> say the same of the same title and text.</summary>
public sealed class ScoreLinesAndApiTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new();
    private HttpClient _client = null!;

    public static TheoryData<string?, string?> Texts { get; } = new()
    {
        { "Walk a little every day to help your heart", "A short walk each day can lower hypertension. Start with ten minutes. Ask your doctor if you are not sure." },
        { "Flu shots", null },
        { null, "Take your pills at the same time each day. Keep a list of them in your bag." },
        { "Camine cada día para cuidar su corazón", "La hipertensión es frecuente. Lávese las manos y consulte a su médico." },
        { "Gripe", "" },
        { "Pharmacokinetics of subcutaneous semaglutide in subjects with hepatic impairment", "Exposure was evaluated in a multicenter, open-label study. Geometric mean ratios did not differ." },
        { "Senate votes on the budget", "The bill now goes to the House. Leaders hope for a vote by Friday." },
        { "Sponsored: Try our new gummies for sleep", "Order today and save 40 percent." },
        { "Meet our new pediatrician", "She joined our clinic in November. Book online." },
        { "Les bienfaits de la marche pour le cœur et les poumons", "Il est bon de marcher avec des amis dans les bois." },
        { "Worried about a friend who talks of suicide?", "Stay with them and listen. Call or text 988." },
    };

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task They_say_the_same(string? title, string? text)
    {
        using var response = await _client.PostAsJsonAsync("/api/v1/scores", new { title, text });
        response.EnsureSuccessStatusCode();
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;

        var line = Line(title, text, withGate: true);

        Assert.Equal((string?)answer["verdict"], (string?)line["verdict"]);
        Assert.Equal((double)answer["probability"]!, (double)line["probability"]!, 0.001);
        Assert.Equal((double?)answer["reading"]!["grade"], (double?)line["grade"]);
        double? difficulty = (double?)line["difficulty"] is { } figure ? Math.Round(figure, 2) : null;
        Assert.Equal((double?)answer["difficulty"], difficulty);
    }

    [Fact]
    public void Without_the_gate_the_verdict_says_only_for_whom_it_reads()
    {
        var (reads, isAbout) = (Line("Senate votes on the budget", "The bill now goes to the House. Leaders hope for a vote by Friday.", withGate: false), Line("Senate votes on the budget", "The bill now goes to the House. Leaders hope for a vote by Friday.", withGate: true));
        Assert.Equal(("patients", "neither"), ((string?)reads["verdict"], (string?)isAbout["verdict"]));
        Assert.Equal((double)reads["probability"]!, (double)isAbout["probability"]!);
    }

    private JsonNode Line(string? title, string? text, bool withGate)
    {
        using var output = new MemoryStream();
        using var lines = new ScoreLines(_host.Get<TextScoring>(), output) { WithGate = withGate };
        Assert.True(lines.Run(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { id = 1, title, text })), _ => { }));
        return JsonNode.Parse(output.ToArray())!;
    }
}
