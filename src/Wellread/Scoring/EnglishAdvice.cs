using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>Whether an English sentence that starts with a verb of <see cref="WordTraits.Advice"/> tells a reader what to do. In doubt it does not.</summary>
internal static class EnglishAdvice
{
    /// <summary>A verb among the first words makes a statement of them: "Rest in bed makes back pain worse".</summary>
    private static readonly FrozenSet<uint> States = Hashes(
        "is are was were isn't aren't wasn't weren't has had makes made helps helped causes caused leads led works worked means keeps brings lowers raises reduces improves saves prevents shows "
        + "needs gets comes goes linked tied matters hurts eases boosts cuts protects varies differs");

    /// <summary>Do so behind what may be a noun: "Exercise can help".</summary>
    private static readonly FrozenSet<uint> Modals = Hashes("can can't cannot could may might must should would will won't doesn't does did didn't");

    /// <summary>The same, unless it is one of two things to do or has its own subject: "Exercise and safer homes do help", but "Call to get help".</summary>
    private static readonly FrozenSet<uint> Plural = Hashes(
        "do help ease protect matter cost hurt vary lead cause prevent save kill reduce lower raise improve make mean boost affect remain need rise fall grow work have");

    private static readonly FrozenSet<uint> BeforePlainVerbs = Hashes(
        "to and or not don't never then for of the a an your their my his her no some any more most less with get ask need in on at by about you they can may will let");

    /// <summary>What follows these belongs to a clause of its own: "Ask what is right for you".</summary>
    private static readonly FrozenSet<uint> OpenClauses = Hashes("if when that what how why which who whose because so before after until unless where while whether");

    /// <summary>Somebody's story, a quotation, or a publisher's own affairs: "Meet our new dentist".</summary>
    private static readonly FrozenSet<uint> Speakers = Hashes("i i'm i've we we're me us our ours");

    /// <summary>As often nouns at the start of a sentence: "Sleep apnea", "Exercise and the heart".</summary>
    private static readonly FrozenSet<uint> Nouns = Hashes("exercise sleep work rest practice control change walk stretch look plan help lower cover");

    /// <summary>Sometimes nouns at the start of a sentence: "Clean hands save lives".</summary>
    private static readonly FrozenSet<uint> NounsToo = Hashes("brush build call check clean cook cut drink limit move pack pick set share start stay stop switch talk treat try turn use visit wait wash watch wear play");

    /// <summary>Behind one of <see cref="Nouns"/>, tell the verb.</summary>
    private static readonly FrozenSet<uint> Objects = Hashes(
        "your the a an this these those it them yourself each every more less as when if while well often regularly daily gently slowly plenty enough early only up down out off around away all both "
        + "outdoors outside indoors together ahead good safely");

    /// <summary>Need one of them, or a number, for that: "Rest for a day", but "Exercise for older adults".</summary>
    private static readonly FrozenSet<uint> Prepositions = Hashes("for on with at to into before after");

    private static readonly FrozenSet<uint> BehindPrepositions = Hashes("your a an the least this each every");

    private static readonly FrozenDictionary<uint, FrozenSet<uint>> OnlyBefore = new (string Verb, string Next)[]
    {
        ("meet", "with up friends people others"), ("do", "not this your the it what these some a as more"),
    }.ToFrozenDictionary(rule => FeatureHash.Of(rule.Verb), rule => Hashes(rule.Next));

    private static readonly FrozenDictionary<uint, FrozenSet<uint>> NeverBefore = new (string Verbs, string Next)[]
    {
        ("learn read see find watch listen share follow", "more also here now"), ("never", "too before again in had has have so was is"), ("have", "you we they"),
        ("use start change call control cover cut limit build", "of center centre"),
    }.SelectMany(rule => rule.Verbs.Split(' ').Select(verb => (verb, rule.Next))).ToFrozenDictionary(rule => FeatureHash.Of(rule.verb), rule => Hashes(rule.Next));

    private static readonly uint Heres = FeatureHash.Of("here's");

    private static readonly uint You = FeatureHash.Of("you");

    /// <summary>Whether advice may start with this word: with a sentence, a line, an item of a list, or behind a colon.</summary>
    public static bool MayStart(in TextTokens tokens, int index) =>
        tokens.All[index].StartsSentence || (index > 0 && tokens.Raw(index - 1) is ":" && tokens.All[index - 1].End < tokens.All[index].Start) || LineStart.At(tokens, index);

    /// <returns>Null where the sentence asks or states something.</returns>
    public static TextSpan? At(in TextTokens tokens, int first)
    {
        var end = AdviceClause.EndOf(tokens, first);
        if (!IsVerb(tokens, first, end) || Tells(tokens, first, end)) return null;
        return AdviceClause.Of(tokens, first);
    }

    private static bool IsVerb(in TextTokens tokens, int first, int end)
    {
        var all = tokens.All;
        var (verb, next) = (all[first].Hash, first + 1 < end ? all[first + 1].Hash : 0);
        if (verb == Heres) return false;
        if (OnlyBefore.TryGetValue(verb, out var only) && !only.Contains(next)) return false;
        if (NeverBefore.TryGetValue(verb, out var never) && never.Contains(next)) return false;
        if (!Nouns.Contains(verb)) return true;
        if (first + 2 >= end) return Objects.Contains(next);
        if (Prepositions.Contains(next)) return BehindPrepositions.Contains(all[first + 2].Hash) || all[first + 2].Kind == TokenKind.Number;
        // "Exercise and eat well", but "Exercise and the heart".
        if (tokens.Raw(first + 1) is "," or "and" or "or") return (WordList.Traits(all[first + 2].Hash) & WordTraits.Advice) != 0;
        return Objects.Contains(next) || all[first + 1].Kind == TokenKind.Number;
    }

    // A question, a statement, or somebody's story.
    private static bool Tells(in TextTokens tokens, int first, int end)
    {
        var all = tokens.All;
        var mayBeNoun = Nouns.Contains(all[first].Hash) || NounsToo.Contains(all[first].Hash);
        var (words, open, ended) = (1, false, false);
        for (var i = first + 1; i < end; i++)
        {
            if (all[i].Kind == TokenKind.Mark)
            {
                if (tokens.Raw(i) is "?") return true;
                ended |= AdviceClause.Ends(tokens, i, words);
                continue;
            }
            open |= OpenClauses.Contains(all[i].Hash);
            if (Speakers.Contains(all[i].Hash)) return true;
            if (open || ended || words >= AdviceClause.Most) continue;
            if (States.Contains(all[i].Hash) || (mayBeNoun && IsFinite(all, i, first))) return true;
            words++;
        }
        return false;
    }

    private static bool IsFinite(ReadOnlySpan<TextToken> all, int index, int first)
    {
        var before = all[index - 1].Hash;
        if (Modals.Contains(all[index].Hash)) return before != You;
        return index > first + 1 && Plural.Contains(all[index].Hash) && all[index - 1].Kind == TokenKind.Word && !BeforePlainVerbs.Contains(before);
    }

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
