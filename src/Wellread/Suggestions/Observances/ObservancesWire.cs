namespace Wellread.Suggestions.Observances;

/// <summary>What is observed in these days, by first day.</summary>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="Items">The observances.</param>
internal sealed record ObservanceList(DateOnly From, DateOnly To, IReadOnlyList<ObservanceItem> Items);

/// <summary>A health day, week or month.</summary>
/// <param name="Id">Its id, to ask what fits it.</param>
/// <param name="Name">Its name in each language.</param>
/// <param name="Start">Its first day.</param>
/// <param name="End">Its last day.</param>
/// <param name="Topics">What it is about, the main topic first.</param>
/// <param name="Tip">What a patient can do, in each language; null where nobody has written it.</param>
/// <param name="Country">The country that keeps it, two letters; null for the whole world.</param>
/// <param name="By">Who declared it.</param>
/// <param name="Source">Where they say so.</param>
/// <param name="Checked">When we last saw the page say so; empty where we have not.</param>
/// <param name="Ready">How many suggestions are ready for it, counted up to 3; null where nobody asked.</param>
/// <param name="Suggestions">The address that shows what fits it.</param>
internal sealed record ObservanceItem(
    string Id,
    ObservanceText Name,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<string> Topics,
    ObservanceText? Tip,
    string? Country,
    string By,
    string Source,
    DateOnly? Checked,
    int? Ready,
    string Suggestions)
{
    public static ObservanceItem From(ObservanceOccurrence occurrence)
    {
        var observance = occurrence.Observance;
        return new(
            observance.Id,
            new(observance.Name, observance.NameSpanish),
            occurrence.Start,
            occurrence.End,
            observance.Topics,
            observance.Tip is { } tip ? new(tip, observance.TipSpanish) : null,
            observance.Country,
            observance.By,
            observance.Source.AbsoluteUri,
            observance.Checked,
            Ready: null,
            $"/api/v1/observances/{observance.Id}/suggestions");
    }
}

/// <summary>Words in each language.</summary>
/// <param name="En">In English.</param>
/// <param name="Es">In Spanish; null where only English is known.</param>
internal sealed record ObservanceText(string En, string? Es);

/// <summary>What fits a health day, week or month.</summary>
/// <param name="Observance">The observance and the next time it is; its days are null where no more are known.</param>
/// <param name="Items">The suggestions, what is mainly about it first. Empty where nothing in store fits.</param>
/// <param name="Samples">True while invented samples stand in, because no feed has been read yet. Do not share them.</param>
/// <param name="Stale">True while the store does not answer, so that the newest articles may be missing.</param>
internal sealed record ObservanceSuggestions(ObservanceItem? Observance, IReadOnlyList<Suggestion> Items, bool Samples, bool Stale);
