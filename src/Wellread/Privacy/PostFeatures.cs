using System.Collections.Frozen;
using Wellread.Scoring;

namespace Wellread.Privacy;

/// <param name="Sentence">The sentence that it was first seen in; -1 for the post as a whole.</param>
/// <param name="Trust">How easily it gets weight in training, by what kind of feature it is: chosen so that posts of authors not learnt from are told best.</param>
internal readonly record struct PostFeature(uint Hash, int Sentence, float Trust);

/// <summary>
/// What the post model sees of a post: its small words with everything else as what it is (care, a name, a verb in the past), the words themselves, the facts of each sentence
/// alone and in pairs, who and what follows whom in its outline, and what the rules made of it. Each as a hash. Part of the model's contract: a change needs a new training.
/// </summary>
internal sealed class PostFeatures
{
    private const int LongestRun = 4;

    public const int WholePost = -1;

    private const uint FactBits = 26;

    private const int StemLetters = 5;

    private const int FewestLetters = 3;

    private const int MostLetters = 5;

    private static readonly FrozenSet<string> SmallWords = EmbeddedWords.WordsOf("Lists.small-words.txt").Select(NameLists.Folded).ToFrozenSet(StringComparer.Ordinal);

    private static readonly (CueKind Kind, string Shape)[] Shapes = [(CueKind.Money, "<money>"), (CueKind.Served, "<served>"), (CueKind.Care, "<care>")];

    private const float TrustInRules = 0.5f;

    private const float TrustInWords = 1.7f;

    private const float TrustInMode = 1.6f;

    private const float TrustInNextSentence = 0.6f;

    private const int LongestOutlineRun = 4;

    private const int FarthestBefore = 5;

    // So that nothing grows while it is filled.
    private const int FewestExpected = 256;

    private const int ExpectedOfAWord = 48;

    private readonly HashSet<uint> _seen;

    private readonly uint _mode;

    private PostFeatures(Evidence evidence)
    {
        _mode = (uint)evidence.Mode;
        var expected = FewestExpected + (evidence.Words.Count * ExpectedOfAWord);
        _seen = new HashSet<uint>(expected);
        All = new List<PostFeature>(expected);
    }

    /// <summary>Each feature once.</summary>
    public List<PostFeature> All { get; }

    /// <param name="rules">What the rules found by themselves.</param>
    public static PostFeatures Of(Evidence evidence, GuardResult rules)
    {
        var features = new PostFeatures(evidence);
        var mode = features._mode;
        features.Add(Hash(Tag.Mode, mode), WholePost);
        features.Add(Hash(Tag.Verdict, (uint)rules.Verdict), WholePost, TrustInRules);
        features.Add(Hash(Tag.Verdict, (uint)rules.Verdict, mode), WholePost, TrustInRules);
        foreach (var finding in rules.Findings) features.Add(Hash(Tag.Finding, (uint)finding.Kind, (uint)finding.Severity), WholePost, TrustInRules);
        var all = Fact.None;
        for (var sentence = 0; sentence < evidence.Facts.Length; sentence++)
        {
            all |= evidence.Facts[sentence];
            features.AddFacts(evidence.Facts[sentence], Tag.Sentence, sentence, mode);
        }
        features.AddFacts(all, Tag.Post, WholePost, mode);
        foreach (var kind in Enum.GetValues<CueKind>())
        {
            foreach (var hit in evidence.Hits(kind)) features.AddInMode(Hash(Tag.Cue, (uint)kind), evidence.SentenceOf(hit));
        }
        features.AddWords(evidence);
        features.AddOutline(PostOutline.Of(evidence));
        return features;
    }

    private void AddFacts(Fact facts, Tag where, int sentence, uint mode)
    {
        for (var i = 0; i < (int)FactBits; i++)
        {
            if (((int)facts & (1 << i)) == 0) continue;
            Add(Hash(where, (uint)i), sentence);
            Add(Hash(where, (uint)i, FactBits + mode), sentence);
            for (var j = i + 1; j < (int)FactBits; j++)
            {
                if (((int)facts & (1 << j)) != 0) Add(Hash(where, (uint)i, (uint)j), sentence);
            }
        }
    }

