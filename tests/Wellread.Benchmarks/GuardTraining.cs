using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Wellread.Privacy;
using Wellread.Scoring.Training;

namespace Wellread.Benchmarks;

/// <summary>
/// Fits the guard's post model from labelled posts, <c>{"label", "mode", "text"}</c> a line or our own sets of tab-separated columns, and from real texts that reveal nobody, and then
/// says how well it does on the posts of each author while it learns from the others only.
/// </summary>
internal static class GuardTraining
{
    private const float L2 = 0.001f;

    private const float Rarity = 0.5f;

    private const int Iterations = 200;

    /// <summary>At ten times as much the fit ends early, and each training ends elsewhere.</summary>
    private const float Tolerance = 1e-6f;

    /// <summary>A feature of fewer gets no weight. Replies and captions count twice, as they are learnt again as posts.</summary>
    private const int FewestPosts = 3;

    /// <summary>What a reply or caption counts when it is learnt again as a post: editors paste replies without saying so.</summary>
    private const float AsPost = 0.3f;

    /// <summary>What plain information and clinicians' questions count: there are few here, and far more of them are posted than of what is hard.</summary>
    private const float OfInformation = 2.5f;

    /// <summary>What a real headline or answer counts. More, and stories told like news are missed.</summary>
    private const float OfRealTexts = 0.1f;

    /// <summary>What our own posts of a few words count. There are five hundred, far more than editors write, and at full weight headlines are flagged.</summary>
    private const float OfShortPosts = 0.3f;

    private sealed record Post(string Author, PostMode Mode, bool Reveals, float Weight, GuardResult Rules, PostFeatures Features);

    public static int Run(string folder, string shared, string output)
    {
        var posts = Directory.GetFiles(folder, "posts*.*", SearchOption.AllDirectories).Concat(Directory.GetFiles(folder, "questions.jsonl", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(folder, "information.jsonl", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).SelectMany(Read).Concat(SafeReplies.All.SelectMany(reply => Look("safe", PostMode.Reply, reveals: false, reply.Text)))
            .Concat(HarmlessTexts.In(shared).Select(text => Look("real", PostMode.Post, reveals: false, text, OfRealTexts))).ToList();
        Console.WriteLine($"{posts.Count(post => post.Weight >= 1)} posts of {posts.Select(post => post.Author).Distinct().Count()} authors");
        File.WriteAllBytes(output, Fit(posts));
        foreach (var author in posts.Select(post => post.Author).Distinct().Where(author => author.Length == 1))
        {
            var model = PostModel.Read(Fit(posts.Where(post => post.Author != author)));
            Tell(author, posts.Where(post => post.Author == author && post.Weight == 1).Select(post => (post.Reveals, post.Rules, post.Mode, model.Judge(post.Features, Sentences(post)).Likely)).ToList());
        }
        return 0;
    }

    private static void Tell(string author, List<(bool Reveals, GuardResult Rules, PostMode Mode, double Likely)> posts)
    {
        double Share(bool reveals, Func<(bool Reveals, GuardResult Rules, PostMode Mode, double Likely), bool> isFound) => (double)posts.Count(post => post.Reveals == reveals && isFound(post)) / posts.Count(post => post.Reveals == reveals);
        Console.Write($"author {author}, found of {posts.Count(post => post.Reveals)} and flagged of {posts.Count(post => !post.Reveals)}: rules {Share(true, post => post.Rules.Verdict > 0):P1} {Share(false, post => post.Rules.Verdict > 0):P1}");
        foreach (var bound in (ReadOnlySpan<double>)[0.3, 0.35, 0.4, 0.45, 0.5]) Console.Write($"; model from {bound}: {Share(true, post => post.Likely >= bound):P1} {Share(false, post => post.Likely >= bound):P1}");
        Console.WriteLine($"; both: {Share(true, post => SecondLook.IsFlagged(post.Rules, post.Mode, post.Likely)):P1} {Share(false, post => SecondLook.IsFlagged(post.Rules, post.Mode, post.Likely)):P1}");
    }

    private static int Sentences(Post post) => post.Features.All.Max(feature => feature.Sentence) + 1;

    // A feature that few posts have says more than one that most have, so it may weigh more; what one post alone has says nothing of others. The weights take the factor in,
    // so that judging needs none. Of features that fall on one place the one that most posts have gets it.
    private static byte[] Fit(IEnumerable<Post> chosen)
    {
        var posts = chosen.ToList();
        var features = posts.SelectMany(post => post.Features.All).GroupBy(feature => feature.Hash).Select(group => (Hash: group.Key, Count: group.Count(), group.First().Trust))
            .Where(feature => feature.Count >= FewestPosts).OrderBy(feature => feature.Count).ThenBy(feature => feature.Hash).ToList();
        var owners = new uint[1 << PostModel.Bits];
        var factors = new float[1 << PostModel.Bits];
        foreach (var (hash, count, trust) in features) (owners[PostModel.Place(hash)], factors[PostModel.Place(hash)]) = (hash, trust * MathF.Pow(count, -Rarity));
        var fit = LinearTrainer.Fit(new MLContext(1), posts.Select(post => Input(post, owners, factors)).ToList(), PostModel.Bits, L2, Iterations, Tolerance);
        return PostModel.Write([.. fit.Weights.Select((weight, i) => weight * factors[i])], [.. owners.Select(PostModel.Owner)], fit.Bias);
    }

    private static LinearInput Input(Post post, uint[] owners, float[] factors)
    {
        var places = post.Features.All.Where(feature => owners[PostModel.Place(feature.Hash)] == feature.Hash).Select(feature => PostModel.Place(feature.Hash)).Order().ToArray();
        var share = PostModel.Share(post.Features);
        return new LinearInput
        {
            Features = new VBuffer<float>(1 << PostModel.Bits, places.Length, [.. places.Select(place => share * factors[place])], places),
            Label = post.Reveals,
            Weight = post.Weight,
        };
    }

    private static IEnumerable<Post> Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != '{')
            {
                var cells = line.Split('\t');
                foreach (var post in Look("own", Enum.Parse<PostMode>(cells[1], ignoreCase: true), cells[0] == "reveals", cells[4])) yield return post;
                continue;
            }
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var mode = Enum.Parse<PostMode>(root.GetProperty("mode").GetString()!, ignoreCase: true);
            foreach (var post in Look(name.Split('-')[^1], mode, root.GetProperty("label").GetString() == "reveals", root.GetProperty("text").GetString()!)) yield return post;
        }
    }

    private static IEnumerable<Post> Look(string author, PostMode mode, bool reveals, string text)
    {
        var weight = author switch { "information" or "questions" => OfInformation, "short" => OfShortPosts, _ => 1 };
        yield return Look(author, mode, reveals, text, weight);
        if (mode != PostMode.Post) yield return Look(author, PostMode.Post, reveals, text, AsPost * weight);
    }

    private static Post Look(string author, PostMode mode, bool reveals, string text, float weight)
    {
        var evidence = Evidence.Of(text, mode);
        var rules = PostGuard.ByRules(evidence);
        return new Post(author, mode, reveals, weight, rules, PostFeatures.Of(evidence, rules));
    }
}
