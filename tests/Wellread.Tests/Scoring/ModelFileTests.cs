using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class ModelFileTests
{
    private static readonly byte[] Good = FriendlinessModelFile.Write(ScoringSamples.Train());

    [Fact]
    public void A_model_reads_back_as_it_was_written()
    {
        var model = Assert.IsType<ModelLoad.Loaded>(FriendlinessModelFile.Parse(Good)).Model;

        Assert.Equal(Good, FriendlinessModelFile.Write(model));
        Assert.Matches("^friendliness-[0-9a-f]{8}$", model.Version);
    }

    [Fact]
    public void Training_twice_with_one_seed_gives_the_same_file() => Assert.Equal(Good, FriendlinessModelFile.Write(ScoringSamples.Train()));

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("missing", Problem(FriendlinessModel.Load(folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cut_is_refused()
    {
        for (var length = 0; length < Good.Length; length += 1 + (Good.Length / 97)) Assert.NotEmpty(Problem(FriendlinessModelFile.Parse(Good[..length])));
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused()
    {
        for (var at = 0; at < Good.Length; at += 1 + (Good.Length / 97))
        {
            var changed = (byte[])Good.Clone();
            changed[at] ^= 0x40;
            Assert.NotEmpty(Problem(FriendlinessModelFile.Parse(changed)));
        }
    }

    [Theory]
    [InlineData("PK\u0003\u0004 a zip file, as another tool's models are")]
    [InlineData("<html>Not found</html>")]
    [InlineData("")]
    public void A_foreign_file_is_refused(string content) =>
        Assert.Contains("not a Wellread model", Problem(FriendlinessModelFile.Parse(System.Text.Encoding.UTF8.GetBytes(content))), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_another_featurizer_is_refused_even_with_a_good_checksum() =>
        Assert.Contains("featurizer", Problem(FriendlinessModelFile.Parse(Sealed(content => content[12] ^= 1))), StringComparison.Ordinal);

    [Fact]
    public void Trees_that_run_in_circles_or_lengths_that_lie_are_refused_even_with_a_good_checksum()
    {
        var trees = 28 + (2 * LinearWeights.Squares) + (2 << 12) + (2 * WordFamiliarity.Length) + (2 * WordSizes.Length) + (20 * WordVectors.Length);
        for (var at = trees; at < Good.Length - 64; at++)
        {
            // What still parses must still score: nothing read may hang or fail later.
            var position = at;
            if (FriendlinessModelFile.Parse(Sealed(content => content[position] ^= 0x81)) is not ModelLoad.Loaded(var model)) continue;
            model.Predict("A short title", "And a text.", out _);
        }
    }

    private static string Problem(ModelLoad load) => Assert.IsType<ModelLoad.Failed>(load).Problem;

    private static byte[] Sealed(Action<byte[]> change)
    {
        var content = (byte[])Good.Clone();
        change(content);
        System.Security.Cryptography.SHA256.HashData(content.AsSpan(..^32)).CopyTo(content.AsSpan(content.Length - 32));
        return content;
    }
}
