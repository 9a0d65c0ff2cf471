using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Wellread.Articles;

/// <summary>What an article's title and text say, by the sections of the gate's word list. A strong term says 1, and no section says more than three of them.</summary>
internal sealed partial class GateEvidence
{
    private const double Strong = 3;
    private const double Cap = 9;
    private const int MostNames = 3;
    private const int MostWords = 20;
    private const double WordsUnit = 10;
    private readonly double[] _title = new double[GateTerms.Sections.Length];
    private readonly double[] _text = new double[GateTerms.Sections.Length];
    private readonly List<(TextPart Part, int Section, int Start, int End)> _places = [];

    private GateEvidence(FoldedWords title, FoldedWords text, string language)
    {
        (TitleWords, TextWords) = (title, text);
        (TitleHits, TextHits) = (GateTerms.Find(title, language), GateTerms.Find(text, language));
        (TitleTopics, TextTopics) = (TopicTagger.TopicHits(title, language), TopicTagger.TopicHits(text, language));
    }

    public FoldedWords TitleWords { get; }

    public FoldedWords TextWords { get; }

    /// <summary>The terms of the gate's list in the title.</summary>
    public List<TermHit> TitleHits { get; }

    /// <summary>The terms of the topics in the title; their sections are those of the topics' list.</summary>
    public List<TermHit> TitleTopics { get; }

    public List<TermHit> TextTopics { get; }

    /// <summary>How much the title says of each section.</summary>
    public ReadOnlySpan<double> OfTitle => _title;

    public ReadOnlySpan<double> OfText => _text;

    private List<TermHit> TextHits { get; }

    public double Topics => _title[GateTerms.Topic] + _text[GateTerms.Topic];

    public double Health => _title[GateTerms.Health] + _text[GateTerms.Health];

    public static GateEvidence Of(Article article, bool withPlaces = false)
    {
        var (title, text) = (FoldedWords.From(article.Title, withPlaces), FoldedWords.From(article.Summary, withPlaces));
        var evidence = new GateEvidence(title, text, article.Language);
        evidence.Add(TextPart.Title, title, evidence.TitleHits, evidence.TitleTopics, withPlaces);
        evidence.Add(TextPart.Text, text, evidence.TextHits, evidence.TextTopics, withPlaces);
        evidence.AddShape(article, title);
        return evidence;
    }

    /// <summary>What a section adds to the score.</summary>
    public double WeightOf(int section) => GateTerms.Weights[section].Title * _title[section] + GateTerms.Weights[section].Text * _text[section];

    public ImmutableArray<TextSpan> PlacesOf(int section) =>
        TextSpan.Apart(_places.Where(place => place.Section == section).Select(place => new TextSpan(place.Part, place.Start, place.End)));

    /// <summary>The places that speak for an article: of advice, care and the like; where there are none, its words of health.</summary>
    public ImmutableArray<TextSpan> PlacesFor() =>
        TextSpan.Apart(_places.Where(place => place.Section != GateTerms.Health && WeightAt(place.Part, place.Section) > 0).Select(place => new TextSpan(place.Part, place.Start, place.End)))
            is { IsEmpty: false } places ? places : PlacesOf(GateTerms.Health);

    private static double WeightAt(TextPart part, int section) => part == TextPart.Title ? GateTerms.Weights[section].Title : GateTerms.Weights[section].Text;

    private void Add(TextPart part, FoldedWords words, List<TermHit> hits, List<TermHit> topics, bool withPlaces)
    {
        var amounts = part == TextPart.Title ? _title : _text;
        var seen = new HashSet<(int, int)>();
        foreach (var hit in hits)
        {
            if (withPlaces) _places.Add((part, hit.Section, words.PlaceOf(hit.Start, hit.Length).Start, words.PlaceOf(hit.Start, hit.Length).End));
            if (seen.Add((hit.Section, hit.Term))) amounts[hit.Section] = Math.Min(amounts[hit.Section] + hit.Weight / Strong, Cap / Strong);
        }
        foreach (var (isNews, weight) in TopicTagger.WeightsOf(topics))
        {
            ref var amount = ref amounts[isNews ? GateTerms.NewsTopic : GateTerms.Topic];
            amount = Math.Min(amount + weight / Strong, Cap / Strong);
        }
    }

    private void AddShape(Article article, FoldedWords title)
    {
        _title[Start] = 1;
        if (NumberAtStart().IsMatch(article.Title)) _title[StartsWithNumber] = 1;
        if (article.Title.Contains('?', StringComparison.Ordinal)) _title[AsksQuestion] = 1;
        if (article.Title.Contains(':', StringComparison.Ordinal)) _title[HasColon] = 1;
        if (Quotation().IsMatch(article.Title)) _title[Quotes] = 1;
        if (LargeNumber().IsMatch(article.Title)) _title[HasLargeNumber] = 1;
        _title[Words] = Math.Min(WordsOf(title), MostWords) / WordsUnit;
        _text[PeopleNamed] = Math.Min(Names().Count(article.Summary), MostNames);
    }

    private static int WordsOf(FoldedWords title)
    {
        var count = 0;
        for (var i = 0; i < title.Count; i++) count += title[i].IsEmpty ? 0 : 1;
        return count;
    }

    private static readonly int Start = GateTerms.IndexOf("start");
    private static readonly int StartsWithNumber = GateTerms.IndexOf("starts-with-number");
    private static readonly int AsksQuestion = GateTerms.IndexOf("question");
    private static readonly int HasColon = GateTerms.IndexOf("colon");
    private static readonly int Quotes = GateTerms.IndexOf("quotation");
    private static readonly int HasLargeNumber = GateTerms.IndexOf("large-number");
    private static readonly int Words = GateTerms.IndexOf("words");
    private static readonly int PeopleNamed = GateTerms.IndexOf("people-named");

    [GeneratedRegex(@"^[0-9]{1,2}\b(?!,)")]
    private static partial Regex NumberAtStart();

    [GeneratedRegex(@"(^|\s)['‘""“]")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"[0-9][0-9,.]*[0-9]{2}|[0-9][.,][0-9]{3}|[$£€][0-9]")]
    private static partial Regex LargeNumber();

    /// <summary>Two words with a capital letter in a row, not where a sentence begins.</summary>
    [GeneratedRegex(@"(?<![.!?:\n] )(?<!^)\b[A-Z][a-zà-ÿ]+ (?:[A-Z]\. )?[A-Z][a-zà-ÿ]+\b")]
    private static partial Regex Names();
}
