using System.Diagnostics;
using System.Text.Json;
using Wellread.Privacy;
using Wellread.Sharing;

namespace Wellread.Benchmarks;

/// <summary>How long the guard takes for a post, over a file of posts, <c>{"text"}</c> a line, and for long texts made to trouble it.</summary>
internal static class GuardBenchmark
{
    private const int Long = 10_000;

    private const int Longest = 65_536;

    private static readonly string[] Troubling = ["your ", "A ", "1 ", "1-", "Mary Smith, ", "12/12 ", "January 3 ", "age 91 ", "chart # ", "Hi Mary! ", "see you at your ", "5551234567 ", "a@b.", "1:"];

    public static int Run(string file)
    {
        var posts = File.ReadLines(file).Where(line => line.Length > 0).Select(TextOf).ToList();
        foreach (var post in posts) Check(post);
        const int rounds = 5;
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var post in posts) times.Add(Time(post));
        }
        times.Sort();
        Console.WriteLine($"{posts.Count} posts, {posts.Average(post => post.Length):F0} characters on average: {times.Average():F3} ms a post, half under {times[times.Count / 2]:F3}, 99 of 100 under {times[times.Count * 99 / 100]:F3}, the slowest {times[^1]:F3}");
        foreach (var unit in Troubling)
        {
            var whole = string.Concat(Enumerable.Repeat(unit, (Longest / unit.Length) + 1));
            var (half, full, longest) = (Least(whole[..(Long / 2)]), Least(whole[..Long]), Least(whole[..Longest]));
            Console.WriteLine($"{Long} characters of '{unit}': {full:F1} ms, {full / half:F1} times that of half as many; {Longest}: {longest:F1} ms, {longest / full:F1} times that");
        }
        var all = string.Join(' ', Enumerable.Repeat(posts, (Longest / posts.Sum(post => post.Length)) + 1).SelectMany(post => post));
        Console.WriteLine($"{Longest} characters of the posts one behind the other: {Least(all[..Longest]):F1} ms");
        return 0;
    }

    private static string TextOf(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("text").GetString()!;
    }

    // The first time, and while others work, it takes longer.
    private static double Least(string text) => Enumerable.Range(0, 3).Min(_ => Time(text));

    private static double Time(string text)
    {
        var start = Stopwatch.GetTimestamp();
        Check(text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Check(string text) => PostGuard.Check(text, ShareChannel.All[0], PostMode.Post, "en");
}
