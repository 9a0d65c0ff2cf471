using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Privacy;

/// <summary>Words of sickness and care from the lists by which articles get their topics: far more than the guard's own. Words of everyday life are left out.</summary>
internal static class HealthTerms
{
    private const int LeastWeight = 2;

    private static readonly FrozenSet<string> Everyday = FrozenSet.ToFrozenSet(
    [
        "exercise", "nutrition", "weight", "sun-and-skin", "vitamins", "sleep", "babies", "children", "teens", "stress", "healthy-ageing", "food-safety", "heat-and-cold", "first-aid", "preventive-care", "caregiving",
        "travel-health", "costs-and-coverage", "digital-wellbeing", "environment", "violence",
    ]);

    private static readonly bool[] IsOfCare = [.. TopicCatalog.Lexicon.Sections.Select(section => !Everyday.Contains(section.Slug))];

    /// <summary>Where they stand.</summary>
    public static List<(int Start, int End)> Find(string text)
    {
        var places = new List<(int, int)>();
        var words = FoldedWords.From(text, withPlaces: true);
        foreach (var language in (ReadOnlySpan<string>)["en", "es"])
        {
            foreach (var hit in TopicCatalog.Lexicon.Find(words, language))
            {
                if (hit.Weight >= LeastWeight && IsOfCare[hit.Section]) places.Add(words.PlaceOf(hit.Start, hit.Length));
            }
        }
        return places;
    }

    /// <summary>The subject that most of them are of; null where there is none.</summary>
    public static Topic? SubjectOf(string text, string language)
    {
        var weights = new Dictionary<int, int>();
        foreach (var hit in TopicCatalog.Lexicon.Find(FoldedWords.From(text, withPlaces: true), language))
        {
            if (hit.Weight >= LeastWeight && IsOfCare[hit.Section]) weights[hit.Section] = weights.GetValueOrDefault(hit.Section) + hit.Weight;
        }
        return weights.Count == 0 ? null : TopicCatalog.Find(TopicCatalog.Lexicon.Sections[weights.MaxBy(section => (section.Value, -section.Key)).Key].Slug);
    }
}
