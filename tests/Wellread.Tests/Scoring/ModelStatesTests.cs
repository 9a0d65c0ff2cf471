using System.Text.Json.Nodes;
using Wellread.Scoring;
using Wellread.Scoring.Training;
using Wellread.Tests.Support;
using Folder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Scoring;

/// <summary>Whatever lies where the model file belongs, the service starts, says so, and takes a good file when one comes.</summary>
public sealed class ModelStatesTests : IDisposable
{
    private static readonly byte[] Good = File.ReadAllBytes(Path.Combine(Repository.Path("models"), FriendlinessModelFile.Name));
    private readonly Folder _folder = new();

    private string ModelPath => _folder.Path(FriendlinessModelFile.Name);

    public static TheoryData<string, string> States => new()
    {
        { "missing", "is missing" },
        { "empty", "is empty" },
        { "cut short", "is damaged" },
        { "a few bytes", "is cut short" },
        { "a web page", "is not a Wellread model" },
        { "of another format", "another version of Wellread" },
        { "of another featurizer", "another version of the featurizer" },
        { "a folder", "A folder stands where" },
        { "huge", "is too large" },
        { "a link to itself", "can't be read" },
        { "a pipe", "is empty" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(States))]
    public async Task The_service_starts_with_formulas_says_so_and_takes_a_good_file_without_a_restart(string state, string words)
    {
        Put(state);
        await using var host = new WellreadHost().With("Scoring:ModelPath", _folder.Root);
        var client = host.CreateClient();

        var health = await client.GetJsonAsync("/health/ready");
        Assert.Equal("degraded", (string?)health["status"]);
        Assert.StartsWith("Scores come from reading formulas, not from the trained model. ", Detail(health));
        Assert.Contains(words, Detail(health));
        Assert.EndsWith(".", Detail(health));
        Assert.Equal(EnglishFormula.Version, host.Get<FriendlinessScorer>().ModelVersion);

        Remove();
        File.WriteAllBytes(ModelPath, Good);
        host.Get<CurrentModel>().Refresh();

        health = await client.GetJsonAsync("/health/ready");
        Assert.Equal("healthy", (string?)health["status"]);
        Assert.Matches("^The trained model friendliness-[0-9a-f]{8} scores\\.$", Detail(health));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void What_takes_the_place_of_a_good_file_does_not_end_the_model_at_work(string state, string words)
    {
        File.WriteAllBytes(ModelPath, Good);
        var current = ScoringSamples.Current(_folder.Root);
        var model = current.Model;
        Assert.NotNull(model);

        Remove();
        Put(state);
        current.Refresh();
        Assert.Same(model, current.Model);
        Assert.Contains(words, current.Problem);
        Assert.Contains("still scores", ModelWords.Of(current));

        Remove();
        File.WriteAllBytes(ModelPath, Good);
        current.Refresh();
        Assert.Null(current.Problem);
    }

    [SkippableFact]
    public void A_file_that_may_not_be_read_is_said_to_be_so()
    {
        Skip.If(Environment.IsPrivilegedProcess, "Whoever runs this test may read everything.");
        File.WriteAllBytes(ModelPath, Good);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(ModelPath, UnixFileMode.None);
        Assert.Contains("can't be read", ScoringSamples.Current(_folder.Root).Problem);
    }

    [Fact]
    public void A_file_that_is_still_being_written_is_taken_once_it_is_whole()
    {
        File.WriteAllBytes(ModelPath, Good[..(Good.Length / 2)]);
        var current = ScoringSamples.Current(_folder.Root);
        Assert.Null(current.Model);

        // As large as it will be and dated as it will be, but not all written yet: the worst a copy in place can look like.
        var half = (byte[])Good.Clone();
        half.AsSpan(Good.Length / 2).Clear();
        WriteDated(half);
        current.Refresh();
        Assert.Null(current.Model);
        WriteDated(Good);
        current.Refresh();
        Assert.NotNull(current.Model);
        Assert.Null(current.Problem);
    }

    [Fact]
    public async Task A_reader_beside_a_writer_never_sees_half_a_file()
    {
        var other = FriendlinessModelFile.Write(ScoringSamples.Train());
        WholeFile.Write(ModelPath, Good);
        var done = new Signal();
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 30; i++) WholeFile.Write(ModelPath, i % 2 == 0 ? other : Good);
            done.Set();
        });
        var end = done.WaitAsync();
        while (!end.IsCompleted) Assert.IsType<ModelLoad.Loaded>(FriendlinessModel.Load(_folder.Root));
        await writer;
        Assert.Equal(FriendlinessModelFile.Name, Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.Root))));
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_file()
    {
        Directory.CreateDirectory(ModelPath);
        Assert.ThrowsAny<Exception>(() => WholeFile.Write(ModelPath, Good));
        Assert.Empty(Directory.GetFiles(_folder.Root));
    }

    private static string Detail(JsonNode health) => (string)health["parts"]!.AsArray().Single(part => (string?)part!["name"] == "model")!["detail"]!;

    private void WriteDated(byte[] content)
    {
        File.WriteAllBytes(ModelPath, content);
        File.SetLastWriteTimeUtc(ModelPath, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private void Remove()
    {
        if (Directory.Exists(ModelPath)) Directory.Delete(ModelPath);
        File.Delete(ModelPath);
    }

    private void Put(string state)
    {
        switch (state)
        {
            case "missing": break;
            case "empty": File.WriteAllBytes(ModelPath, []); break;
            case "cut short": File.WriteAllBytes(ModelPath, Good[..^1000]); break;
            case "a few bytes": File.WriteAllBytes(ModelPath, Good[..30]); break;
            case "a web page": File.WriteAllText(ModelPath, "<!DOCTYPE html><title>404</title>"); break;
            case "of another format": File.WriteAllBytes(ModelPath, Sealed(8)); break;
            case "of another featurizer": File.WriteAllBytes(ModelPath, Sealed(12)); break;
            case "a folder": Directory.CreateDirectory(ModelPath); break;
            case "huge": using (var file = File.Create(ModelPath)) file.SetLength(5_000_000_000); break;
            case "a link to itself": File.CreateSymbolicLink(ModelPath, ModelPath); break;
            case "a pipe": System.Diagnostics.Process.Start("mkfifo", ModelPath).WaitForExit(); break;
            default: throw new ArgumentOutOfRangeException(nameof(state), state, null);
        }
    }

    /// <summary>A whole file of another version: one byte of the head is raised, and the checksum is that of the new content.</summary>
    private static byte[] Sealed(int at)
    {
        var content = (byte[])Good.Clone();
        content[at]++;
        System.Security.Cryptography.SHA256.HashData(content.AsSpan(..^32)).CopyTo(content.AsSpan(content.Length - 32));
        return content;
    }
}
