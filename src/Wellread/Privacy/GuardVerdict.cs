using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>What a text is for.</summary>
internal enum PostMode
{
    Post,
    Reply,
    Caption,
}

/// <summary>How bad a finding is: `warn` to look again, `block` not to post it like this.</summary>
internal enum FindingSeverity
{
    Warn,
    Block,
}

/// <summary>What to do with a text: `block` is the worst; `clear` means that nothing was found.</summary>
internal enum PostVerdict
{
    Clear,
    Warn,
    Block,
}

/// <summary>A place that reveals a patient, or helps to: in the text that was sent, in UTF-16 units.</summary>
/// <param name="IsStory">Whether it is a sentence that the post model points at, not a place that a rule knows.</param>
internal sealed record GuardFinding(MentionKind Kind, FindingSeverity Severity, int Start, int End, bool IsStory = false)
{
    /// <summary>Whether it stays whatever the post model says.</summary>
    public bool IsSure { get; init; }

    /// <summary>The same place in <see cref="GuardText.Plain"/>.</summary>
    public (int Start, int End) InPlain { get; init; }
}

/// <summary>All that the guard says of a text.</summary>
/// <param name="Counted">The text's length as its network counts; 0 where no network was named.</param>
/// <param name="Safer">Texts that reveal nobody, to use in its place; empty where nothing was found.</param>
internal sealed record GuardResult(PostVerdict Verdict, ImmutableArray<GuardFinding> Findings, int Counted, ImmutableArray<string> Safer)
{
    public static GuardResult Clear { get; } = new(PostVerdict.Clear, [], 0, []);
}
