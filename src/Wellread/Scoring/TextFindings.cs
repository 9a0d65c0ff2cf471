using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>What in a text the explanation points to.</summary>
internal sealed class TextFindings(LanguageWords words, string title, string text)
{
    private readonly List<FoundPhrase<JargonTerm>> _terms = [];
    private readonly List<FoundPhrase<Phrase>> _phrases = [];

    // More places would hide the others.
    private const int Most = 3;

    // Each is looked for in the whole text.
    private const int MostShortForms = 50;

    private HashSet<uint>? _shortForms;

    public List<TextSpan> Readers { get; } = [];

    public List<TextSpan> Everyday { get; } = [];

    public List<TextSpan> ShortForms { get; } = [];

    public SentenceSpan Longest { get; private set; }

    public TextSpan? Question { get; private set; }

    public TextSpan? Advice { get; private set; }

    /// <summary>The words with the most syllables, hardest first.</summary>
    public HardWords Hardest { get; } = new();

    public IReadOnlyList<FoundPhrase<JargonTerm>> Terms => _terms;

    public IEnumerable<FoundPhrase<Phrase>> Of(PhraseKind kind) => Has(kind) ? _phrases.Where(found => found.Value.Kind == kind) : [];

    public bool Has(PhraseKind kind)
    {
        foreach (var found in _phrases)
        {
            if (found.Value.Kind == kind) return true;
        }
        return false;
    }

    /// <param name="record">The tokens, where the text was read before.</param>
    public static TextFindings Of(in TrimmedText text, LanguageWords words, TokenRecord? record = null)
    {
        var findings = new TextFindings(words, text.WholeTitle, text.WholeText);
        if (record is { IsWhole: true })
        {
            findings.Read(TextTokens.Of(TextPart.Title, text.WholeTitle, record.Of(TextPart.Title)));
            findings.Read(TextTokens.Of(TextPart.Text, text.WholeText, record.Of(TextPart.Text)));
        }
        else
        {
            findings.Read(TextPart.Title, text.WholeTitle, text.Title);
            findings.Read(TextPart.Text, text.WholeText, text.Text);
        }
        findings.ReadCut(TextPart.Title, text.WholeTitle, text.WholeTitle.AsSpan(EndOf(text.WholeTitle, text.Title)));
        findings.ReadCut(TextPart.Text, text.WholeText, text.WholeText.AsSpan(0, EndOf(text.WholeText, text.Text) - text.Text.Length));
        return findings;
    }

    private static int EndOf(string whole, ReadOnlySpan<char> slice) => whole.AsSpan().Overlaps(slice, out var start) ? start + slice.Length : whole.Length;

    // What is not judged may still say who sent it: "LONDON, Jan 5 /PRNewswire/ --".
    private void ReadCut(TextPart part, string whole, ReadOnlySpan<char> cut)
    {
        if (cut.IsWhiteSpace()) return;
        var other = new TextFindings(words, title, text);
        other.Read(part, whole, cut);
        _phrases.AddRange(other.Of(PhraseKind.PressRelease));
    }

    private void Read(TextPart part, string whole, ReadOnlySpan<char> read)
    {
        if (read.IsEmpty) return;
        using var tokens = TextTokens.Read(part, whole, read);
        Read(tokens);
    }