    private void AddWords(Evidence evidence)
    {
        var words = evidence.Words;
        var shown = ShownWords(evidence);
        for (var i = 0; i < words.Count; i++)
        {
            var sentence = words[i].Sentence;
            var (run, plain) = (Hash(Tag.Run), Hash(Tag.Word));
            for (var length = 1; length <= LongestRun && i + length <= words.Count && words[i + length - 1].Sentence == sentence; length++)
            {
                run = FeatureHash.Combine(run, FeatureHash.Of(shown[i + length - 1]));
                AddInMode(run, sentence);
                if (length > 2) continue;
                plain = FeatureHash.Combine(plain, FeatureHash.Of(words[i + length - 1].Folded));
                if (length == 1) AddInMode(plain, sentence, TrustInWords);
                else Add(plain, sentence, TrustInWords);
            }
            if (words[i].Folded.Length > StemLetters) Add(FeatureHash.Combine(Hash(Tag.Stem), FeatureHash.Of(words[i].Folded.AsSpan(0, StemLetters))), sentence);
            AddLetters(words[i]);
            if (i + 2 < words.Count && words[i + 2].Sentence == sentence)
                Add(FeatureHash.Combine(FeatureHash.Combine(Hash(Tag.Around), FeatureHash.Of(shown[i])), FeatureHash.Of(shown[i + 2])), sentence);
        }
    }

    // Runs of letters with the word's ends: a word that no list has is like others.
    private void AddLetters(GuardWord word)
    {
        var letters = $"_{word.Folded}_";
        for (var length = FewestLetters; length <= MostLetters; length++)
        {
            for (var i = 0; i + length <= letters.Length; i++) Add(FeatureHash.Combine(Hash(Tag.Letters), FeatureHash.Of(letters.AsSpan(i, length))), word.Sentence);
        }
    }

    private void AddOutline(List<string>[] outline)
    {
        var marks = Array.ConvertAll(outline, sentence => sentence.ConvertAll(mark => FeatureHash.Of(mark)));
        for (var sentence = 0; sentence < marks.Length; sentence++)
        {
            AddRuns(marks[sentence], sentence);
            if (sentence + 1 == marks.Length) continue;
            var behind = marks[sentence + 1].Distinct().ToArray();
            foreach (var here in marks[sentence].Distinct())
            {
                foreach (var next in behind) Add(Hash(Tag.NextSentence, here, next), sentence, TrustInNextSentence);
            }
        }
    }

    private void AddRuns(List<uint> marks, int sentence)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            var run = FeatureHash.Combine(Hash(Tag.Outline), marks[i]);
            for (var length = 2; length <= LongestOutlineRun && i + length <= marks.Count; length++)
            {
                run = FeatureHash.Combine(run, marks[i + length - 1]);
                if (length == 2) AddInMode(run, sentence);
                else Add(run, sentence);
            }
            for (var other = i + 2; other < marks.Count && other <= i + FarthestBefore; other++) Add(Hash(Tag.Before, marks[i], marks[other]), sentence);
        }
    }

    /// <summary>Each word as the model reads it.</summary>
    private static string[] ShownWords(Evidence evidence)
    {
        var words = evidence.Words;
        var shown = new string[words.Count];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = words[i].Is(WordShapes.Number) ? NumberWord(words[i])
                : SmallWords.Contains(words[i].Folded) ? words[i].Folded
                : PastTense.Is(words, i, evidence.Text.Plain) ? "<past>"
                : words[i].Is(WordShapes.Capital) && !words[i].Is(WordShapes.StartsSentence) ? "<cap>"
                : PersonWords.Has(words[i].Folded) ? "<who>" : "*";
        }
        foreach (var (kind, shape) in Shapes)
        {
            foreach (var hit in evidence.Hits(kind))
            {
                for (var i = hit.First; i < hit.Last; i++)
                {
                    if (!SmallWords.Contains(words[i].Folded)) shown[i] = shape;
                }
            }
        }
        foreach (var name in evidence.Names.Where(name => name.Role is NameRole.Staff or NameRole.Famous || name.Strength >= NameFinder.Sure))
        {
            for (var i = name.First; i < name.Last; i++) shown[i] = name.Role is NameRole.Staff or NameRole.Famous ? "<staff>" : "<name>";
        }
        return shown;
    }

    // What was long ago is history, not a patient's.
    private static string NumberWord(GuardWord word) => word.Folded.Length != 4 || word.Folded[0] is not ('1' or '2') ? "<n>" : string.CompareOrdinal(word.Folded, "1990") < 0 ? "<history>" : "<year>";

    private enum Tag
    {
        Mode,
        Verdict,
        Finding,
        Sentence,
        Post,
        Cue,
        Run,
        Word,
        Stem,
        Around,
        Letters,
        InMode,
        Outline,
        Before,
        NextSentence,
    }

    private static uint Hash(Tag tag, uint first = uint.MaxValue, uint second = uint.MaxValue) => FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Seed, (uint)tag), first), second);

    // "Your surgery" tells in a reply what it does not in a post; most else means the same in both.
    private void AddInMode(uint hash, int sentence, float trust = 1)
    {
        Add(hash, sentence, trust);
        Add(FeatureHash.Combine(Hash(Tag.InMode, _mode), hash), sentence, trust * TrustInMode);
    }

    private void Add(uint hash, int sentence, float trust = 1)
    {
        if (_seen.Add(hash)) All.Add(new PostFeature(hash, sentence, trust));
    }
}
