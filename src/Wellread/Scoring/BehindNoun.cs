using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>
/// Plain words for an adjective that can only stand behind what it tells of take the noun along: "topical steroid" is "steroid put on the skin", not "put on the skin steroid".
/// </summary>
internal static class BehindNoun
{
    private const WordTraits NoNoun = WordTraits.Function | WordTraits.Modal | WordTraits.Being | WordTraits.Pronoun;

    /// <summary>Nouns that another stands before: "topical steroid cream", "preoperative blood tests".</summary>
    private static readonly FrozenSet<uint> Heads =
        "cream creams gel ointment test tests scan scans care infection infections disease cancer pain treatment treatments therapy drugs medicine vaccine".Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();

    /// <summary>Widens the place of the term over the noun where one follows and ends the phrase.</summary>
    public static JargonTerm Put(in TextTokens tokens, JargonTerm term, Jargon jargon, int first, ref int last)
    {
        var all = tokens.All;
        var noun = last + 1;
        if (noun >= all.Length || all[noun].Kind != TokenKind.Word || all[noun].StartsSentence || (all[noun].Form & WordForm.Acronym) != 0) return term;
        // Nothing but a blank may part them.
        if (all[noun].Start - all[last].End != 1 || IsNoNoun(tokens, noun)) return term;
        var head = noun + 1 < all.Length && Heads.Contains(all[noun + 1].Hash) && !all[noun + 1].StartsSentence ? noun + 1 : noun;
        if (!EndsPhrase(tokens, head + 1)) return term;
        // "was asymptomatic throughout": the adjective stands for itself.
        if (first > 0 && !all[first].StartsSentence && (Traits(all[first - 1]) & WordTraits.Being) != 0) return term;
        last = head;
        var plain = jargon.EndingWith([all[noun].Hash]) is { } hard ? hard.PlainWords : tokens.Raw(noun).ToString();
        return term with { PlainWords = head == noun ? $"{plain} {term.PlainWords}" : $"{plain} {tokens.Raw(head)} {term.PlainWords}" };
    }

    private static bool IsNoNoun(in TextTokens tokens, int index) =>
        (Traits(tokens.All[index]) & NoNoun) != 0 || tokens.Raw(index).EndsWith("ly")
        || tokens.Raw(index) is "throughout" or "yesterday" or "today" or "twice" or "once" or "again" or "alone" or "only" or "too" or "also" or "until" or "because" or "during";

    private static bool EndsPhrase(in TextTokens tokens, int index) =>
        index == tokens.All.Length || tokens.All[index].StartsSentence || (tokens.All[index].Kind == TokenKind.Mark && tokens.Raw(index) is not ("-" or "'" or "\u2019"))
        || (Traits(tokens.All[index]) & NoNoun) != 0;

    private static WordTraits Traits(TextToken token) => WordList.Traits(token.Hash);
}
