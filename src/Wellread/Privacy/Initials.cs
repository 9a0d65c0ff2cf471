using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>Initials that stand for a person: "T.J.W.", "J.T. from the body shop".</summary>
internal static class Initials
{
    private const int Fewest = 2;

    private const int Most = 3;

    /// <summary>Letters with dots that are a place, a time, a degree, a ward.</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
    [
        "us", "usa", "uk", "eu", "un", "uae", "dc", "la", "ny", "nyc", "nj", "nc", "sc", "nd", "sd", "nm", "nh", "wv", "va", "sf", "am", "pm", "bc", "ad",
        "ce", "md", "do", "rn", "np", "pa", "dds", "dmd", "phd", "od", "po", "iv", "er", "ed", "or", "ob", "pt", "ot", "ent", "icu", "iud", "ivf", "hiv",
        "std", "sti", "tb", "mri", "ct", "ekg", "bp", "iq", "id", "tv", "fyi", "ps", "aka", "ceo", "cdc", "nih", "fda", "who", "hr", "it", "pr", "rv", "ac",
        "dj", "mc", "ra", "ms", "cp", "df", "sa", "cv", "als", "pad", "dsm", "nl", "mba", "mph", "mas", "mpa", "jd", "gp", "bmi", "cpr", "dna", "rna", "pcr",
        "wic", "nhs", "aa", "na", "hpv", "hsv", "rsv", "dvt", "tia", "tmj", "ibs", "ibd", "pms", "ocd", "asd", "mi", "chf", "cad", "ckd", "tbi", "flu",
        "bls", "acl", "ada", "hhs", "epa", "hsa", "hmo", "ppo", "eob", "irs", "cda", "cns", "csa", "gi", "gu", "uti", "ldl", "hdl", "psa", "sad", "oap",
        "pe", "im", "ssn", "dob", "mrn", "npi", "nhc",
    ]);

    /// <summary>The word behind the initials that begin at a word, or that word.</summary>
    public static int From(string text, IReadOnlyList<GuardWord> words, int first)
    {
        var end = first;
        while (end < words.Count && words[end].Is(WordShapes.Single) && words[end].Is(WordShapes.Capital) && words[end].End < text.Length && text[words[end].End] == '.'
            && (end == first || words[end].Start == words[end - 1].End + 1)) end++;
        if (end - first is < Fewest or > Most) return first;
        var letters = string.Concat(words.Skip(first).Take(end - first).Select(word => word.Folded));
        return Others.Contains(letters) || FollowsAWord(text, words[first].Start) ? first : end;
    }

    private static bool FollowsAWord(string text, int start) => start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.');
}
