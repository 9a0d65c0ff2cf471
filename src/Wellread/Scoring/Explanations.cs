using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>
/// Whether a text says right beside a term what it means: "hypertension (high blood pressure)", "hypertension, or high blood pressure", "a slow heartbeat, called
/// bradycardia", "bradycardia, which means a slow heartbeat".
/// </summary>
internal static class Explanations
{
    private const int Reach = 8;

    private static readonly FrozenSet<uint> Openers = Hashes(
        "which means meaning means that is called known defined a an the where when also commonly often or in this happens occurs refers short stands "
        + "o es significa que llamada llamado llamados llamadas conocida conocido conocidos conocidas una un la el");

    private static readonly FrozenSet<uint> Namers = Hashes("called known named termed as dubbed means or o llamada llamado llamados llamadas como");

    private static readonly FrozenSet<uint> Sure = Hashes(
        "means meaning called defined refers stands known named termed dubbed significa llamada llamado llamados llamadas conocida conocido conocidos conocidas");

    /// <summary>Open a bracket that says where, for whom or in which case, not what the word means: "(in children)", "(see below)".</summary>
    private static readonly FrozenSet<uint> Asides = Hashes(
        "see in among for from as such especially mainly mostly not only both with without at by to after before during including like eg ie and but if "
        + "figure table ver en entre para de del desde como sobre con sin por después antes durante y pero si figura tabla");

    /// <summary>Say which, how much, how bad or of whom, wherever they stand in a bracket: "(second visit)", "(left lung)", "(placebo group)".</summary>
    private static readonly FrozenSet<uint> Details = Hashes(
        "first second third one two three four five both all most some many few each same other next previous new left right upper lower front back mild moderate severe acute "
        + "chronic early late stage grade type level total mean median range group groups arm cohort study trial visit baseline placebo control dose doses daily weekly day days "
        + "week weeks month months year years hours minutes cases patients participants men women boys girls adults children section chapter page photo image source credit "
        + "data report survey model version part phase positive negative primero primera segundo segunda tercero tercera dos tres cuatro ambos ambas todos todas algunos algunas "
        + "muchos muchas izquierdo izquierda derecho derecha superior inferior leve leves moderado moderada grave graves aguda agudo crónica crónico grado tipo nivel grupo grupos "
        + "estudio ensayo visita dosis día días semana semanas mes meses año años horas casos pacientes hombres mujeres adultos niños página foto fuente datos parte fase");

    private static readonly FrozenSet<uint> Articles = Hashes("a an the una un la el");

    public static bool StandBeside(in TextTokens tokens, int first, int last, JargonTerm term) =>
        FollowsInBrackets(tokens, last, term) || FollowsBehindComma(tokens, last, term) || GoesBefore(tokens, first, last, term);

    // "T (plain words)", not "T (n = 20)", "T (2021)", "T (COPD)", "T (Mayo Clinic)" or "T (second visit)".
    private static bool FollowsInBrackets(in TextTokens tokens, int last, JargonTerm term)
    {
        if (last + 2 >= tokens.All.Length || tokens.Raw(last + 1) is not "(") return false;
        // A bracket with commas lists examples.
        var (count, plain) = (0, !Asides.Contains(tokens.All[last + 2].Hash));
        for (var i = last + 2; i < tokens.All.Length && i < last + 2 + (3 * Reach) && tokens.Raw(i) is not ")"; i++)
        {
            if (tokens.All[i].Kind == TokenKind.Number || tokens.Raw(i) is "," or ";") plain = false;
            if (tokens.All[i].Kind != TokenKind.Word) continue;
            count++;
            if (SharesWord(tokens.Raw(i), term.PlainWords)) return true;
            plain &= char.IsLower(tokens.Raw(i)[0]) && !Details.Contains(tokens.All[i].Hash);
        }
        return plain && count > 1;
    }