    private void Read(in TextTokens tokens)
    {
        var all = tokens.All;
        Span<uint> window = stackalloc uint[Jargon.MaxWords];
        Span<int> places = stackalloc int[Jargon.MaxWords];
        var allCapitals = !tokens.Whole.AsSpan().ContainsAnyInRange('a', 'z');
        var sentence = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].StartsSentence && i > sentence) EndSentence(tokens, ref sentence, i);
            if (all[i].Kind == TokenKind.Mark) continue;
            var (ends, traits) = all[i].Syllables > 0 ? new(words.EndsOf(all[i].Hash), all[i].Traits) : words.Of(all[i].Hash);
            if (ends != WordEnds.None) FindPhrases(tokens, i, ends, window, places);
            if (all[i].Kind == TokenKind.Word) ReadWord(tokens, i, traits, allCapitals);
        }
        EndSentence(tokens, ref sentence, all.Length);
        if (words == LanguageWords.Spanish) ReadSpanish(tokens);
    }

    private void ReadSpanish(in TextTokens tokens)
    {
        if (SpanishAddress.Read(tokens, title, text, Readers, Most) is { } advice) Advice ??= advice;
    }

    private void FindPhrases(in TextTokens tokens, int last, WordEnds ends, Span<uint> window, Span<int> places)
    {
        var count = WordsBefore(tokens.All, last, window, places);
        if (TermFinder.Find(tokens, last, ends, window[^count..], places[^count..], words.Jargon, out var first) is { } term) Add(_terms, Found(tokens, term, first, last));
        if ((ends & WordEnds.Phrase) != 0 && words.Phrases.EndingWith(window[^count..], out var length) is { } phrase)
        {
            var denied = phrase.Kind == PhraseKind.Hype && (Denial.StandsAround(tokens, places[^length], last) || (phrase.IsCure && Cures.AreReal(tokens, last, title)));
            Add(_phrases, new(denied ? Denied : phrase, tokens.Span(places[^length], last)));
        }
    }

    private FoundPhrase<JargonTerm> Found(in TextTokens tokens, JargonTerm term, int first, int last)
    {
        term = RepeatedWords.Join(tokens, term, ref first, ref last);
        if (term.FollowsNoun) term = BehindNoun.Put(tokens, term, words.Jargon, first, ref last);
        return new(term, tokens.Span(first, last)) { IsExplained = Explanations.StandBeside(tokens, first, last, term) };
    }

    private bool IsFound(TextPart part, TextToken token) => _terms is [.., var last] && last.Span.Part == part && last.Span.End >= token.End && last.Span.Start <= token.Start;

    // The words up to one, as far as nothing but hyphens parts them.
    private static int WordsBefore(ReadOnlySpan<TextToken> tokens, int last, Span<uint> window, Span<int> places)
    {
        var count = 0;
        for (var i = last; i >= 0 && count < window.Length; i--)
        {
            if (tokens[i].Kind == TokenKind.Mark)
            {
                if (tokens[i].Hash != Hyphen) break;
                continue;
            }
            count++;
            window[^count] = tokens[i].Hash;
            places[^count] = i;
            if (tokens[i].StartsSentence) break;
        }
        return count;
    }

    private static readonly uint Hyphen = FeatureHash.Of("-");

    // "myocardial infarction" takes the place of "myocardial", which was found a word earlier.
    private static void Add<T>(List<FoundPhrase<T>> found, FoundPhrase<T> phrase)
    {
        while (found is [.., var last] && last.Span.Part == phrase.Span.Part && last.Span.End > phrase.Span.Start)
        {
            if (last.Span.Start < phrase.Span.Start) return;
            found.RemoveAt(found.Count - 1);
        }
        found.Add(phrase);
    }

    private void ReadWord(in TextTokens tokens, int i, WordTraits traits, bool allCapitals)
    {
        if ((traits & WordTraits.SecondPerson) != 0 && Readers.Count < Most) Readers.Add(tokens.Span(i, i));
        if ((traits & WordTraits.Everyday) != 0 && Everyday.Count < Most) Everyday.Add(tokens.Span(i, i));
        if (!allCapitals && ShortForms.Count < Most && IsNewShortForm(tokens, i)) ShortForms.Add(tokens.Span(i, i));
        if (Advice is null && (traits & WordTraits.Advice) != 0 && EnglishAdvice.MayStart(tokens, i)) Advice = EnglishAdvice.At(tokens, i);
        if (!allCapitals && TermFinder.ShortForm(tokens, i, words.Jargon) is { } shortForm) Add(_terms, Found(tokens, shortForm, i, i));
        else if (!IsFound(tokens.Part, tokens.All[i]) && words.Morphology.PlainWordsFor(tokens.Raw(i), words.Jargon.Parts) is { } plain) Add(_terms, Found(tokens, new JargonTerm("", plain), i, i));
        if (tokens.All[i].End - tokens.All[i].Start <= 2 && StudyFigure.Has(tokens, i, out var first, out var last)) Add(_phrases, new(StudyFigures, tokens.Span(first, last)));
        Hardest.Add(tokens.Raw(i), tokens.Span(i, i), tokens.All[i].Syllables, words.Syllables);
    }

    private static readonly Phrase StudyFigures = new("", PhraseKind.Study, null);

    private static readonly Phrase Denied = new("", PhraseKind.Sober, null);

    // Each form is looked at once, or a text of nothing else would take for ever.
    private bool IsNewShortForm(in TextTokens tokens, int i) =>
        (tokens.All[i].Form & WordForm.Acronym) != 0 && (_shortForms ??= []).Count < MostShortForms && !ShortForm.IsPartOfNumber(tokens, i) && _shortForms.Add(tokens.All[i].Hash)
        && ShortForm.IsUnexplained(tokens.Raw(i), title, text);

    private void EndSentence(in TextTokens tokens, ref int first, int next)
    {
        var all = tokens.All[first..next];
        var count = 0;
        foreach (var token in all)
        {
            if (token.Kind != TokenKind.Mark) count++;
        }
        if (count > 0)
        {
            var span = tokens.Span(first, next - 1);
            if (count > Longest.Words) Longest = new SentenceSpan(span, count);
            if (Question is null && all[^1].Kind == TokenKind.Mark && tokens.Raw(next - 1) is "?") Question = span;
        }
        first = next;
    }
}

/// <summary>A phrase of a list and where it stands.</summary>
internal readonly record struct FoundPhrase<T>(T Value, TextSpan Span)
{
    /// <summary>The text says right beside it what it means.</summary>
    public bool IsExplained { get; init; }
}

/// <summary>A sentence and its words and numbers.</summary>
internal readonly record struct SentenceSpan(TextSpan Span, int Words);
