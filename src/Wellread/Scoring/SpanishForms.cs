namespace Wellread.Scoring;

/// <summary>Spanish plurals; adjectives in -o also in -a. Verbs stand in the list in the forms that are looked for.</summary>
internal sealed class SpanishForms : JargonForms
{
    protected override string Plural(string noun)
    {
        var words = noun.Split(' ');
        // "infarto de miocardio", "presión arterial": the noun and the adjectives behind it, up to a preposition.
        for (var i = 0; i < words.Length && words[i] is not ("de" or "del" or "a" or "al" or "en" or "por" or "con" or "sin" or "para" or "que" or "y" or "o"); i++) words[i] = WordPlural(words[i]);
        return string.Join(' ', words);
    }

    protected override string PhrasePlural(string phrase) => Plural(phrase);

    protected override IEnumerable<JargonTerm> Adjective(string term, string plain)
    {
        yield return new(term, plain);
        yield return new(WordPlural(term), plain);
        if (!term.EndsWith('o')) yield break;
        yield return new(term[..^1] + "a", plain);
        yield return new(term[..^1] + "as", plain);
    }

    protected override IEnumerable<JargonTerm> Verb(string term, string plain) => [new(term, plain)];

    private static string WordPlural(string word)
    {
        if (word.EndsWith('s') || word.EndsWith('x')) return word;
        if (word.EndsWith('z')) return word[..^1] + "ces";
        if (word.EndsWith("ión", StringComparison.Ordinal)) return word[..^2] + "ones";
        if (word.EndsWith("én", StringComparison.Ordinal)) return word[..^2] + "enes";
        if (word.EndsWith("ón", StringComparison.Ordinal)) return word[..^2] + "ones";
        return word[^1] is 'a' or 'e' or 'o' or 'i' or 'u' or 'é' or 'á' or 'ó' ? word + "s" : word + "es";
    }
}
