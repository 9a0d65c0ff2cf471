using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>Finds the patterns of the cue lists. A pattern has few parts and its gaps are short, so a text of any kind is read in a time that grows with its length only.</summary>
internal sealed class CueMatcher
{
    private readonly CueVocabulary _words = new();
    private readonly FrozenDictionary<int, ImmutableArray<CuePattern>> _byWord;
    private readonly FrozenDictionary<CueMention, ImmutableArray<CuePattern>> _byMention;

    /// <param name="languages">For each, its endings: <c>english</c> reads words-english.txt, cues-english.txt and facts-english.txt.</param>
    public CueMatcher(params ReadOnlySpan<string> languages)
    {
        var patterns = new List<CuePattern>();
        foreach (var language in languages) patterns.AddRange(CueFile.Read([$"Lists.words-{language}.txt", $"Lists.cues-{language}.txt", $"Lists.facts-{language}.txt"], _words));
        _byWord = patterns
            .SelectMany(pattern => FirstOf(pattern).Phrases.Keys.Select(word => (word, pattern)))
            .GroupBy(pair => pair.word)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.pattern).Distinct().ToImmutableArray());
        _byMention = patterns
            .SelectMany(pattern => FirstOf(pattern).Mentions.Select(mention => (mention, pattern)))
            .GroupBy(pair => pair.mention)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.pattern).ToImmutableArray());
    }

    private static readonly CueMention[] Mentions = Enum.GetValues<CueMention>();

    /// <summary>The part that decides where a pattern can begin.</summary>
    private static CuePart FirstOf(CuePattern pattern)
    {
        var first = pattern.Parts[pattern.Parts[0].Kind == CuePartKind.Start ? 1 : 0];
        return first.Kind == CuePartKind.Words ? first : throw new FormatException("A cue begins with a word or a mention.");
    }

    public List<CueHit> Find(CueText text)
    {
        var hits = new List<CueHit>();
        text.Look(_words);
        for (var i = 0; i < text.Count; i++)
        {
            var (word, beginning) = text.Ids(i);
            if (word != 0 && _byWord.TryGetValue(word, out var patterns)) Try(patterns, text, i, hits);
            if (beginning != 0 && _byWord.TryGetValue(beginning, out patterns)) Try(patterns, text, i, hits);
            foreach (var mention in Mentions)
            {
                if (text.MentionAt(i, mention) > i && _byMention.TryGetValue(mention, out patterns)) Try(patterns, text, i, hits);
            }
        }
        return hits;
    }

    private static void Try(ImmutableArray<CuePattern> patterns, CueText text, int at, List<CueHit> hits)
    {
        foreach (var pattern in patterns)
        {
            var name = (First: -1, Last: -1);
            var end = Match(pattern.Parts, 0, text, at, ref name);
            if (end > at) hits.Add(new CueHit(pattern.Kind, at, end, name.First, name.Last));
        }
    }

    /// <summary>Where the parts from <paramref name="part"/> on end if they begin at a word, or -1.</summary>
    private static int Match(ImmutableArray<CuePart> parts, int part, CueText text, int at, ref (int First, int Last) name)
    {
        if (part == parts.Length) return at;
        var next = parts[part];
        var inside = at < text.Count && (part == 0 || parts[part - 1].Kind == CuePartKind.Start || at == 0 || text.SameSentence(at - 1, at));
        switch (next.Kind)
        {
            case CuePartKind.Start:
                return text.StartsSentence(at) ? Match(parts, part + 1, text, at, ref name) : -1;
            case CuePartKind.Not:
                return inside && (MatchesPhrase(next, text, at) || BeginsMention(next, text, at)) ? -1 : Match(parts, part + 1, text, at, ref name);
            case CuePartKind.Gap:
                return MatchBehindGap(parts, part, text, at, ref name);
            default:
                return inside ? MatchWords(parts, part, text, at, ref name) : -1;
        }
    }

    private static int MatchBehindGap(ImmutableArray<CuePart> parts, int part, CueText text, int at, ref (int First, int Last) name)
    {
        for (var skipped = 0; skipped <= parts[part].Most; skipped++)
        {
            if (skipped > 0 && (at + skipped > text.Count || !text.SameSentence(at - 1, at + skipped - 1))) return -1;
            if (Match(parts, part + 1, text, at + skipped, ref name) is > 0 and var end) return end;
        }
        return -1;
    }

    private static int MatchWords(ImmutableArray<CuePart> parts, int part, CueText text, int at, ref (int First, int Last) name)
    {
        foreach (var mention in parts[part].Mentions)
        {
            if (MatchMention(mention, parts, part, text, at, ref name) is > 0 and var behind) return behind;
        }
        var (word, beginning) = text.Ids(at);
        var end = word != 0 && parts[part].Phrases.TryGetValue(word, out var phrases) ? MatchPhrases(phrases, parts, part, text, at, ref name) : -1;
        if (end < 0 && beginning != 0 && parts[part].Phrases.TryGetValue(beginning, out phrases)) end = MatchPhrases(phrases, parts, part, text, at, ref name);
        return end;
    }

    private static int MatchMention(CueMention mention, ImmutableArray<CuePart> parts, int part, CueText text, int at, ref (int First, int Last) name)
    {
        var end = text.MentionAt(at, mention);
        if (end <= at) return -1;
        var before = name;
        if (name.First < 0 && mention is CueMention.Name or CueMention.Capitals) name = (at, end);
        var behind = Match(parts, part + 1, text, end, ref name);
        if (behind < 0) name = before;
        return behind;
    }

    private static int MatchPhrases(ImmutableArray<ImmutableArray<int>> phrases, ImmutableArray<CuePart> parts, int part, CueText text, int at, ref (int First, int Last) name)
    {
        foreach (var rest in phrases)
        {
            if (Follows(rest, text, at) && Match(parts, part + 1, text, at + 1 + rest.Length, ref name) is > 0 and var end) return end;
        }
        return -1;
    }

    private static bool MatchesPhrase(CuePart part, CueText text, int at)
    {
        var (word, beginning) = text.Ids(at);
        return (part.Phrases.TryGetValue(word, out var phrases) || part.Phrases.TryGetValue(beginning, out phrases)) && phrases.Any(rest => Follows(rest, text, at));
    }

    private static bool BeginsMention(CuePart part, CueText text, int at)
    {
        foreach (var mention in part.Mentions)
        {
            if (text.MentionAt(at, mention) > at) return true;
        }
        return false;
    }

    private static bool Follows(ImmutableArray<int> rest, CueText text, int at)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var place = at + 1 + i;
            if (place >= text.Count || !text.SameSentence(at, place)) return false;
            var (word, beginning) = text.Ids(place);
            if (rest[i] != word && rest[i] != beginning) return false;
        }
        return true;
    }
}
