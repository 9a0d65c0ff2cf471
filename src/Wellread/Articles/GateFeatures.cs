using static Wellread.Articles.FeatureMix;

namespace Wellread.Articles;

/// <summary>Takes what the gate's model sees of an article.</summary>
internal interface IGateFeatureSink
{
    void Add(uint feature, float value);
}

/// <summary>
/// What the gate's model sees of an article: what each section of the word list says, the topics, the words of title and text and pairs of them, and the shape of the title.
/// Each as a hash. Part of the model's contract: a change needs a new training.
/// </summary>
internal static class GateFeatures
{
    private const int MostTitleWords = 60;
    private const int MostTextWords = 60;
    private const int FewTextWords = 8;

    /// <summary>What a word says wherever it stands.</summary>
    private const float ShareOfEither = 0.7f;
    private const uint Spanish = 2;
    private const uint English = 1;

    // Where a word belongs to a class, pairs and threes are of classes: "lowers [topic]".
    private const uint TopicClass = 1000;
    private const uint NumberClass = 1001;
    private const int LongestNumber = 4;
    private const int Middling = 2;

    private enum Kind : uint
    {
        SectionOfTitle = 1,
        SectionOfText,
        TitleWord,
        TitlePair,
        TextWord,
        Word,
        TopicOfTitle,
        TopicOfText,
        Sections,
        Classes,
        Language,
        TextLength,
        TitleLength,
        Capitals,
        Sign,
    }

