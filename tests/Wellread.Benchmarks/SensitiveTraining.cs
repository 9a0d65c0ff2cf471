using System.IO.Compression;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;
using Wellread.Scoring.Training;

namespace Wellread.Benchmarks;

/// <summary>
/// Fits the model of sensitive subjects from sentences of our own ("subject, language, sentence", tab-separated) and from real titles and sentences that count as harmless where words and
/// patterns find nothing in them and no person has said otherwise. First it says how well a model does on the fifth of the sentences, and the half of the real texts, that it did not see.
/// </summary>
internal static class SensitiveTraining
{
    private const float L2 = 0.3f;
    private const int Iterations = 150;
    private const float RealWeight = 0.15f;
    private const int Parts = 5;
    private const int Kept = 24_000;
    private const int FewestReal = 4;
    private const int SentencesOfText = 3;

    private static readonly string[] Subjects = ["suicide", "eating-disorders", "abuse", "sexual-assault", "overdose", "abortion"];

    /// <param name="Subject">-1 where there is none.</param>
    private sealed record Sentence(int Subject, bool IsReal, int Part, SensitiveFeatures Features);

    public static int Run(string folder, string shared, string output)
    {
        var own = File.ReadLines(Path.Combine(folder, "Training", "sensitive-own.tsv")).Concat(File.ReadLines(Path.Combine(folder, "Data", "sensitive-items.tsv")).Where(line => line.StartsWith("seen\t", StringComparison.Ordinal)))
            .Where(line => line[0] != '#').Select(line => line.Split('\t'))
            .Select((cells, i) => Look(Array.IndexOf(Subjects, cells[^3]), isReal: false, i % Parts, FoldedWords.From(cells[^1]), cells[^2])).ToList();
        var said = File.ReadLines(Path.Combine(folder, "Training", "sensitive-real.txt")).ToHashSet(StringComparer.Ordinal);
        var real = RealTexts(shared).Where(text => !said.Contains(text.Id)).SelectMany(Look).ToList();
        Console.WriteLine($"{own.Count} sentences of our own, {own.Count(sentence => sentence.Subject >= 0)} of them sensitive, and {real.Count} real ones");
        Tell(own, real);
        File.WriteAllBytes(output, Fit([.. own, .. real]));
        return 0;
    }

