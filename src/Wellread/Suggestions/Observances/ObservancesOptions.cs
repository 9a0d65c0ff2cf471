namespace Wellread.Suggestions.Observances;

/// <summary>Settings of the health days, weeks and months, section <c>Observances</c>.</summary>
internal sealed class ObservancesOptions
{
    public const string Section = "Observances";

    /// <summary>The list that comes with Wellread. Default: <c>feeds/observances.json</c>.</summary>
    public string File { get; set; } = "feeds/observances.json";

    /// <summary>Your own list, of the same form. An entry with the id of one of ours stands in its place. Default: none.</summary>
    public string? OwnFile { get; set; }

    /// <summary>The countries whose observances to show beside the world's, two letters each: <c>US</c>. Default: all.</summary>
    public IList<string> Countries { get; } = [];
}
