using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Benchmarks;

/// <summary>
/// <c>scoring FILE [FASTTEXT] [PYTHON]</c>: texts per second of one core's processor time over the texts of a JSON Lines file, by us, by fastText
/// and by scikit-learn. All take turns in every round, so that a busy machine slows them alike; the median round counts.
/// </summary>
internal static class ScoringBenchmark
{
    private const int Rounds = 5;

    // Fewer are gone through again, or the starts of the programs would be measured.
    private const int FewestTexts = 60_000;

    public static int Run(string[] args)
    {
        if (args.Length is < 1 or > 3) return Usage();
        // Programs started from here stay on this core, too.
        if (OperatingSystem.IsLinux()) Process.GetCurrentProcess().ProcessorAffinity = 1;
        var scorer = Load();
        var rows = TrainingData.Read(args[0]).ToList();
        var texts = Enumerable.Repeat(rows, (FewestTexts + rows.Count - 1) / rows.Count).SelectMany(all => all).ToList();
        using var folder = new ScoringFolder(rows, texts);
        var program = args.ElementAtOrDefault(1) ?? "fasttext";
        var fastText = FastTextPeer.Train(program, folder, "-wordNgrams", "2");
        var fastTextCharacters = FastTextPeer.Train(program, folder, "-wordNgrams", "2", "-minn", "3", "-maxn", "5");
        using var scikit = ScikitPeer.Start(args.ElementAtOrDefault(2) ?? "python3", folder);
        if (fastText is null) Console.WriteLine("fastText is not here (on Debian: apt install fasttext).");
        if (scikit is null) Console.WriteLine("scikit-learn is not here (on Debian: apt install python3-sklearn).");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} texts of {rows.Average(Words):F0} words, one core, the median of {Rounds} rounds"));
        MeasureOurs(texts, scorer, new ScoringTable());
        var table = new ScoringTable();
        for (var round = 0; round < Rounds; round++)
        {
            MeasureOurs(texts, scorer, table);
            MeasureCommand(folder.JsonLines, rows.Count, table);
            MeasureCommand(folder.ManyJsonLines, texts.Count, table);
            MeasureFastText(ScoringTable.FastText, fastText, texts.Count, table);
            MeasureFastText(ScoringTable.FastTextCharacters, fastTextCharacters, texts.Count, table);
            if (scikit is not null) table.Add(ScoringTable.Scikit, rows.Count, scikit.Seconds());
        }
        table.Print();
        return 0;
    }

    private static FriendlinessScorer Load()
    {
        var options = Options.Create(new ScoringOptions());
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var current = new CurrentModel(options, HomeFolder.Find(), NullLogger<CurrentModel>.Instance);
        process.Refresh();
        var elapsed = (process.TotalProcessorTime - start).TotalMilliseconds;
        if (current.Model is null) throw new InvalidOperationException(current.Problem);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{current.Model.Version} loads in {elapsed:F0} ms of processor time, first of all in this process"));
        return new FriendlinessScorer(current);
    }

    private static void MeasureOurs(List<TrainingRow> texts, FriendlinessScorer scorer, ScoringTable table)
    {
        var explainer = new Explainer(scorer);
        Measure("Wellread, probability alone", row => scorer.Score(row.Title, row.Text, "en"));
        Measure("Wellread, whole explanation", row => explainer.Explain(row.Title, row.Text, "en"));

        void Measure<T>(string name, Func<TrainingRow, T> score)
        {
            using var process = Process.GetCurrentProcess();
            var (start, allocated) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
            foreach (var row in texts) score(row);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            process.Refresh();
            table.Add(name, texts.Count, (process.TotalProcessorTime - start).TotalSeconds, allocated);
        }
    }

    private static void MeasureCommand(string file, int texts, ScoringTable table) => table.Add(
        string.Create(CultureInfo.InvariantCulture, $"Wellread, score --jsonl, {texts:N0} lines, start included"), texts,
        Programs.Seconds("dotnet", [typeof(FriendlinessScorer).Assembly.Location, "score", "--jsonl"], file));

    private static void MeasureFastText(string name, FastTextPeer? fastText, int texts, ScoringTable table)
    {
        if (fastText is null) return;
        var (loading, all) = fastText.Seconds();
        table.Add(name, texts, all - loading);
        table.Add($"{name}, loading and all", texts, all);
    }

    private static int Words(TrainingRow row) => $"{row.Title} {row.Text}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static int Usage()
    {
        Console.Error.WriteLine("scoring FILE.jsonl[.gz] [FASTTEXT] [PYTHON]");
        return 2;
    }
}
