using System.Globalization;
using System.Numerics;

namespace Wellread.Articles;

/// <summary>
/// What a title says, as hashes of its words: tells whether another title says nearly the same months later, when <see cref="StoryMatcher"/> no longer compares.
/// A year in a title says nothing ("Sunscreen tips for 2026").
/// </summary>
internal sealed class TitleSketch
{
    /// <summary>Words of a title that are looked at.</summary>
    private const int MaxWords = 40;
    private const double RepeatFrom = 0.55;
    private const double AllShared = 0.95;

    /// <summary>Two titles that share less, and have other words besides, say too little to be held for the same: "Flu season is here", "Flu season: who is at risk".</summary>
    private const float EnoughShared = 2.3f;

    private static readonly HashSet<uint> Years = [.. Enumerable.Range(1990, 110).Select(year => StoryWords.Hash(year.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Sorted by hash, each once.</summary>
    private readonly StoryWord[] _words;

    /// <summary>The words in their order, those that say nothing left out.</summary>
    private readonly StoryToken[] _order;
    private readonly float _sum;

    /// <summary>One bit for each word, which others may have as well (Bloom 1970).</summary>
    private readonly ulong _bits;

    private TitleSketch(StoryWord[] words, StoryToken[] order)
    {
        (_words, _order) = (words, order);
        foreach (var word in words) (_sum, _bits) = (_sum + word.Weight, _bits | (1UL << (int)(word.Hash & 63)));
    }

    public static TitleSketch Of(string title)
    {
        Span<StoryToken> tokens = stackalloc StoryToken[StoryTokens.Most];
        var words = new List<StoryWord>(16);
        var order = new List<StoryToken>(16);
        foreach (var token in tokens[..Math.Min(MaxWords, StoryTokens.Read(title, tokens))])
        {
            if (token.Weight <= 0 || (token.Is(StoryTokenMarks.Number) && Years.Contains(token.Root))) continue;
            order.Add(token);
            if (!words.Exists(word => word.Hash == token.Root)) words.Add(new StoryWord(token.Root, token.Weight));
        }
        words.Sort((a, b) => a.Hash.CompareTo(b.Hash));
        return new TitleSketch([.. words], [.. order]);
    }

    /// <summary>True where no word of the title says anything.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>0 to 1: the weight of shared words in that of all (weighted Jaccard).</summary>
    public double Likeness(TitleSketch other) => Share(Shared(other), other);

    /// <summary>Whether the two have a word in common.</summary>
    public bool Shares(TitleSketch other) => Shared(other) > 0;

    /// <summary>Whether a reader would take the two for the same piece.</summary>
    public bool Repeats(TitleSketch other)
    {
        if (_order.Length == 0 || !MayRepeat(other)) return false;
        var shared = Shared(other);
        var share = Share(shared, other);
        return share >= RepeatFrom && (shared >= EnoughShared || share >= AllShared) && !IsSeries(other);
    }

    /// <summary>Most titles share no two words, which takes a glance to see: a ranking compares thousands.</summary>
    private bool MayRepeat(TitleSketch other) => _words.Length < 3 || other._words.Length < 3 || BitOperations.PopCount(_bits & other._bits) > 1;

    /// <summary>
    /// Titles alike but for one or two words in their places that each say something: parts of a series ("week 5", "week 6"), or one template with two subjects.
    /// </summary>
    private bool IsSeries(TitleSketch other)
    {
        if (_order.Length != other._order.Length) return false;
        var different = 0;
        for (var i = 0; i < _order.Length; i++)
        {
            if (_order[i].Root == other._order[i].Root) continue;
            if (!Says(_order[i]) || !Says(other._order[i])) return false;
            different++;
        }
        return different is 1 or 2;
    }

    private static bool Says(StoryToken word) => word.Weight >= 1 || word.Is(StoryTokenMarks.Number);

    private double Share(float shared, TitleSketch other) => shared == 0 ? 0 : shared / (_sum + other._sum - shared);

    private float Shared(TitleSketch other)
    {
        var shared = 0f;
        var theirs = other._words;
        for (int i = 0, j = 0; i < _words.Length && j < theirs.Length;)
        {
            if (_words[i].Hash == theirs[j].Hash) shared += Math.Min(_words[i++].Weight, theirs[j++].Weight);
            else if (_words[i].Hash < theirs[j].Hash) i++;
            else j++;
        }
        return shared;
    }
}
