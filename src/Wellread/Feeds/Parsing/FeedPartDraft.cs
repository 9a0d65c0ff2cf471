using System.Collections.Immutable;

namespace Wellread.Feeds.Parsing;

/// <summary>What feed and item have in common while they are read.</summary>
internal class FeedPartDraft
{
    private const int MaxCategories = 100;

    private List<string>? _categories;

    /// <summary>The base that <c>xml:base</c> set for the whole part, or null.</summary>
    public string? Base { get; set; }

    public Choice Id;
    public Choice Title;
    public Choice Link;
    public Choice Summary;
    public Choice Image;
    public DateChoice Published;
    public DateChoice Updated;
    public NameList Author;

    public ImmutableArray<string> Categories => [.. _categories ?? []];

    public void AddCategory(string? category)
    {
        if (string.IsNullOrWhiteSpace(category)) return;
        category = category.Trim();
        _categories ??= [];
        if (_categories.Count < MaxCategories && !_categories.Contains(category)) _categories.Add(category);
    }

    /// <summary>Words between commas.</summary>
    public void AddCategories(string list)
    {
        foreach (var category in list.AsSpan().Split(',')) AddCategory(list[category]);
    }

    protected static string? MarkupOf(Choice choice, string? partBase) =>
        choice.Value is null ? null : MarkupLinks.Resolve(choice.Value, choice.Base ?? partBase);

    protected static string? LinkOf(Choice choice, string? partBase) =>
        choice.Value is null ? null : LinkResolver.Resolve(choice.Base ?? partBase, choice.Value);

    /// <summary>
    /// An id is a link only where it looks like one: <c>/2024/12</c> is, <c>12345</c> is not, <c>2024/12</c> is where the feed sets a base.
    /// </summary>
    protected static string? IdOf(Choice choice, string? partBase) =>
        choice.Value?.IndexOf('/', StringComparison.Ordinal) is { } slash && (slash == 0 || (slash > 0 && choice.Base is not null))
            ? LinkOf(choice, partBase)
            : choice.Value?.Trim();
}
