namespace Wellread.Privacy;

/// <summary>The words of a post as the cue lists see them, with the mentions that begin at each.</summary>
internal sealed class CueText
{
    private readonly IReadOnlyList<GuardWord> _words;
    private readonly (int Word, int Beginning)[] _ids;
    private readonly int[][] _mentions = new int[Enum.GetValues<CueMention>().Length][];

    public CueText(IReadOnlyList<GuardWord> words)
    {
        _words = words;
        _ids = new (int, int)[words.Count];
        for (var i = 0; i < _mentions.Length; i++) _mentions[i] = new int[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Is(WordShapes.Number)) Mark(CueMention.Number, i, i + 1);
        }
    }

    public int Count => _words.Count;

    public void Look(CueVocabulary vocabulary)
    {
        for (var i = 0; i < _ids.Length; i++) _ids[i] = vocabulary.Find(_words[i].Folded);
    }

    public (int Word, int Beginning) Ids(int word) => _ids[word];

    public bool SameSentence(int word, int other) => _words[word].Sentence == _words[other].Sentence;

    public bool StartsSentence(int word) => word < Count && _words[word].Is(WordShapes.StartsSentence);

    public void Mark(CueMention mention, int first, int last) => _mentions[(int)mention][first] = last;

    /// <summary>The word behind the mention that begins at a word, or 0.</summary>
    public int MentionAt(int word, CueMention mention) => _mentions[(int)mention][word];
}