    // ", or high blood pressure", ", which means …", " – a slow heartbeat", ", a condition in which …"; no list of illnesses.
    private static bool FollowsBehindComma(in TextTokens tokens, int last, JargonTerm term)
    {
        var all = tokens.All;
        if (last + 2 >= all.Length) return false;
        var mark = tokens.Raw(last + 1);
        if (mark is "-" && all[last + 1].Start == all[last].End) return false;
        var parted = mark is "," or "-" or "\u2013" or "\u2014" or ":" or "(";
        var next = parted ? last + 2 : last + 1;
        var opens = all[next].Kind == TokenKind.Word && !all[next].StartsSentence && Openers.Contains(all[next].Hash);
        if (!opens) return parted && mark is not "," && Shared(tokens, next, term);
        if (!parted && !Sure.Contains(all[next].Hash) && !(tokens.Raw(next) is "or" or "is" or "o" or "es" && Shared(tokens, next + 1, term))) return false;
        for (var i = next; i < all.Length && i <= next + 2 && !(i > next && all[i].StartsSentence); i++)
        {
            if (Sure.Contains(all[i].Hash)) return true;
        }
        if (Articles.Contains(all[next].Hash)) return parted;
        if (tokens.Raw(next) is "or" or "o" && next + 1 < all.Length && Articles.Contains(all[next + 1].Hash)) return parted;
        return Shared(tokens, next, term);
    }

    // "plain words (T", "plain words, or T", "plain words, also called T".
    private static bool GoesBefore(in TextTokens tokens, int first, int last, JargonTerm term)
    {
        var all = tokens.All;
        if (first < 2 || all[first].StartsSentence) return false;
        if (tokens.Raw(first - 1) is "(") return all[first - 2].Kind == TokenKind.Word && !char.IsAsciiDigit(tokens.Raw(first - 2)[0]) && last + 1 < all.Length && tokens.Raw(last + 1) is ")";
        var before = first - 1;
        if (Articles.Contains(all[before].Hash)) before--;
        if (before >= 1 && tokens.Raw(before) is "is" or "are" or "es" or "son") return IsAllSaid(tokens, before, term);
        if (before < 1 || !Namers.Contains(all[before].Hash)) return false;
        if (Sure.Contains(all[before].Hash) && tokens.Raw(before) is not ("means" or "known")) return true;
        if (tokens.Raw(before) is "as" or "como")
        {
            return Sure.Contains(all[before - 1].Hash) || tokens.Raw(before - 1) is "to" || (before > 2 && Sure.Contains(all[before - 3].Hash));
        }
        for (var i = before - 1; i >= 0 && i >= before - Reach; i--)
        {
            if (all[i].Kind == TokenKind.Word && SharesWord(tokens.Raw(i), term.PlainWords)) return true;
            if (all[i].StartsSentence) break;
        }
        return false;
    }

    // "Hay fever is allergic rhinitis": the plain words themselves, all of them, earlier in the sentence.
    private static bool IsAllSaid(in TextTokens tokens, int end, JargonTerm term)
    {
        var first = end;
        while (first > 0 && first > end - Reach && !tokens.All[first].StartsSentence) first--;
        foreach (var range in term.PlainWords.AsSpan().Split(' '))
        {
            var word = term.PlainWords.AsSpan()[range];
            var isSaid = false;
            for (var i = first; i < end && !isSaid; i++) isSaid = tokens.Raw(i).Equals(word, StringComparison.OrdinalIgnoreCase);
            if (!isSaid) return false;
        }
        return true;
    }

    private static bool Shared(in TextTokens tokens, int from, JargonTerm term)
    {
        for (var i = from; i < tokens.All.Length && i < from + Reach && !(i > from && tokens.All[i].StartsSentence); i++)
        {
            if (tokens.All[i].Kind == TokenKind.Word && SharesWord(tokens.Raw(i), term.PlainWords)) return true;
        }
        return false;
    }

    // A word of four letters or more, in the same form or another: "clots" and "clot".
    private static bool SharesWord(ReadOnlySpan<char> word, string plainWords)
    {
        const int stem = 4;
        if (word.Length < stem || FeatureHash.Of(word) is var hash && Common.Contains(hash)) return false;
        var rest = plainWords.AsSpan();
        while (rest.IndexOf(word[..stem], StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            if (at == 0 || rest[at - 1] is ' ' or '-') return true;
            rest = rest[(at + stem)..];
        }
        return false;
    }

    private static readonly FrozenSet<uint> Common = Hashes("with that from which drug disease test doctor than when this");

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
