namespace Wellread.Feeds.Parsing;

/// <summary>A value that several elements can give; the one of the best rank (lowest) wins, the first among equals.</summary>
internal struct Choice
{
    private int _rank;

    public string? Value { get; private set; }

    /// <summary>The base that was in force where the value stood, or null for the feed's own.</summary>
    public string? Base { get; private set; }

    public void Offer(string? value, int rank, string? baseAddress = null)
    {
        if ((Value is not null && rank >= _rank) || string.IsNullOrWhiteSpace(value)) return;
        (Value, _rank, Base) = (value, rank, baseAddress);
    }
}

/// <summary>A date that several elements can give, chosen as <see cref="Choice"/> is, but the last among equals; what is no date is no offer.</summary>
internal struct DateChoice
{
    private int _rank;

    public DateTimeOffset? Value { get; private set; }

    public void Offer(string? text, int rank)
    {
        if (Value is not null && rank > _rank) return;
        if (FeedDates.Parse(text) is not { } date) return;
        (Value, _rank) = (date, rank);
    }
}

/// <summary>People named one after another.</summary>
internal struct NameList
{
    private List<string>? _names;
    private int _rank;

    public readonly string? Value => _names is null ? null : string.Join(", ", _names);

    /// <summary>Names of the same rank add up; a better rank replaces what was there.</summary>
    public void Offer(string? name, int rank)
    {
        if (string.IsNullOrWhiteSpace(name) || (_names is not null && rank > _rank)) return;
        if (_names is null || rank < _rank) _names = [];
        _rank = rank;
        if (_names.Count < 100 && !_names.Contains(name.Trim())) _names.Add(name.Trim());
    }
}
