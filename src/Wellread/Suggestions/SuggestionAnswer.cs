using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>A page of suggestions as it goes over the wire. Most articles that come in change nothing of it but its cursor, so that stands apart from its text.</summary>
/// <param name="text">All but the cursor.</param>
/// <param name="next">Null behind the last page.</param>
/// <param name="basis">As long as it holds, the answer does.</param>
/// <param name="reach">What would have to change it; null where that is not known.</param>
/// <param name="key">The question.</param>
internal sealed class SuggestionAnswer(AnswerText text, SuggestionCursor? next, AnswerBasis basis, AnswerReach? reach, AnswerKey key)
{
    /// <summary>Basis, reach, end, tag, headers and its places in the maps.</summary>
    private const int BytesBesideTheText = 3000;

    public AnswerText Text => text;

    /// <summary>The cursor and what stands behind it. Made when somebody asks: of most answers that are kept up to date nobody does before the next change.</summary>
    public byte[] End => field ??= text.EndWith(NextCursor);

    public string? NextCursor => field ??= next?.Encode();

    public AnswerBasis Basis => basis;

    public AnswerReach? Reach => reach;

    /// <summary>As it was last given out; whoever remembers that weakly has it as long as the answer is kept.</summary>
    public ReadyAnswer? LastGiven { get; set; }

    /// <summary>Whether anyone asked for it since it was made.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>What takes its place as soon as what is being prepared is there.</summary>
    public SuggestionAnswer? Successor { get; set; }

    public void Ask()
    {
        // Read much more often than written: a write would take the line from the other processor's cache.
        if (!WasAsked) WasAsked = true;
    }

    /// <summary>
    /// The same answer by what came after it. Only the cursor has a new time: what came meanwhile may be on the next page. So somebody asked for it as soon as somebody asked for this one.
    /// </summary>
    public SuggestionAnswer With(AnswerBasis then, AnswerReach reachThen, DateTimeOffset now) =>
        new(text, next is null ? null : next with { AsOf = now }, then, reachThen, key) { WasAsked = WasAsked };

    /// <summary>Bytes that keeping it takes. What it was made from is known by numbers alone, so nothing else is kept with it.</summary>
    public long Weight => text.Length + BytesBesideTheText + key.Weight;
}

/// <summary>What tells one question from another; the practice by its id, as its settings belong to the basis.</summary>
internal sealed record AnswerKey(string Practice, Channel? Channel, string? Topic, string? Language, int Limit, SuggestionCursor? Cursor, bool WithFigures)
{
    public static AnswerKey Of(SuggestionQuery query) => new(query.Practice.Id, query.Channel?.Channel, query.Topic, query.Language, query.Limit, query.Cursor, query.WithFigures);

    /// <summary>Bytes, of which a cursor takes most.</summary>
    public long Weight => 200 + (Cursor?.Weight ?? 0);

    public SuggestionQuery For(Practice practice) =>
        new(practice, Channel is { } channel ? ChannelInfo.Of(channel) : null, Topic, Language, Limit, Cursor) { WithFigures = WithFigures };
}
