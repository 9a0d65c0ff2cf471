using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>What one part of a pattern asks for.</summary>
internal enum CuePartKind
{
    /// <summary>One of some words, phrases or mentions.</summary>
    Words,

    /// <summary>Up to so many words of any kind.</summary>
    Gap,

    /// <summary>Not one of these words; takes none.</summary>
    Not,

    /// <summary>The start of a sentence; takes none.</summary>
    Start,
}

/// <summary>One part of a pattern.</summary>
/// <param name="Phrases">The rest of each phrase, by its first word.</param>
/// <param name="Mentions">The kinds of mention that will do.</param>
/// <param name="Most">The longest gap.</param>
internal sealed record CuePart(CuePartKind Kind, IReadOnlyDictionary<int, ImmutableArray<ImmutableArray<int>>> Phrases, ImmutableArray<CueMention> Mentions, int Most);

/// <summary>The mentions that a pattern can ask for.</summary>
internal enum CueMention
{
    Name,
    Capitals,
    Date,
    Age,
    Number,
    Phone,
    Past,
}

/// <summary>A line of a cue list: where its parts stand in one sentence, in order, the cue is there.</summary>
internal sealed record CuePattern(CueKind Kind, ImmutableArray<CuePart> Parts);

/// <summary>A cue that was found: words from <paramref name="First"/> up to, not including, <paramref name="Last"/>, and the words of its first name or capitals.</summary>
internal readonly record struct CueHit(CueKind Kind, int First, int Last, int NameFirst, int NameLast);
