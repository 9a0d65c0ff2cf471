using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wellread.Scoring.Training;

namespace Wellread.Benchmarks;

/// <summary>The texts as each program wants them, in a folder that is gone afterwards.</summary>
internal sealed class ScoringFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("wellread-scoring-").FullName;
    private int _models;

    /// <param name="different">Each text once.</param>
    /// <param name="texts">The same again and again, for programs that need long to start.</param>
    public ScoringFolder(IReadOnlyList<TrainingRow> different, IReadOnlyList<TrainingRow> texts)
    {
        var known = different.Where(row => row.Label is not null).ToList();
        File.WriteAllLines(Labelled, known.Select(row => $"__label__{(row.Label == true ? 1 : 0)} {OneLine(row)}"));
        File.WriteAllLines(Lines, texts.Select(OneLine));
        File.WriteAllLines(JsonLines, different.Select((row, number) => JsonSerializer.Serialize(new { id = number, title = row.Title, text = row.Text })));
        File.WriteAllLines(ManyJsonLines, texts.Select((row, number) => JsonSerializer.Serialize(new { id = number, title = row.Title, text = row.Text })));
        File.WriteAllText(Nothing, "");
    }

    public string Labelled => Path.Combine(_path, "labelled.txt");

    public string Lines => Path.Combine(_path, "texts.txt");

    public string JsonLines => Path.Combine(_path, "texts.jsonl");

    public string ManyJsonLines => Path.Combine(_path, "many.jsonl");

    public string Nothing => Path.Combine(_path, "nothing.txt");

    public string NewModel() => Path.Combine(_path, $"model-{_models++}");

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private static string OneLine(TrainingRow row) => Regex.Replace($"{row.Title} {row.Text}", @"\s+", " ").Trim().ToLowerInvariant();
}

/// <summary>fastText's command line, supervised over the same texts, its own defaults but for the n-grams.</summary>
internal sealed class FastTextPeer(string program, string model, ScoringFolder folder)
{
    public static FastTextPeer? Train(string program, ScoringFolder folder, params string[] settings)
    {
        if (!Programs.Exists(program)) return null;
        var model = folder.NewModel();
        Programs.Seconds(program, ["supervised", "-input", folder.Labelled, "-output", model, "-thread", "1", "-verbose", "0", .. settings]);
        return new FastTextPeer(program, $"{model}.bin", folder);
    }

    /// <summary>What loading takes alone, and what loading and all texts take.</summary>
    public (double Loading, double All) Seconds() =>
        (Programs.Seconds(program, ["predict-prob", model, folder.Nothing]), Programs.Seconds(program, ["predict-prob", model, folder.Lines]));
}

/// <summary>scikit-learn: TF-IDF of words, pairs and 3 to 5 characters, logistic regression; each text once, in one batch.</summary>
internal sealed class ScikitPeer : IDisposable
{
    private const string Script =
        """
        import json, sys, time
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline, make_union
        labelled = [line.rstrip("\n").split(" ", 1) for line in open(sys.argv[1], encoding="utf-8")]
        rows = (json.loads(line) for line in open(sys.argv[2], encoding="utf-8"))
        texts = [row["title"] + " " + row["text"] for row in rows]
        features = make_union(TfidfVectorizer(ngram_range=(1, 2)), TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)))
        model = make_pipeline(features, LogisticRegression(max_iter=200))
        model.fit([text for _, text in labelled], [label for label, _ in labelled])
        print("ready", flush=True)
        for _ in sys.stdin:
            start = time.process_time()
            model.predict_proba(texts)
            print(time.process_time() - start, flush=True)
        """;

    private readonly Process _python;

    private ScikitPeer(Process python) => _python = python;

    public static ScikitPeer? Start(string python, ScoringFolder folder)
    {
        if (!Programs.Exists(python)) return null;
        var start = new ProcessStartInfo(python, ["-c", Script, folder.Labelled, folder.JsonLines]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var threads in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"]) start.Environment[threads] = "1";
        var process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine() == "ready") return new ScikitPeer(process);
        process.Dispose();
        return null;
    }

    public double Seconds()
    {
        _python.StandardInput.WriteLine();
        return double.Parse(_python.StandardOutput.ReadLine() ?? "", CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }
}

/// <summary>Programs of others, timed by the processor time that they used.</summary>
internal static class Programs
{
    public static bool Exists(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.WaitForExit();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>User and system time of a program that reads <paramref name="input"/> and whose output nobody reads.</summary>
    public static double Seconds(string program, string[] arguments, string input = "/dev/null")
    {
        // "times" of the shell: its own time on the first line, its children's on the second.
        string[] shell = ["-c", "\"$@\" < \"$0\" > /dev/null || exit 1; times", input, program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", shell) { RedirectStandardOutput = true })!;
        var times = Regex.Matches(process.StandardOutput.ReadToEnd(), @"(\d+)m([\d.]+)s");
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed.");
        return times.Skip(2).Sum(time => (60 * int.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)) + double.Parse(time.Groups[2].Value, CultureInfo.InvariantCulture));
    }
}
