using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Scoring;

/// <summary>All that is said of a text, with whom it is for, what it is about, and whether it is health information that a patient can use.</summary>
/// <param name="Language">A two-letter code, or <see cref="LanguageDetector.Other"/>.</param>
/// <param name="LanguageDetected">True where nobody said which language it is.</param>
/// <param name="Gate">Null for a language that is not scored.</param>
/// <param name="GatePlaces">What speaks for it where the gate lets it pass, else what speaks against it.</param>
internal sealed record JudgedText(
    TextExplanation Explanation,
    string Language,
    bool LanguageDetected,
    IReadOnlyList<string> Topics,
    HealthGateVerdict? Gate,
    IReadOnlyList<TextSpan> GatePlaces,
    IReadOnlyList<SensitivePlaces> SensitiveTopics)
{
    /// <summary>True where a formula stands in for the model.</summary>
    public bool Degraded => Explanation.ModelVersion == EnglishFormula.Version;
}

/// <summary>A subject that can hurt a reader, and the places that speak of it.</summary>
internal sealed record SensitivePlaces(string Subject, bool IsGuess, IReadOnlyList<TextSpan> Places);

/// <summary>Judges texts that no feed has brought, by the same rules as articles. Keeps nothing.</summary>
internal sealed class TextScoring(ArticleScoring scoring)
{
    private static readonly ArticleSource OfNoFeed = new("", "", PublisherType.Other, FeedAudience.Unknown);

    /// <param name="title">Plain text.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="language">Null to find it out.</param>
    public JudgedText Explain(string title, string text, string? language) =>
        Explain(ArticleFactory.Relabel(Unlabelled(title, text, language), [])) with { LanguageDetected = language is null };

    /// <summary>The figures of <see cref="Explain(string, string, string?)"/> alone; without the gate, the verdict says only for whom it reads.</summary>
    public TextScore Score(string title, string text, string? language, bool withGate) => scoring.Score(Unlabelled(title, text, language), withGate);

    private static Article Unlabelled(string title, string text, string? language) => new()
    {
        Id = "",
        Link = "",
        Title = title,
        Summary = text,
        Language = language ?? LanguageDetector.DetectScored($"{title}\n{text}"),
        Source = OfNoFeed,
        Published = default,
        FirstSeen = default,
    };

    public JudgedText Explain(Article article)
    {
        var gate = ArticleLanguage.IsKnown(article.Language) ? HealthGate.Judge(article) : null;
        return new JudgedText(
            scoring.Explain(article, gate),
            article.Language,
            LanguageDetected: false,
            article.Topics,
            gate,
            gate is null ? [] : HealthGate.PlacesOf(article, gate),
            [.. article.SensitiveTopics.Select(subject => new SensitivePlaces(subject, SensitiveTopics.IsGuess(article, subject), SensitiveTopics.PlacesOf(article, subject)))]);
    }

    /// <summary>Changes with all that <see cref="Explain(Article)"/> looks at: the article, the model and the rules.</summary>
    public EntityTagHeaderValue ETag(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(ArticleStore.Write(article with { Assessment = null, LastSeen = null }));
        hash.AppendData(Encoding.UTF8.GetBytes(scoring.Version));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}\"");
    }
}
