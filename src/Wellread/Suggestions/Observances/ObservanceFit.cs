using System.Runtime.CompilerServices;
using Wellread.Articles;

namespace Wellread.Suggestions.Observances;

/// <summary>
/// How well an article fits an observance. It is about the observance's main topic, or one that the observance covers as a whole; and where the observance is narrower than that, the
/// title names its subject. A topic that only touches the subject, as food does diabetes, is never enough, nor is one that an article has third, and what is of little
/// use fits nothing. Pure.
/// </summary>
internal sealed class ObservanceFit
{
    /// <summary>A topic behind the article's main one, or behind the observance's, fits less.</summary>
    private const double ShareOfOthers = 0.5;

    private static readonly ConditionalWeakTable<Observance, ObservanceFit> Known = [];

    private readonly int _main;
    private readonly UInt128 _topics;
    private readonly SubjectTerms? _subject;

    private ObservanceFit(Observance observance)
    {
        _main = TopicCatalog.IndexOf(observance.Topics[0]);
        foreach (var topic in observance.Subjects) _topics |= UInt128.One << TopicCatalog.IndexOf(topic);
        _subject = observance.Words.IsEmpty ? null : SubjectTerms.Of(observance.Words);
    }

    public static ObservanceFit Of(Observance observance) => Known.GetValue(observance, of => new ObservanceFit(of));

    /// <summary>0 to 1; 0 is not at all.</summary>
    /// <param name="candidate">The article.</param>
    /// <param name="title">Its title, read once for all observances; null where nobody has asked for it yet.</param>
    public double Share(Candidate candidate, ref FoldedWords? title)
    {
        var topics = candidate.Topics;
        if ((topics.Bits & _topics) == UInt128.Zero || candidate.IsSecondChoice || IsOfAnimals(candidate)) return 0;
        if (_subject is not null) return _subject.AreSaidIn(title ??= FoldedWords.From(candidate.Article.Title)) ? 1 : 0;
        if (topics.Main == _main) return 1;
        return Has(topics.Main) || (topics.Count > 1 && Has(topics[1])) ? ShareOfOthers : 0;
    }

    private bool Has(int topic) => (_topics >> topic & UInt128.One) != UInt128.Zero;

    /// <summary>A health day is for people.</summary>
    private static bool IsOfAnimals(Candidate candidate) =>
        candidate.Article.Assessment is { Cautions: var cautions } && cautions.HasFlag(AssessmentCautions.AnimalStudy);
}
