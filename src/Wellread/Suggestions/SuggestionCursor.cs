using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Wellread.Suggestions;

/// <summary>
/// Where a next page goes on: with what was there at <paramref name="AsOf"/> and was not shown yet. It knows the stories that were shown last, as the order is made
/// anew for each page and one article that left it moves others: the next page is the best of what is not among them. So none of them comes twice, and nothing is
/// missed as long as no change moves it up past all of them. Further back only their number is known, and something moved down from there may come twice.
/// </summary>
/// <param name="AsOf">When the first page was made. What came later waits for the next first page.</param>
/// <param name="Count">How many were shown.</param>
/// <param name="Latest">The stories shown last, the oldest first, <see cref="TailLength"/> characters each.</param>
/// <param name="Filter">The question that it belongs to.</param>
internal sealed record SuggestionCursor(DateTimeOffset AsOf, int Count, string Latest, string Filter)
{
    public const int MostRemembered = 150;

    /// <summary>The list ends there: an order this long still takes some hundredths of a second.</summary>
    public const int MostShown = 10_000;

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The clocks of two instances may be so far apart.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Ids are made by a hash, and a story has the id of its first article: 40 bits of it.</summary>
    private const int TailLength = 8;

    /// <summary>As many of the oldest that are remembered tell where they stand now; one alone may have moved.</summary>
    private const int Anchors = 10;

    private const string Version = "2";
    private const int LongestHead = 300;

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly HashSet<string> _latest = [.. Latest.Chunk(TailLength).Select(tail => new string(tail))];

    /// <summary>Bytes in memory: each story once in the text and once in the set of them.</summary>
    public long Weight => 500 + (12L * Latest.Length);

    public static SuggestionCursor Begin(SuggestionQuery query, DateTimeOffset now) => new(now, 0, "", query.Filter);

    /// <summary>Whether it can still be gone on with.</summary>
    public bool Holds(DateTimeOffset now) => AsOf >= now - Lifetime && AsOf <= now + Ahead && Count < MostShown;

    public bool HasShown(Candidate candidate) => _latest.Contains(TailOf(candidate));

    /// <summary>Where the first stands that may not have been shown yet: behind those of which only the number is known.</summary>
    public int StartIn(IReadOnlyList<Placed> order)
    {
        var forgotten = Math.Max(0, Count - _latest.Count);
        if (forgotten == 0) return 0;
        var anchors = Latest.Chunk(TailLength).Take(Anchors).Select(tail => new string(tail)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < order.Count; i++)
        {
            if (anchors.Contains(TailOf(order[i].Candidate))) return i;
        }
        return forgotten;
    }

    /// <summary>Behind these; null where the list ends by its length.</summary>
    public SuggestionCursor? After(IReadOnlyCollection<RankedSuggestion> shown)
    {
        var latest = string.Concat(shown.Select(suggestion => TailOf(suggestion.Candidate)).Prepend(Latest));
        return Count + shown.Count >= MostShown ? null
            : new SuggestionCursor(AsOf, Count + shown.Count, latest[Math.Max(0, latest.Length - (MostRemembered * TailLength))..], Filter);
    }

    /// <summary>Text that is safe in an address; its inside may change at any time.</summary>
    public string Encode() =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version}|{AsOf.UtcTicks}|{Count}|{Filter}")))}.{Latest}";

    /// <summary>The cursor, or null where the text is none of ours.</summary>
    public static SuggestionCursor? Decode(string text)
    {
        if (text.Split('.') is not [{ Length: <= LongestHead } head, { Length: <= MostRemembered * TailLength } latest] || !Base64Url.IsValid(head)) return null;
        if (latest.Length % TailLength != 0 || latest.AsSpan().ContainsAnyExcept(Characters)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(head)).Split('|', 4) is [Version, var ticks, var shown, var filter]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var asOf)
            && asOf <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new SuggestionCursor(new DateTimeOffset(asOf, TimeSpan.Zero), count, latest, filter)
            : null;
    }

    public bool Equals(SuggestionCursor? other) =>
        other is not null && (AsOf, Count, Latest, Filter) == (other.AsOf, other.Count, other.Latest, other.Filter);

    public override int GetHashCode() => HashCode.Combine(AsOf, Count, Latest, Filter);

    private static string TailOf(Candidate candidate) => candidate.Article.Story is { Length: > TailLength } story ? story[^TailLength..] : candidate.Article.Story.PadLeft(TailLength, '_');
}
