namespace Wellread.Scoring;

/// <summary>Makes the forms of a term, each with the same form of its plain words, so that a swap fits into the sentence.</summary>
internal abstract class JargonForms
{
    public static JargonForms English { get; } = new EnglishForms();

    public static JargonForms Spanish { get; } = new SpanishForms();

    /// <param name="kind"><c>noun</c>, <c>mass</c> (no plural), <c>verb</c>, <c>adjective</c> or <c>short form</c>.</param>
    /// <param name="term">In the base form, or <c>base/plural</c>.</param>
    /// <param name="plain">The same for the plain words.</param>
    public IEnumerable<JargonTerm> Of(string kind, string term, string plain)
    {
        var (one, many) = Pair(term);
        var (plainOne, plainMany) = Pair(plain);
        return kind switch
        {
            "noun" => [new(one, plainOne), new(many ?? Plural(one), plainMany ?? PhrasePlural(plainOne))],
            "short form" => [new(one, plainOne) { FollowsNoun = CanOnlyFollowNoun(plainOne) }, new(one + "s", plainMany ?? PhrasePlural(plainOne))],
            "verb" => Verb(one, plainOne),
            "adjective" => Adjective(one, plainOne),
            "mass" => many is null ? [new(one, plainOne)] : [new(one, plainOne), new(many, plainMany ?? plainOne)],
            _ => throw new FormatException($"'{kind}' is no kind of term."),
        };
    }

    protected abstract string Plural(string noun);

    /// <summary>The plural of a phrase of plain words: of the word before "of", "in", "that" and the like.</summary>
    protected abstract string PhrasePlural(string phrase);

    protected virtual IEnumerable<JargonTerm> Adjective(string term, string plain) => [new(term, plain)];

    /// <summary>Whether the plain words can't stand before a noun: "put on the skin".</summary>
    protected virtual bool CanOnlyFollowNoun(string plain) => false;

    protected abstract IEnumerable<JargonTerm> Verb(string term, string plain);

    private static (string One, string? Many) Pair(string text) => text.Split('/') is [var one, var many] ? (one, many) : (text, null);
}
