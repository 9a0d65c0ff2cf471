using System.Collections.Immutable;

namespace Wellread.Practices;

/// <summary>What became of a change to a practice.</summary>
internal abstract record PracticeChange
{
    private PracticeChange() { }

    internal sealed record Saved(Practice Practice, bool IsNew) : PracticeChange;

    /// <summary>There is no such practice to change.</summary>
    internal sealed record Unknown : PracticeChange;

    /// <summary>Somebody else changed it meanwhile.</summary>
    internal sealed record Stale : PracticeChange;

    /// <summary>There are as many practices as there may be.</summary>
    internal sealed record TooMany : PracticeChange;

    /// <summary>Something in it is not right.</summary>
    internal sealed record Wrong(ImmutableArray<FieldError> Errors) : PracticeChange;

    /// <summary>It would bring the practice to more channels for patients than it does well on, and nobody has said yes to that.</summary>
    internal sealed record NeedsYes(ImmutableArray<ChannelInfo> Channels) : PracticeChange;
}

/// <summary>What an edit makes of a practice: settings to save, or a reason not to.</summary>
internal abstract record PracticeEdit
{
    private PracticeEdit() { }

    internal sealed record Accepted(PracticeSettings Settings) : PracticeEdit;

    internal sealed record Refused(PracticeChange Change) : PracticeEdit;
}

/// <summary>A field that is wrong, as the request names it, and what would be right.</summary>
internal readonly record struct FieldError(string Field, string Message);
