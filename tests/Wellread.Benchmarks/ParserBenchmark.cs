using System.Diagnostics;
using System.Globalization;
using System.Xml;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Benchmarks;

/// <summary>
/// <c>parser FOLDER [NODE_FOLDER]</c>: items per second of processor time over the feeds in a folder, by our parser, by a bare
/// <see cref="XmlReader"/> pass over the same bytes, and by the npm package feedsmith where NODE_FOLDER has it installed.
/// </summary>
internal static class ParserBenchmark
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    // Each in a round of its own, turn and turn about, so that a busy machine slows both alike.
    private const int Rounds = 5;

    private const string NodeScript =
        """
        const fs = require('node:fs');
        const { parseFeed } = require('feedsmith');
        const feeds = process.argv.slice(2).map(path => fs.readFileSync(path, 'utf8'));
        const count = f => (f.items ?? f.entries ?? []).length;
        const pass = () => feeds.reduce((items, text) => items + count(parseFeed(text).feed), 0);
        for (let i = 0; i < 20; i++) pass();
        const start = process.cpuUsage();
        let items = 0;
        let used = 0;
        do { items += pass(); const u = process.cpuUsage(start); used = (u.user + u.system) / 1e6; } while (used < 5);
        console.log(items / used);
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length is not (1 or 2)) return Usage();
        var paths = Directory.GetFiles(args[0], "*.xml").Where(IsWellFormed).Order(StringComparer.Ordinal).ToArray();
        var feeds = paths.Select(File.ReadAllBytes).ToArray();
        var items = feeds.Sum(CountItems);
        Console.WriteLine($"{feeds.Length} well-formed feeds, {feeds.Sum(feed => feed.Length):N0} bytes, {items} items");

        var (ours, bare, allocated) = Measure(feeds);
        Console.WriteLine(Line("XmlReader alone", items, bare));
        Console.WriteLine(Line("Wellread", items, ours));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wellread takes {ours / bare:F2} times the bare pass and allocates {allocated / items:N0} bytes per item"));
        if (args.Length == 2) await CompareAsync(args[1], paths, items / ours);
        return 0;
    }

    /// <summary>Seconds of processor time per pass over all feeds, the best round of each, and bytes allocated per pass of ours.</summary>
    private static (double Ours, double Bare, double Allocated) Measure(byte[][] feeds)
    {
        var (ours, bare) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            bare = Math.Min(bare, SecondsPerPass(feeds, ReadBare));
            ours = Math.Min(ours, SecondsPerPass(feeds, feed => CountItems(feed)));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var feed in feeds) CountItems(feed);
        return (ours, bare, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double SecondsPerPass(byte[][] feeds, Action<byte[]> read)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var passes = 0;
        TimeSpan used;
        do
        {
            foreach (var feed in feeds) read(feed);
            passes++;
            process.Refresh();
            used = process.TotalProcessorTime - start;
        }
        while (used < Span / Rounds);

        return used.TotalSeconds / passes;
    }

    private static int CountItems(byte[] feed) =>
        FeedParser.Parse(feed, FeedParseContext.None) is FeedParseResult.Parsed parsed ? parsed.Feed.Entries.Length : 0;

    private static void ReadBare(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        while (reader.Read()) { }
    }

    private static bool IsWellFormed(string path)
    {
        try
        {
            ReadBare(File.ReadAllBytes(path));
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static async Task CompareAsync(string nodeFolder, string[] paths, double oursPerSecond)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = nodeFolder, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add("-");
        foreach (var path in paths) start.ArgumentList.Add(Path.GetFullPath(path));
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        await node.StandardInput.WriteAsync(NodeScript);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        var theirs = double.Parse(output, CultureInfo.InvariantCulture);
        Console.WriteLine($"{"feedsmith (node)",-18}{theirs,12:N0} items/s");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wellread reads {oursPerSecond / theirs:F1} times as many items as feedsmith in the same time"));
    }

    private static string Line(string name, int items, double seconds) => $"{name,-18}{items / seconds,12:N0} items/s of processor time, {seconds * 1000,8:F2} ms per pass";

    private static int Usage()
    {
        Console.WriteLine("parser FOLDER [NODE_FOLDER]");
        return 2;
    }
}