    private static void Tell(List<Sentence> own, List<Sentence> real)
    {
        var judged = new List<(Sentence Sentence, double Likely, int Subject)>();
        for (var part = 0; part < Parts; part++)
        {
            var model = SensitiveModel.Read(Fit([.. own.Where(sentence => sentence.Part != part), .. real.Where(sentence => sentence.Part % 2 != part % 2)]));
            judged.AddRange(own.Where(sentence => sentence.Part == part).Concat(part < 2 ? real.Where(sentence => sentence.Part % 2 == part) : [])
                .Select(sentence => (sentence, model.Judge(sentence.Features).Likely, model.Judge(sentence.Features).Subject)));
        }
        var sensitive = judged.Where(one => one.Sentence.Subject >= 0).ToList();
        foreach (var bound in (double[])[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
        {
            var right = sensitive.Count(one => one.Likely >= bound);
            var held = judged.Count(one => !one.Sentence.IsReal && one.Likely >= bound);
            Console.WriteLine($"from {bound}: precision {(double)right / held:F3}, recall {(double)right / sensitive.Count:F3}, subject right {(double)sensitive.Count(one => one.Likely >= bound && one.Subject == one.Sentence.Subject) / right:F3}, "
                + $"real ones held {judged.Count(one => one.Sentence.IsReal && one.Likely >= bound) / (double)judged.Count(one => one.Sentence.IsReal):F4}");
        }
    }

    private static byte[] Fit(List<Sentence> sentences)
    {
        var places = Places(sentences);
        var bits = 1;
        while (1 << bits < places.Count) bits++;
        var context = new MLContext(1);
        LinearFit FitLine(Func<Sentence, bool> label, IEnumerable<Sentence> chosen) => LinearTrainer.Fit(context, chosen.Select(sentence => Input(sentence, label(sentence), places, bits)).ToList(), bits, L2, Iterations);
        var fits = new List<LinearFit> { FitLine(sentence => sentence.Subject >= 0, sentences) };
        for (var subject = 0; subject < Subjects.Length; subject++)
        {
            var one = subject;
            fits.Add(FitLine(sentence => sentence.Subject == one, sentences.Where(sentence => sentence.Subject >= 0)));
        }
        var rows = places.Select(place => (Hash: place.Key, Weights: fits.Select(fit => fit.Weights[place.Value]).ToArray()))
            .OrderByDescending(row => Math.Abs(row.Weights[0])).ThenBy(row => row.Hash).Take(Kept).OrderBy(row => row.Hash).ToList();
        return SensitiveModel.Write(rows, [.. fits.Select(fit => fit.Bias)]);
    }

    // What only a few real sentences have says nothing.
    private static Dictionary<uint, int> Places(List<Sentence> sentences)
    {
        var own = sentences.Where(sentence => !sentence.IsReal).SelectMany(sentence => sentence.Features.All).ToHashSet();
        own.UnionWith(sentences.SelectMany(sentence => sentence.Features.All).CountBy(hash => hash).Where(pair => pair.Value >= FewestReal).Select(pair => pair.Key));
        return own.Order().Select((hash, i) => (hash, i)).ToDictionary(pair => pair.hash, pair => pair.i);
    }

    private static LinearInput Input(Sentence sentence, bool label, Dictionary<uint, int> places, int bits)
    {
        var indices = sentence.Features.All.Where(places.ContainsKey).Select(hash => places[hash]).Order().ToArray();
        return new LinearInput
        {
            Features = new VBuffer<float>(1 << bits, indices.Length, [.. indices.Select(_ => 1f)], indices),
            Label = label,
            Weight = sentence.IsReal ? RealWeight : 1,
        };
    }

    private static Sentence Look(int subject, bool isReal, int part, FoldedWords words, string language, (int Start, int End)? place = null)
    {
        var (start, end) = place ?? (0, words.Count);
        return new Sentence(subject, isReal, part, SensitiveFeatures.Of(words, start, end, SensitiveFeatures.ConceptsIn(words, language), language));
    }

    private static IEnumerable<Sentence> Look((string Id, string Language, string Title, string Text, int Part) real)
    {
        var (title, text) = (FoldedWords.From(real.Title), FoldedWords.From(real.Text));
        if (SensitiveTopics.FindByTerms(title, real.Language).Count > 0 || SensitiveTopics.FindByTerms(text, real.Language).Count > 0) yield break;
        if (title.Count > 0) yield return Look(-1, isReal: true, real.Part, title, real.Language);
        var sentences = SensitiveSentences.In(text).Where(place => place.End - place.Start >= 4).ToList();
        for (var i = 0; i < Math.Min(SentencesOfText, sentences.Count); i++)
        {
            yield return Look(-1, isReal: true, real.Part, text, real.Language, sentences[i * sentences.Count / Math.Min(SentencesOfText, sentences.Count)]);
        }
    }

    private static IEnumerable<(string Id, string Language, string Title, string Text, int Part)> RealTexts(string shared)
    {
        var part = 0;
        foreach (var corpus in (string[])["fakehealth", "feed_visible", "health_tweets", "medquad"])
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(shared, "corpora", corpus + ".jsonl.gz")), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var document = JsonDocument.Parse(line);
                string Of(string name) => document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
                yield return Of("title").Length == 0 && Of("text").Length < 300 ? (Of("id"), "en", Of("text"), "", part++) : (Of("id"), "en", Of("title"), Of("text"), part++);
            }
        }
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "feeds", "captures"), "*.xml").Order(StringComparer.Ordinal))
        {
            if (FeedParser.Parse(File.ReadAllBytes(file), new FeedParseContext(null, null)) is not FeedParseResult.Parsed { Feed: var feed }) continue;
            var source = new FeedSource { Id = "feed_x", Url = new Uri("https://news.example/"), Title = "News", Publisher = PublisherType.News };
            foreach (var entry in feed.Entries)
            {
                if (ArticleFactory.From(entry, feed, source, DateTimeOffset.UnixEpoch) is ArticleOutcome.Made { Article: var article }) yield return (article.Id, article.Language, article.Title, article.Summary, part++);
            }
        }
    }
}
