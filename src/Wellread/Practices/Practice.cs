using System.Collections.Immutable;

namespace Wellread.Practices;

/// <summary>Whom suggestions are for. One practice exists without anyone setting it up.</summary>
internal sealed record Practice
{
    public const string DefaultId = "default";

    public required string Id { get; init; }

    /// <summary>Two-letter ISO 639-1 codes of the languages that its patients read.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>Topic slugs that it cares about most; empty where every topic is as good.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Feed ids whose articles are never suggested.</summary>
    public ImmutableHashSet<string> BlockedFeeds { get; init; } = [];
}
