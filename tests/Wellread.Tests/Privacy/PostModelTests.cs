using System.Text.Json;
using Wellread.Privacy;
using Wellread.Tests.Support;

namespace Wellread.Tests.Privacy;

/// <summary>The post model beside the rules: what it adds, what it lets go, and that it fits the posts that it was trained on.</summary>
public sealed class PostModelTests
{
    [Theory]
    [InlineData("posts-a.jsonl")]
    [InlineData("posts-b.jsonl")]
    [InlineData("posts-c.jsonl")]
    [InlineData("posts-d.jsonl")]
    [InlineData("posts-e.jsonl")]
    [InlineData("posts-g.jsonl")]
    [InlineData("posts-h.jsonl")]
    [InlineData("posts-i.jsonl")]
    [InlineData("posts-l.jsonl")]
    [InlineData("posts-m.jsonl")]
    [InlineData("posts-n.jsonl")]
    [InlineData("posts-o.jsonl")]
    [InlineData("posts-p.jsonl")]
    [InlineData("posts-q.jsonl")]
    [InlineData("posts-r.jsonl")]
    [InlineData("posts-s.jsonl")]
    [InlineData("posts-u.jsonl")]
    [InlineData("posts-v.jsonl")]
    [InlineData("posts-w.jsonl")]
    [InlineData("posts-y.jsonl")]
    [InlineData("posts-pairs.jsonl")]
    [InlineData("posts-short.jsonl", 94)]
    [InlineData("posts-own.jsonl")]
    [InlineData("information.jsonl")]
    [InlineData("questions.jsonl")]
    public void What_it_was_trained_on_it_tells_apart(string file, int least = 97)
    {
        var posts = Posts("Training", file);
        Assert.True(posts.Count(post => Flags(post) == post.Reveals) >= posts.Count * least / 100);
    }

    // Nobody wrote a rule by these posts and the model has not learnt from them. docs/privacy.md has the figures.
    [Theory]
    [InlineData("author-f.jsonl", 95, 11)]
    [InlineData("author-j.jsonl", 92, 12)]
    [InlineData("author-t.jsonl", 90, 19)]
    public void Posts_that_were_kept_back_are_told_apart_as_published(string file, int leastFound, int mostFlagged)
    {
        var posts = Posts("KeptBack", file).ToLookup(post => post.Reveals);
        Assert.True(posts[true].Count(Flags) >= posts[true].Count() * leastFound / 100);
        Assert.True(posts[false].Count(Flags) <= posts[false].Count() * mostFlagged / 100);
    }

    [Fact]
    public void A_number_with_a_form_is_stopped_whatever_the_model_says() =>
        Assert.Equal(PostVerdict.Block, PostGuard.Check("Our flu clinic is open on Saturday from 9 to noon. 512-44-8093", PostMode.Post).Verdict);

    [Fact]
    public void The_same_post_gets_the_same_figure_each_time()
    {
        const string text = "We loved having Rosa here for her last visit.";
        var evidence = Evidence.Of(text, PostMode.Post);
        var figures = Enumerable.Range(0, 3).Select(_ => PostModel.Current.Judge(PostFeatures.Of(evidence, PostGuard.ByRules(evidence)), evidence.Sentences).Likely).Distinct();
        Assert.InRange(Assert.Single(figures), 0.5, 1);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        var weights = new float[1 << PostModel.Bits];
        weights[7] = 0.5f;
        var evidence = Evidence.Of("Hello there.", PostMode.Post);
        var opinion = PostModel.Read(PostModel.Write(weights, new byte[weights.Length], -1)).Judge(PostFeatures.Of(evidence, GuardResult.Clear), evidence.Sentences);
        Assert.InRange(opinion.Likely, 0.26, 0.45);
        Assert.Throws<FormatException>(() => PostModel.Read([1, 2, 3]));
    }

    private static List<(bool Reveals, PostMode Mode, string Text)> Posts(string folder, string file) =>
        [.. File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Privacy", folder, file)).Select(Read)];

    private static bool Flags((bool Reveals, PostMode Mode, string Text) post) => PostGuard.Check(post.Text, post.Mode).Verdict != PostVerdict.Clear;

    private static (bool Reveals, PostMode Mode, string Text) Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return (root.GetProperty("label").GetString() == "reveals", Enum.Parse<PostMode>(root.GetProperty("mode").GetString()!, ignoreCase: true), root.GetProperty("text").GetString()!);
    }
}