    /// <summary>A word, by its letters; numbers of as many digits are the same word.</summary>
    public static uint WordOf(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0]) ? NumberClass + (uint)Math.Min(word.Length, LongestNumber) : HashOf(word);

    public static uint OfTitle(uint word) => Feature(Kind.TitleWord, word);

    public static uint OfText(uint word) => Feature(Kind.TextWord, word);

    public static void Read<TSink>(Article article, GateEvidence evidence, ref TSink sink)
        where TSink : IGateFeatureSink
    {
        ReadSections(evidence, ref sink);
        ReadTitle(evidence, ref sink);
        ReadText(evidence.TextWords, ref sink);
        ReadShape(article, evidence, ref sink);
    }

    private static void ReadSections<TSink>(GateEvidence evidence, ref TSink sink)
        where TSink : IGateFeatureSink
    {
        for (var i = 0; i < evidence.OfTitle.Length; i++)
        {
            if (evidence.OfTitle[i] != 0) sink.Add(Feature(Kind.SectionOfTitle, (uint)i), (float)evidence.OfTitle[i]);
            if (evidence.OfText[i] != 0) sink.Add(Feature(Kind.SectionOfText, (uint)i), (float)evidence.OfText[i]);
        }
        Span<bool> said = stackalloc bool[GateTerms.Sections.Length + 1];
        said.Clear();
        foreach (var hit in evidence.TitleHits) said[hit.Section] = true;
        foreach (var hit in evidence.TitleTopics) said[^1] |= hit.Weight >= Middling;
        for (var first = 0; first < said.Length; first++)
        {
            for (var second = first + 1; said[first] && second < said.Length; second++)
            {
                if (said[second]) sink.Add(Feature(Kind.Sections, (uint)first, (uint)second), 1);
            }
        }
        ReadTopics(evidence.TitleTopics, Kind.TopicOfTitle, 1, ref sink);
        ReadTopics(evidence.TextTopics, Kind.TopicOfText, 0.5f, ref sink);
    }

    private static void ReadTopics<TSink>(List<TermHit> hits, Kind kind, float value, ref TSink sink)
        where TSink : IGateFeatureSink
    {
        Span<bool> said = stackalloc bool[TopicCatalog.Lexicon.Sections.Length];
        said.Clear();
        foreach (var hit in hits) said[hit.Section] |= hit.Weight >= Middling;
        for (var topic = 0; topic < said.Length; topic++)
        {
            if (said[topic]) sink.Add(Feature(kind, (uint)topic), value);
        }
    }

    private static void ReadTitle<TSink>(GateEvidence evidence, ref TSink sink)
        where TSink : IGateFeatureSink
    {
        var words = evidence.TitleWords;
        var count = Math.Min(words.Count, MostTitleWords);
        // 0 where a sentence or clause ends.
        Span<uint> hashes = stackalloc uint[MostTitleWords + 2];
        Span<uint> classes = stackalloc uint[MostTitleWords + 2];
        hashes.Clear();
        classes.Clear();
        for (var i = 0; i < count; i++)
        {
            if (words[i].IsEmpty) continue;
            hashes[i] = WordOf(words[i]);
            if (char.IsAsciiDigit(words[i][0])) classes[i] = hashes[i];
        }
        foreach (var hit in evidence.TitleTopics) if (hit.Weight >= Middling) Mark(classes, hit, TopicClass);
        foreach (var hit in evidence.TitleHits) if (hit.Section != GateTerms.Health) Mark(classes, hit, 1 + (uint)hit.Section);
        for (var i = 0; i < count; i++)
        {
            if (hashes[i] == 0) continue;
            sink.Add(OfTitle(hashes[i]), 1);
            sink.Add(Feature(Kind.Word, hashes[i]), ShareOfEither);
            if (hashes[i + 1] == 0) continue;
            sink.Add(Feature(Kind.TitlePair, hashes[i], hashes[i + 1]), 1);
            var (first, second) = (classes[i] == 0 ? hashes[i] : classes[i], classes[i + 1] == 0 ? hashes[i + 1] : classes[i + 1]);
            if (classes[i] != 0 || classes[i + 1] != 0) sink.Add(Feature(Kind.Classes, first, second), 1);
            if (hashes[i + 2] != 0) sink.Add(Feature(Kind.Classes, Mixed(first, second), classes[i + 2] == 0 ? hashes[i + 2] : classes[i + 2]), 1);
        }
    }

    // What is there already stays.
    private static void Mark(Span<uint> classes, TermHit hit, uint value)
    {
        for (var i = hit.Start; i < Math.Min(hit.Start + hit.Length, MostTitleWords); i++)
        {
            if (classes[i] == 0) classes[i] = value;
        }
    }

    /// <summary>Longer texts have more words that say less each.</summary>
    public static float ShareOfWord(int words) => 2 / MathF.Sqrt(Math.Clamp(words, FewTextWords, MostTextWords));

    private static void ReadText<TSink>(FoldedWords words, ref TSink sink)
        where TSink : IGateFeatureSink
    {
        var share = ShareOfWord(words.Count);
        for (var i = 0; i < Math.Min(words.Count, MostTextWords); i++)
        {
            if (words[i].IsEmpty) continue;
            sink.Add(OfText(WordOf(words[i])), share);
            sink.Add(Feature(Kind.Word, WordOf(words[i])), share * ShareOfEither);
        }
    }

    private static void ReadShape<TSink>(Article article, GateEvidence evidence, ref TSink sink)
        where TSink : IGateFeatureSink
    {
        sink.Add(Feature(Kind.Language, article.Language == "es" ? Spanish : English), 1);
        sink.Add(Feature(Kind.TextLength, evidence.TextWords.Count switch { 0 => 0, < 15 => 1, < 35 => 2, _ => 3 }), 1);
        sink.Add(Feature(Kind.TitleLength, (uint)Math.Min(evidence.TitleWords.Count, 20)), 1);
        sink.Add(Feature(Kind.Capitals, Capitals(article.Title)), 1);
        foreach (var sign in "?!%\"“") if (article.Title.Contains(sign, StringComparison.Ordinal)) sink.Add(Feature(Kind.Sign, sign), 1);
    }

    // How many quarters of the words behind the first start with a capital letter.
    private static uint Capitals(string title)
    {
        var (all, capital) = (0, 0);
        for (var i = 1; i < title.Length; i++)
        {
            if (title[i - 1] != ' ' || !char.IsLetter(title[i])) continue;
            all++;
            if (char.IsUpper(title[i])) capital++;
        }
        return all == 0 ? 9 : (uint)(4 * capital / all);
    }

    private static uint Feature(Kind kind, uint first, uint second = 0) => Mixed(Mixed(Mixed(0, (uint)kind), first), second);
}
