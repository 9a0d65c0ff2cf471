using System.Text.Json;
using Wellread.Privacy;
using Wellread.Tests.Support;
using Xunit.Abstractions;

namespace Wellread.Tests.Privacy;

/// <summary>The guard's figures on the labelled posts beside the project. docs/privacy.md publishes what was measured.</summary>
public sealed class GuardFiguresTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("posts_phi_authored.jsonl", 0.95)]
    [InlineData("asq_phi.jsonl", 0.95)]
    public void Posts_that_reveal_a_patient_are_found(string file, double least)
    {
        var posts = Posts(file).Where(post => post.Reveals).ToList();
        Assert.True(Share(file, posts, PostVerdict.Clear) <= 1 - least);
    }

    [SkippableTheory]
    [InlineData(0.05, "posts_negative_authored.jsonl", "posts_negative_gov.jsonl")]
    [InlineData(0.10, "asq_hard_negatives.jsonl")]
    public void Harmless_posts_are_left_alone(double most, params string[] files)
    {
        var posts = files.SelectMany(Posts).Where(post => !post.Reveals).ToList();
        Assert.True(1 - Share(string.Join(" and ", files), posts, PostVerdict.Clear) <= most);
    }

    [SkippableFact]
    public void Numbers_with_a_form_are_all_found()
    {
        foreach (var post in Posts("asq_phi.jsonl").Concat(Posts("posts_phi_authored.jsonl")))
        {
            var findings = PostGuard.Check(post.Text, PostMode.Post).Findings;
            foreach (var (start, end) in post.Numbers)
                Assert.True(findings.Any(finding => finding.Start < end && start < finding.End), $"'{post.Text[start..end]}' is missed in {post.Id}");
        }
    }

    private double Share(string name, List<LabelledPost> posts, PostVerdict verdict)
    {
        var missed = posts.Where(post => PostGuard.Check(post.Text, PostMode.Post).Verdict == verdict).ToList();
        output.WriteLine($"{name}: {missed.Count} of {posts.Count} are {verdict}");
        return (double)missed.Count / posts.Count;
    }

    private static List<LabelledPost> Posts(string file) => [.. File.ReadLines(SharedData.Path($"privacy/{file}")).Where(line => line.Length > 0).Select(LabelledPost.Read)];

    private sealed record LabelledPost(string Id, string Text, bool Reveals, IReadOnlyList<(int Start, int End)> Numbers)
    {
        public static LabelledPost Read(string line)
        {
            using var document = JsonDocument.Parse(line);
            var spans = document.RootElement.GetProperty("spans").EnumerateArray().ToList();
            return new LabelledPost(
                document.RootElement.GetProperty("id").GetString()!,
                document.RootElement.GetProperty("text").GetString()!,
                spans.Count > 0,
                [.. spans.Where(span => span.GetProperty("type").GetString() is "SSN" or "MRN" or "MBI").Select(span => (span.GetProperty("start16").GetInt32(), span.GetProperty("end16").GetInt32()))]);
        }
    }
}
