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
    public required StoryWord[] Words { get; init; }

    /// <summary>The same for the title alone.</summary>
    public required StoryWord[] Title { get; init; }

    /// <summary>The title's words in their order, for telling a series ("week 5", "week 6") from a copy.</summary>
    public required uint[] TitleOrder { get; init; }

    public required StoryWord[] Names { get; init; }

    /// <summary>A number of more digits says more.</summary>
    public required StoryWord[] Numbers { get; init; }

    /// <summary>The smallest hashes of all runs of four words, sorted (a bottom-k sketch: Broder 1997).</summary>
    public required uint[] Shingles { get; init; }

    public static StorySketch Of(Article article)
    {
        Span<StoryToken> all = stackalloc StoryToken[2 * StoryTokens.Most];
        var title = all[..StoryTokens.Read(article.Title, all)];
        var text = all.Slice(title.Length, StoryTokens.Read(article.Summary, all[title.Length..]));
        all = all[..(title.Length + text.Length)];
        var order = new uint[title.Length];
        for (var i = 0; i < order.Length; i++) order[i] = title[i].Root;
        return new StorySketch
        {
            ArticleId = article.Id,
            FeedId = article.Source.FeedId,
            Language = article.Language,
            Published = article.Published,
            Words = Weigh(all, title.Length, TitleFactor),
            Title = Weigh(title),
            TitleOrder = order,
            Names = Weigh(all, only: StoryTokenMarks.Name),
            Numbers = Weigh(all, only: StoryTokenMarks.Number),
            Shingles = ShinglesOf(title, text),
        };
    }

    /// <summary>Each root once, with its largest weight; that of the first <paramref name="raised"/> tokens counts <paramref name="factor"/> times.</summary>
    private static StoryWord[] Weigh(ReadOnlySpan<StoryToken> tokens, int raised = 0, float factor = 1, StoryTokenMarks? only = null)
    {
        // Hash and weight in one number: sorting it sorts by hash, and the largest weight of a root comes last.
        Span<ulong> keys = stackalloc ulong[2 * StoryTokens.Most];
        var count = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Weight <= 0 || (only is { } mark && !tokens[i].Is(mark))) continue;
            keys[count++] = ((ulong)tokens[i].Root << 32) | BitConverter.SingleToUInt32Bits(i < raised ? tokens[i].Weight * factor : tokens[i].Weight);
        }
        keys[..count].Sort();
        var different = 0;
        for (var i = 0; i < count; i++)
        {
            if (different == 0 || keys[i] >> 32 != keys[different - 1] >> 32) keys[different++] = keys[i];
            else keys[different - 1] = keys[i];
        }
        var words = new StoryWord[different];
        for (var i = 0; i < different; i++) words[i] = new StoryWord((uint)(keys[i] >> 32), BitConverter.UInt32BitsToSingle((uint)keys[i]));
        return words;
    }

    private static uint[] ShinglesOf(ReadOnlySpan<StoryToken> title, ReadOnlySpan<StoryToken> text)
    {
        Span<uint> hashes = stackalloc uint[2 * StoryTokens.Most];
        var count = 0;
        for (var i = 0; i + ShingleLength <= title.Length; i++) hashes[count++] = StoryWords.Hash(title.Slice(i, ShingleLength));
        for (var i = 0; i + ShingleLength <= text.Length; i++) hashes[count++] = StoryWords.Hash(text.Slice(i, ShingleLength));
        hashes[..count].Sort();
        var different = 0;
        for (var i = 0; i < count && different < MaxShingles; i++)
        {
            if (different == 0 || hashes[i] != hashes[different - 1]) hashes[different++] = hashes[i];
        }
        return hashes[..different].ToArray();
    }
}

/// <summary>A word's root by its hash, and how much it says about which story this is.</summary>
internal readonly record struct StoryWord(uint Hash, float Weight);
