using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

/// <summary>A folder of training files of our own writing, and a quick way to train from it.</summary>
internal sealed class TrainingFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Data => Directory.CreateDirectory(Path.Combine(_folder.Path, "data")).FullName;

    public string Output => Path.Combine(_folder.Path, "models");

    public string ModelFile => Path.Combine(Output, FriendlinessModelFile.Name);

    public string Metrics => File.ReadAllText(Path.Combine(Output, "metrics.json"));

    /// <summary>Thirty texts of each side: the sample texts with their titles shuffled.</summary>
    public static IEnumerable<Dictionary<string, object?>> Rows(bool friendly = true, bool technical = true)
    {
        for (var i = 0; i < 30; i++)
        {
            if (friendly) yield return Row($"p{i}", ScoringSamples.Plain, i, 1);
            if (technical) yield return Row($"t{i}", ScoringSamples.Technical, i, 0);
        }
    }

    public void Write(string name, IEnumerable<Dictionary<string, object?>> rows) => WriteLines(name, rows.Select(row => JsonSerializer.Serialize(row)));

    public void WriteLines(string name, IEnumerable<string> lines)
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        var path = Path.Combine(Data, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using var packed = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file;
        packed.Write(content);
    }

    /// <summary>Trains a small model and reads it back.</summary>
    public FriendlinessModel Train(List<string>? progress = null)
    {
        TrainingRun.Run(Data, Output, Quick, DateTimeOffset.UnixEpoch, line => progress?.Add(line));
        return Assert.IsType<ModelLoad.Loaded>(FriendlinessModel.Load(Output)).Model;
    }

    /// <summary>Trains without one more corpus, and gives the folder of what was written.</summary>
    public string TrainWithout(string corpus, int seed = 1) => TrainWithout([corpus], seed);

    public string TrainWithout(IReadOnlyList<string> corpora, int seed = 1)
    {
        var output = Path.Combine(_folder.Path, $"without-{string.Join('-', corpora)}");
        TrainingRun.Run(Data, output, Quick with { LeaveOut = [.. Quick.LeaveOut, .. corpora], Seed = seed }, DateTimeOffset.UnixEpoch, _ => { });
        return output;
    }

    public string TrainingProblem() => Assert.Throws<InvalidDataException>(() => Train()).Message;

    public void Dispose() => _folder.Dispose();

    private static TrainingOptions Quick => new()
    {
        Bits = 12,
        Folds = 2,
        MinExamples = 1,
        Iterations = 20,
        FriendlinessTrees = new TreeShape(5, 4, 2, 0.2, 1),
        DifficultyTrees = new TreeShape(5, 4, 2, 0.2, 1),
    };

    private static Dictionary<string, object?> Row(string group, (string Title, string Text)[] texts, int i, int label) => new()
    {
        ["title"] = texts[i % texts.Length].Title,
        ["text"] = texts[((i * 3) + 1) % texts.Length].Text,
        ["label"] = label,
        ["grade"] = label == 1 ? 1.5 + (i % 4 * 0.25) : 4 + (i % 4 * 0.25),
        ["group"] = group,
        ["split"] = i % 5 == 4 ? "dev" : "train",
    };
}
