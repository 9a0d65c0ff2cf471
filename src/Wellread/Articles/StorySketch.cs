using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>What is kept of an item to tell whether another tells the same story: hashes only, about 1 KB.</summary>
internal sealed record StorySketch
{
    private const int ShingleLength = 4;
    private const int MaxShingles = 96;
    private const float TitleFactor = 1.5f;

    public required string ArticleId { get; init; }

    public required string FeedId { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>Each word's root with its weight, sorted by hash; words of the title weigh more.</summary>
    public required ImmutableArray<StoryWord> Words { get; init; }

    /// <summary>The same for the title alone.</summary>
    public required ImmutableArray<StoryWord> Title { get; init; }

    /// <summary>The title's words in their order, for telling a series ("week 5", "week 6") from a copy.</summary>
    public required ImmutableArray<uint> TitleOrder { get; init; }

    public required ImmutableArray<StoryWord> Names { get; init; }

    /// <summary>A number of more digits says more.</summary>
    public required ImmutableArray<StoryWord> Numbers { get; init; }

    /// <summary>The smallest hashes of all runs of four words, sorted (a bottom-k sketch: Broder 1997).</summary>
    public required ImmutableArray<uint> Shingles { get; init; }

    public static StorySketch Of(Article article)
    {
        var title = new StoryTokens(article.Title).Tokens;
        var text = new StoryTokens(article.Summary).Tokens;
        var all = title.Concat(text).ToArray();
        return new StorySketch
        {
            ArticleId = article.Id,
            FeedId = article.Source.FeedId,
            Language = article.Language,
            Published = article.Published,
            Words = Weigh(title.Select(token => token with { Weight = token.Weight * TitleFactor }).Concat(text)),
            Title = Weigh(title),
            TitleOrder = [.. title.Select(token => Hash(token.Root))],
            Names = Weigh(all.Where(token => token.IsName)),
            Numbers = Weigh(all.Where(token => token.IsNumber)),
            Shingles = [.. ShinglesOf(title).Concat(ShinglesOf(text)).Distinct().Order().Take(MaxShingles)],
        };
    }

    private static ImmutableArray<StoryWord> Weigh(IEnumerable<StoryTokens.Token> tokens) =>
        [.. tokens.Where(token => token.Weight > 0).GroupBy(token => Hash(token.Root))
            .Select(group => new StoryWord(group.Key, group.Max(token => token.Weight))).OrderBy(word => word.Hash)];

    private static IEnumerable<uint> ShinglesOf(IReadOnlyList<StoryTokens.Token> tokens)
    {
        for (var i = 0; i + ShingleLength <= tokens.Count; i++)
        {
            var hash = 2_166_136_261u;
            for (var j = 0; j < ShingleLength; j++) hash = (hash ^ Hash(tokens[i + j].Root)) * 16_777_619u;
            yield return hash;
        }
    }

    /// <summary>FNV-1a with a final mix, the same on every machine and run.</summary>
    private static uint Hash(string root)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in root) hash = (hash ^ letter) * 16_777_619u;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        return hash ^ (hash >> 12);
    }
}

/// <summary>A word's root by its hash, and how much it says about which story this is.</summary>
internal readonly record struct StoryWord(uint Hash, float Weight);
