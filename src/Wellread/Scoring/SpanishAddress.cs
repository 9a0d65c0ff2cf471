using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// Where a Spanish text speaks to its reader, and what it first tells them to do. "Su" is "his", "her", "its" and "their" as well, so it counts only beside "usted" or a verb that
/// speaks to the reader. In doubt nothing does.
/// </summary>
internal static class SpanishAddress
{
    // What stands further behind the start of its sentence opens nothing.
    private const int Farthest = 50;

    private static readonly FrozenSet<uint> You = Hashes("usted ustedes ud uds tu tus te ti tú contigo tuyo tuya puedes debes tienes quieres necesitas sientes estás eres sabes tendrás podrás debas puedas tengas quieras");

    private static readonly FrozenSet<uint> Tu = Hashes("tu tus te ti tú contigo puedes debes tienes quieres necesitas sientes estás eres");

    private static readonly FrozenSet<uint> Your = Hashes("su sus");

    private static readonly FrozenSet<uint> Not = Hashes("no nunca jamás");

    /// <summary>May stand between "no" and its verb: "No se automedique", "no lo deje".</summary>
    private static readonly FrozenSet<uint> Pronouns = Hashes("se lo la los las le les te me nos");

    /// <summary>Somebody's story, a quotation, or a publisher's own affairs.</summary>
    private static readonly FrozenSet<uint> Speakers = Hashes("yo mi mis me nosotros nosotras nos nuestro nuestra nuestros nuestras");

    /// <summary>Verbs behind these depend on another: "es bueno que coma y beba".</summary>
    private static readonly FrozenSet<uint> Dependence = Hashes("que quien quienes aunque ojalá como donde");

    private static readonly FrozenSet<uint> Conditions = Hashes("si cuando para");

    private static readonly FrozenSet<uint> And = Hashes("y o e u ni");

    private static readonly FrozenSet<uint> Of = Hashes("de del");

    private static readonly FrozenSet<uint> BeforeOf = Hashes("deja cuida disfruta");

    private static readonly FrozenSet<uint> BehindVaya = Hashes("a al con despacio directo directamente inmediatamente");

    private static readonly uint Vaya = FeatureHash.Of("vaya");

    private static readonly FrozenSet<uint> Calls = Hashes("más también aquí además");

    private static readonly FrozenSet<uint> Callers = Hashes("lea mire visite llame contacte escriba");

    /// <summary>Reads a title or text.</summary>
    /// <param name="readers">Takes the places that speak to a reader, up to <paramref name="most"/>.</param>
    /// <param name="title">The whole title: it or the text may say "tú".</param>
    /// <param name="text">The whole text.</param>
    /// <returns>The first advice, or null.</returns>
    public static TextSpan? Read(in TextTokens tokens, string title, string text, List<TextSpan> readers, int most)
    {
        TextSpan? advice = null;
        var tu = new TuSomewhere(title, text);
        for (var first = 0; first < tokens.All.Length;)
        {
            var end = AdviceClause.EndOf(tokens, first);
            var sentence = new Sentence(first, end);
            var (found, speaks) = Speaks(tokens, sentence, tu);
            if (speaks) AddReaders(tokens, sentence, readers, most, found);
            if (found is { IsAdvice: true } told && advice is null && !IsTold(tokens, sentence)) advice = AdviceClause.Of(tokens, told.At);
            first = end;
        }
        return advice;
    }

