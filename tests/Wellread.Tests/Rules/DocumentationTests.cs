using System.Reflection;
using Wellread.Platform;
using Wellread.Tests.Support;

namespace Wellread.Tests.Rules;

/// <summary>What the documents promise is what the code has.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public async Task Every_problem_is_listed_with_its_status()
    {
        var document = await File.ReadAllTextAsync(Repository.Path("docs", "problems.md"));
        foreach (var problem in Problems.All) Assert.Contains($"| `{problem.Code}` | {problem.Status} |", document);
        Assert.Equal(Problems.All.Count, document.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_list_of_problems_is_whole()
    {
        var declared = typeof(Problems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ProblemType>();
        Assert.Equal(declared.Select(problem => problem.Code).Order(), Problems.All.Select(problem => problem.Code).Order());
    }

    [Fact]
    public async Task Every_setting_is_documented()
    {
        var document = await File.ReadAllTextAsync(Repository.Path("docs", "configuration.md"));
        var sections = typeof(Problems).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null).ToList();
        Assert.True(sections.Count >= 5);
        foreach (var options in sections)
        {
            var section = (string)options.GetField("Section")!.GetRawConstantValue()!;
            foreach (var property in options.GetProperties()) Assert.Contains($"`{section}:{property.Name}`", document);
        }
    }

    [Fact]
    public async Task The_answer_in_the_README_is_of_the_model_that_ships()
    {
        var metrics = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("models", "metrics.json")))!;
        Assert.Contains($"\"modelVersion\": \"{(string?)metrics["model"]}\"", await File.ReadAllTextAsync(Repository.Path("README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("feeds/README.md")]
    [InlineData("docs/decisions.md")]
    public async Task Every_link_to_a_file_leads_somewhere(string document)
    {
        var path = Repository.Path(document);
        var links = System.Text.RegularExpressions.Regex.Matches(await File.ReadAllTextAsync(path), @"\]\((?!https?:|#)([^)#]+)");
        foreach (var link in links.Select(match => match.Groups[1].Value))
        {
            var target = Path.Combine(Path.GetDirectoryName(path)!, link);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{document} links to {link}, which is not there");
        }
    }

    [Fact]
    public async Task The_changelog_starts_with_what_is_unreleased()
    {
        var headings = (await File.ReadAllLinesAsync(Repository.Path("CHANGELOG.md"))).Where(line => line.StartsWith("## ", StringComparison.Ordinal));
        Assert.Equal("## Unreleased", headings.First());
    }
}
