namespace Wellread.Scoring.Training;

/// <summary>A text to learn from, as the scorer would see it.</summary>
internal readonly record struct TrainingText(string Text, bool Friendly, float Weight);

/// <summary>
/// Turns labelled texts into texts of the lengths that feeds have, so that the model can't learn "short means friendly": a title alone, a
/// title with a sentence or two, and windows of one to three sentences out of longer texts. A whole abstract is never set against a blurb.
/// </summary>
internal static class TrainingTexts
{
    /// <summary>Left out of the shipped model: press releases are only half friendly, and training on them hurts; ReadMe++ is for non-commercial use.</summary>
    public static readonly IReadOnlySet<string> LeftOut = new HashSet<string>(StringComparer.Ordinal) { "eureka_pubmed", "readmepp_en" };

    /// <summary>The target domain counts more than once.</summary>
    private const float FeedWeight = 3;
    private const int MaxWindows = 4;
    private const int MaxWindowSentences = 3;

    /// <summary>The half of all weight that each label gets, spread evenly over its texts.</summary>
    public static IReadOnlyList<TrainingText> From(IEnumerable<LabelledText> texts)
    {
        var variants = texts
            .Where(text => text is { Split: "train", Label: not null } && !LeftOut.Contains(text.Corpus))
            .SelectMany(text => Variants(text).Distinct(StringComparer.Ordinal).Select(variant =>
                new TrainingText(variant, text.Label == 1, text.Corpus == "feed_visible" ? FeedWeight : 1)))
            .Where(variant => variant.Text.Length >= 8)
            .ToList();
        var friendly = variants.Where(variant => variant.Friendly).Sum(variant => variant.Weight);
        var technical = variants.Where(variant => !variant.Friendly).Sum(variant => variant.Weight);
        return [.. variants.Select(variant => variant with { Weight = variant.Weight * (friendly + technical) / 2 / (variant.Friendly ? friendly : technical) })];
    }

    /// <summary>Title alone, title and first sentence: how feeds show an item.</summary>
    public static string TitleAndFirstSentence(LabelledText text) => ScoredText.Of(text.Title, Sentences(text.Text).FirstOrDefault());

    private static IEnumerable<string> Variants(LabelledText text)
    {
        var sentences = Sentences(text.Text);
        if (!string.IsNullOrEmpty(text.Title))
        {
            yield return ScoredText.Of(text.Title, null);
            if (sentences.Count > 0) yield return ScoredText.Of(text.Title, sentences[0]);
            if (sentences.Count > 1) yield return ScoredText.Of(text.Title, string.Join(' ', sentences.Take(2)));
        }

        // Every text gives its own windows, chosen by its length alone, so that training is the same each time.
        var step = Math.Max(1, sentences.Count / MaxWindows);
        var size = 1;
        for (var start = 0; start < sentences.Count; start += step)
        {
            yield return ScoredText.Of(null, string.Join(' ', sentences.Skip(start).Take(size)));
            size = (size % MaxWindowSentences) + 1;
        }
    }

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '.' or '!' or '?' && (i + 1 == text.Length || (text[i + 1] == ' ' && i + 2 < text.Length && !char.IsLower(text[i + 2])));
            if (!ends && text[i] != '\n') continue;
            Add(i + 1);
        }

        Add(text.Length);
        return sentences;

        void Add(int end)
        {
            var sentence = text[start..end].Trim();
            if (sentence.Length > 0) sentences.Add(sentence);
            start = end;
        }
    }
}