    private static (Told? Found, bool Speaks) Speaks(in TextTokens tokens, Sentence sentence, TuSomewhere tu)
    {
        var speaks = false;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens.All[i].Kind != TokenKind.Word) continue;
            speaks |= You.Contains(tokens.All[i].Hash);
            if (!Opens(tokens, sentence, i)) continue;
            if (Tells(tokens, sentence, i, tu) is { } told) return (told, true);
        }
        return (null, speaks);
    }

    // The first word, a word behind a colon, or one behind the comma of what comes before: "Si tiene fiebre, llame".
    private static bool Opens(in TextTokens tokens, Sentence sentence, int at)
    {
        if (at - sentence.First > Farthest) return false;
        var before = at - 1;
        while (before >= sentence.First && tokens.All[before].Kind == TokenKind.Mark && tokens.Raw(before) is not ("," or ":" or ";" or ")")) before--;
        if (before < sentence.First) return true;
        if (tokens.All[before].Kind == TokenKind.Number) return before == sentence.First;
        if (tokens.All[before].Kind == TokenKind.Word) return false;
        return tokens.Raw(before) is ":" or ";" || (tokens.Raw(before) is "," && !Depends(tokens, sentence, before));
    }

    private static bool Depends(in TextTokens tokens, Sentence sentence, int end)
    {
        var first = sentence.First;
        while (first < end && tokens.All[first].Kind != TokenKind.Word) first++;
        if (Conditions.Contains(tokens.All[first].Hash)) return false;
        for (var i = first; i < end; i++)
        {
            if (Dependence.Contains(tokens.All[i].Hash)) return true;
        }
        return false;
    }

    private static Told? Tells(in TextTokens tokens, Sentence sentence, int at, TuSomewhere tu)
    {
        var next = at + 1 < sentence.End ? tokens.All[at + 1].Hash : 0;
        if (Not.Contains(tokens.All[at].Hash))
        {
            var verb = at + 1;
            while (verb < sentence.End && verb < at + 3 && Pronouns.Contains(tokens.All[verb].Hash)) verb++;
            return verb < sentence.End && tokens.All[verb].Kind == TokenKind.Word && SpanishImperatives.IsNotTo(Lower(tokens, verb)) ? new Told(at, IsAdvice: true) : null;
        }
        var isFirst = at == sentence.First || tokens.Raw(at - 1) is not ",";
        switch (SpanishImperatives.Of(Lower(tokens, at)))
        {
            case Imperative.Teaser: return new Told(at, IsAdvice: false);
            case Imperative.Sure when at + 1 < sentence.End && tokens.All[at + 1].Kind == TokenKind.Word && SpanishImperatives.IsBehindNoun(Lower(tokens, at + 1)): return null;
            case Imperative.Sure when at + 1 < sentence.End && tokens.Raw(at + 1) is ":": return null;
            case Imperative.Sure when tokens.All[at].Hash == Vaya && !BehindVaya.Contains(next): return null;
            case Imperative.Sure: return new Told(at, IsAdvice: !(Callers.Contains(tokens.All[at].Hash) && Calls.Contains(next)));
            case Imperative.Unsure when isFirst && !MakesNoun(tokens, at, next) && tu.IsSaid: return new Told(at, IsAdvice: true);
            default: return null;
        }
    }

    // "Toma de decisiones", but "Deja de fumar".
    private static bool MakesNoun(in TextTokens tokens, int at, uint next) => Of.Contains(next) && !BeforeOf.Contains(tokens.All[at].Hash);

    private static void AddReaders(in TextTokens tokens, Sentence sentence, List<TextSpan> readers, int most, Told? told)
    {
        for (var i = sentence.First; i < sentence.End && readers.Count < most; i++)
        {
            if (i == told?.At || You.Contains(tokens.All[i].Hash) || Your.Contains(tokens.All[i].Hash) || (told is not null && FollowsOn(tokens, sentence, i))) readers.Add(tokens.Span(i, i));
        }
    }

    // "Descanse y beba agua".
    private static bool FollowsOn(in TextTokens tokens, Sentence sentence, int at) =>
        at > sentence.First && tokens.All[at].Kind == TokenKind.Word && And.Contains(tokens.All[at - 1].Hash) && SpanishImperatives.Of(Lower(tokens, at)) == Imperative.Sure;

    private static bool IsTold(in TextTokens tokens, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Speakers.Contains(tokens.All[i].Hash) || tokens.Raw(i) is "?") return true;
        }
        return false;
    }

    private static string Lower(in TextTokens tokens, int index) => tokens.Raw(index).ToString().ToLowerInvariant();

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();

    private readonly record struct Sentence(int First, int End);

    private readonly record struct Told(int At, bool IsAdvice);

    /// <summary>Whether title or text says "tú" in some way; read once, and only where it matters.</summary>
    private sealed class TuSomewhere(string title, string text)
    {
        private bool? _isSaid;

        public bool IsSaid => _isSaid ??= Says(title) || Says(text);

        private static bool Says(string whole)
        {
            using var tokens = TextTokens.Read(TextPart.Text, whole, whole);
            foreach (var token in tokens.All)
            {
                if (Tu.Contains(token.Hash)) return true;
            }
            return false;
        }
    }
}
