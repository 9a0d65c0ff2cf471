using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Rules;

/// <summary>The API's description is a promise: it changes only on purpose, and every word of it is there.</summary>
public sealed class ContractTests
{
    private static readonly string Snapshot = Repository.Path("tests", "Wellread.Tests", "Rules", "openapi.v1.json");

    [Fact]
    public async Task The_description_changes_only_on_purpose()
    {
        var actual = Indented(await DescriptionAsync());
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(Snapshot, actual);
        Assert.True(
            await File.ReadAllTextAsync(Snapshot) == actual,
            "The API's description differs from tests/Wellread.Tests/Rules/openapi.v1.json. If that is meant, run the tests once with UPDATE_SNAPSHOTS=1.");
    }

    [Fact]
    public async Task Every_operation_is_explained_to_an_editor()
    {
        foreach (var (name, operation) in Operations(await DescriptionAsync()))
        {
            var summary = (string?)operation["summary"];
            Assert.False(string.IsNullOrWhiteSpace(summary), $"{name} has no summary");
            Assert.True(summary!.Length <= 40, $"{name} has a summary of over 40 characters");
            Assert.True(operation["tags"] is JsonArray { Count: 1 }, $"{name} has not one tag");
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                Assert.False(string.IsNullOrWhiteSpace((string?)parameter!["description"]), $"{name}: {parameter["name"]} is not described");
        }
    }

    [Fact]
    public async Task Every_error_is_problem_json()
    {
        foreach (var (name, operation) in Operations(await DescriptionAsync()).Where(pair => pair.Name.Contains("/api/", StringComparison.Ordinal)))
        {
            foreach (var (status, response) in operation["responses"]!.AsObject().Where(pair => pair.Key[0] is '4' or '5'))
                Assert.True(response!["content"] is JsonObject { Count: 1 } content && content.ContainsKey("application/problem+json"), $"{name} {status}");
        }
    }

    [Fact]
    public async Task Api_http_has_every_operation()
    {
        var lines = (await File.ReadAllLinesAsync(Repository.Path("api.http"))).Where(line => Regex.IsMatch(line, "^(GET|POST|PUT|PATCH|DELETE) ")).ToList();
        foreach (var (name, _) in Operations(await DescriptionAsync()))
        {
            var pattern = "^" + Regex.Replace(name, @"\{[^}]+\}", "[^/?]+").Replace(" /", @" \{\{host\}\}/", StringComparison.Ordinal) + @"($|\?)";
            Assert.True(lines.Exists(line => Regex.IsMatch(line, pattern)), $"api.http lacks {name}");
        }
    }

    private static async Task<JsonNode> DescriptionAsync()
    {
        await using var host = new WellreadHost();
        using var response = await host.CreateClient().GetAsync("/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static string Indented(JsonNode node) =>
        node.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode description) =>
        from path in description["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);
}
