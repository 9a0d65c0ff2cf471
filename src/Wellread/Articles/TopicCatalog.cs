using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>The health subjects that an editor picks from: <c>Terms/topics.txt</c>.</summary>
internal static class TopicCatalog
{
    internal static TermLexicon Lexicon { get; } = TermLexicon.Load("topics.txt");

    /// <summary>In the order of the English names.</summary>
    public static ImmutableArray<Topic> All { get; } =
        [.. Lexicon.Sections.Select(section => new Topic(section.Slug, section.Names[0], section.Names[1])).OrderBy(topic => topic.English, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, Topic> BySlug = All.ToFrozenDictionary(topic => topic.Slug, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((topic, place) => KeyValuePair.Create(topic.Slug, place)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The place of a slug in <see cref="All"/>, or -1.</summary>
    public static int IndexOf(string slug) => Places.TryGetValue(slug, out var place) ? place : -1;

    /// <summary>The topic of a slug, or null.</summary>
    public static Topic? Find(string slug) => BySlug.GetValueOrDefault(slug);
}

/// <summary>A health subject. The slug is stable; the names are for people.</summary>
internal sealed record Topic(string Slug, string English, string Spanish)
{
    public string NameIn(string language) => language == "es" ? Spanish : English;
}
