using System.Collections.Immutable;
using NodaTime;

namespace Wellread.Suggestions.Observances;

/// <summary>A day, week or month that a body has declared for a subject of health.</summary>
internal sealed record Observance
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string NameSpanish { get; init; }

    /// <summary>On which days of each year it begins, as an RRULE of RFC 5545 with <c>FREQ=YEARLY</c>; null where its days are listed.</summary>
    public string? Rule { get; init; }

    /// <summary>The days on which it begins, where no rule gives them.</summary>
    public ImmutableArray<DateOnly> Dates { get; init; } = [];

    /// <summary>How long it lasts, from its first day on: a day, seven days, a month.</summary>
    public required Period Lasts { get; init; }

    /// <summary>Topic slugs, the main one first, those that it only touches behind. Never empty.</summary>
    public required ImmutableArray<string> Topics { get; init; }

    /// <summary>Slugs of topics that are wholly part of it, as high blood pressure is of a month for the heart: what is about one of them fits as well.</summary>
    public ImmutableArray<string> Covers { get; init; } = [];

    /// <summary>The topics one of which an article is about that fits.</summary>
    public IEnumerable<string> Subjects => Covers.Prepend(Topics[0]).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Its subject in words and short phrases of any language, where no topic is as narrow ("rabies"): only what says one of them in its title fits. Empty where its topics say it all.
    /// </summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What a patient can do, in a sentence or two; null where nobody has written one.</summary>
    public string? Tip { get; init; }

    public string? TipSpanish { get; init; }

    /// <summary>Two-letter ISO 3166-1 code of the country that keeps it; null where the world does.</summary>
    public string? Country { get; init; }

    /// <summary>Who declared it.</summary>
    public required string By { get; init; }

    /// <summary>Where they say so.</summary>
    public required Uri Source { get; init; }

    /// <summary>When we last saw the page say so; null where we have not.</summary>
    public DateOnly? Checked { get; init; }

    /// <summary>Whether a practice that keeps these countries' days keeps it; none named = all.</summary>
    public bool IsKeptIn(ImmutableArray<string> countries) => Country is null || countries.IsEmpty || countries.Contains(Country);

    public string NameIn(string language) => language == "es" ? NameSpanish : Name;

    public string? TipIn(string language) => language == "es" ? TipSpanish : Tip;
}

/// <summary>An observance in one year.</summary>
/// <param name="Observance">What is observed.</param>
/// <param name="Start">Its first day.</param>
/// <param name="End">Its last day; the same as the first where it lasts a day.</param>
internal sealed record ObservanceOccurrence(Observance Observance, DateOnly Start, DateOnly End);
