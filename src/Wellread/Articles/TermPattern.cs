using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>What one part of a pattern asks for.</summary>
internal enum TermPartKind
{
    /// <summary>One word of a set.</summary>
    Word,

    /// <summary>Up to so many words of any kind, within a clause.</summary>
    Gap,

    /// <summary>The next word is none of a set; takes none.</summary>
    Not,

    /// <summary>A clause begins or ends here; takes none.</summary>
    Edge,

    /// <summary>A whole number of a range.</summary>
    Number,
}

/// <summary>One part of a pattern.</summary>
/// <param name="Set">The number of a set of words, for <see cref="TermPartKind.Word"/> and <see cref="TermPartKind.Not"/>.</param>
/// <param name="Least">The least of a range.</param>
/// <param name="Most">The longest gap, or the most of a range.</param>
internal readonly record struct TermPart(TermPartKind Kind, int Set = 0, int Least = 0, int Most = 0);

/// <summary>Parts that stand in one clause, in order. Where a word of the set <paramref name="Unless"/> stands anywhere in the same text, it says something else (0: none).</summary>
internal sealed record TermPattern(int Section, ImmutableArray<TermPart> Parts, int Unless);
