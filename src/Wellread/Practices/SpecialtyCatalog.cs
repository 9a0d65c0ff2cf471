using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>A kind of practice: a preset of topic weights, which each practice can change for itself.</summary>
/// <param name="Slug">Its stable name.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="TopicWeights">By topic slug, 0 to 3; a topic that is not named has 1.</param>
internal sealed record Specialty(string Slug, string Name, FrozenDictionary<string, double> TopicWeights)
{
    /// <summary>The age of its oldest patients; null where it has patients of any age.</summary>
    public int? OldestPatient { get; init; }
}

/// <summary>The presets, as in <c>specialties.txt</c>.</summary>
internal static class SpecialtyCatalog
{
    public const double MaxWeight = 3;
    private const string UpTo = "| up to ";

    /// <summary>In the order of the file.</summary>
    public static ImmutableArray<Specialty> All { get; } = Load();

    private static readonly FrozenDictionary<string, Specialty> BySlug = All.ToFrozenDictionary(specialty => specialty.Slug, StringComparer.OrdinalIgnoreCase);

    /// <summary>The slugs, as a sentence lists them.</summary>
    public static string Slugs { get; } = string.Join(", ", All.Select(specialty => specialty.Slug));

    /// <summary>The specialty of a slug, in any case, or null.</summary>
    public static Specialty? Find(string slug) => BySlug.GetValueOrDefault(slug.Trim());

    private static ImmutableArray<Specialty> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Practices.specialties.txt")
            ?? throw new InvalidOperationException("The list of specialties is not embedded.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Lines: <c>[slug] name</c> opens a specialty, with <c>| up to 21</c> behind it where no patient is older, <c>2.5: topic, topic</c> gives topics their weight, <c>#</c> is a comment.</summary>
    internal static ImmutableArray<Specialty> Parse(string text)
    {
        var specialties = ImmutableArray.CreateBuilder<Specialty>();
        foreach (var section in text.Split("\n[").Skip(1))
        {
            var lines = section.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var heading = lines[0].Split(']', 2, StringSplitOptions.TrimEntries);
            var name = heading[1].Split(UpTo, 2, StringSplitOptions.TrimEntries);
            var weights = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var line in lines.Skip(1).Where(line => line[0] != '#')) Add(weights, line);
            specialties.Add(new Specialty(heading[0], name[0], weights.ToFrozenDictionary(StringComparer.Ordinal))
            {
                OldestPatient = name.Length > 1 ? int.Parse(name[1], CultureInfo.InvariantCulture) : null,
            });
        }

        return specialties.ToImmutable();
    }

    private static void Add(Dictionary<string, double> weights, string line)
    {
        var parts = line.Split(':', 2);
        var weight = double.Parse(parts[0], CultureInfo.InvariantCulture);
        if (weight is < 0 or > MaxWeight) throw new InvalidOperationException($"A topic's weight is from 0 to {MaxWeight}.");
        foreach (var slug in parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (TopicCatalog.Find(slug) is null) throw new InvalidOperationException($"There is no topic '{slug}'.");
            weights.Add(slug, weight);
        }
    }
}
