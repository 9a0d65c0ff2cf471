using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Wellread.Suggestions;

/// <summary>
/// Where the next page of a list goes on whose order does not change: behind the item that was shown last, be it there still or not. What comes in before it waits for the next first page.
/// </summary>
/// <param name="MadeAt">When the page was made.</param>
/// <param name="Filter">The list and whose it is: a cursor of another is refused.</param>
/// <param name="After">The place of the last item.</param>
internal sealed record ListCursor(DateTimeOffset MadeAt, string Filter, ListPlace After)
{
    private const string Version = "1";
    private const int MaxLength = 400;

    public bool Holds(DateTimeOffset now) => MadeAt >= now - SuggestionCursor.Lifetime;

    /// <summary>Text that is safe in an address; its inside may change at any time.</summary>
    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Version}|{MadeAt.UtcTicks}|{After.Order}|{After.ArticleId}|{Filter}")));

    /// <summary>The cursor, or null where the text is none of ours.</summary>
    public static ListCursor? Decode(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 5) is [Version, var ticks, var order, var articleId, var filter]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var madeAt)
            && madeAt <= DateTimeOffset.MaxValue.UtcTicks
            && long.TryParse(order, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place)
            ? new ListCursor(new DateTimeOffset(madeAt, TimeSpan.Zero), filter, new ListPlace(place, articleId))
            : null;
    }
}

/// <summary>Where an item stands in a list: the highest <paramref name="Order"/> first, those with the same by id.</summary>
internal readonly record struct ListPlace(long Order, string ArticleId) : IComparable<ListPlace>
{
    /// <summary>By rank, as all instances have it.</summary>
    public static ListPlace Of(Candidate candidate)
    {
        // In the order of the numbers, be they below zero (IEEE 754).
        var bits = BitConverter.DoubleToInt64Bits(candidate.Rank);
        return new ListPlace(bits < 0 ? bits ^ long.MaxValue : bits, candidate.Article.Id);
    }

    public int CompareTo(ListPlace other) => other.Order.CompareTo(Order) is not 0 and var order ? order : string.CompareOrdinal(ArticleId, other.ArticleId);
}

/// <summary>A page of a list.</summary>
/// <param name="Items">What it shows.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">Null behind the last page.</param>
internal sealed record ListPage(IReadOnlyList<RankedSuggestion> Items, int Total, ListCursor? Next);
