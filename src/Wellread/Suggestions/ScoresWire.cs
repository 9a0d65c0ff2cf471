using Wellread.Articles;
using Wellread.Scoring;

namespace Wellread.Suggestions;

/// <summary>All that is said of a text.</summary>
/// <param name="ArticleId">The article's id; null for a text that you sent.</param>
/// <param name="Title">The article's title as it is stored; null for a text that you sent. Spans with the part `title` are places in it.</param>
/// <param name="Text">The article's summary as it is stored; null for a text that you sent. Spans with the part `text` are places in it.</param>
/// <param name="Language" example="en">The language it is in, as a two-letter code; `und` if that can't be told.</param>
/// <param name="LanguageDetected" example="true">True if you did not say the language, so that it was found out.</param>
/// <param name="Verdict" example="patients">Whom it suits: `patients`, `colleagues` or `neither`.</param>
/// <param name="Summary" example="Good for patients. 1 medical term has plain words to use instead.">The verdict in words.</param>
/// <param name="SecondChoice">True if it is easy to read but has little to use, so that it is offered last.</param>
/// <param name="Probability" example="0.97">How sure the model is that a patient understands it, from 0 to 1.</param>
/// <param name="Difficulty" example="2.4">How hard people would call it, from 1 easy to 6 hard; null if there is no model for its language.</param>
/// <param name="Reading">The school grade at which it reads.</param>
/// <param name="Reasons">Why, in words. What speaks for the verdict comes first.</param>
/// <param name="Jargon">Medical terms, and plain words to use instead.</param>
/// <param name="Hype">Words that promise more than medicine can keep.</param>
/// <param name="Labels">What kind of news it is, where you should know.</param>
/// <param name="Topics">What it is about, the main topic first.</param>
/// <param name="HealthGate">Whether it is health information that a patient can use; null for a language that is not scored.</param>
/// <param name="SensitiveTopics">Subjects that a person should look at before it is shared.</param>
/// <param name="ModelVersion" example="friendliness-1a2b3c4d">The model or the formula that scored it; `none` for a language that is not scored.</param>
/// <param name="RulesVersion" example="rules-1a2b3c4d">The build of the program whose word lists were used.</param>
/// <param name="Degraded">True if a reading formula stands in for the trained model.</param>
/// <param name="Links">Where to go from here; null for a text that you sent.</param>
internal sealed record Explanation(
    string? ArticleId,
    string? Title,
    string? Text,
    string Language,
    bool LanguageDetected,
    ArticleAudience Verdict,
    string Summary,
    bool SecondChoice,
    double Probability,
    double? Difficulty,
    ReadingItem Reading,
    IReadOnlyList<ReasonItem> Reasons,
    IReadOnlyList<JargonItem> Jargon,
    IReadOnlyList<HypeItem> Hype,
    IReadOnlyList<ReasonItem> Labels,
    IReadOnlyList<TopicItem> Topics,
    GateItem? HealthGate,
    IReadOnlyList<SensitiveItem> SensitiveTopics,
    string ModelVersion,
    string RulesVersion,
    bool Degraded,
    ExplanationLinks? Links)
{
    public static Explanation Of(JudgedText judged, Article? article = null)
    {
        var said = judged.Explanation;
        return new Explanation(
            article?.Id,
            article?.Title,
            article?.Summary,
            judged.Language,
            judged.LanguageDetected,
            said.Verdict,
            VerdictWords.Of(judged),
            said.SecondChoice,
            Math.Round(said.Probability, 3),
            said.Difficulty is { } difficulty ? Math.Round(difficulty, 2) : null,
            ReadingItem.Of(said.Reading),
            [.. said.Reasons.Select(reason => new ReasonItem(reason.Code, reason.Text, reason.Spans))],
            [.. said.Jargon.Select(term => new JargonItem(term.Term, term.PlainWords, term.Explained, term.Spans))],
            [.. said.Hype.Select(word => new HypeItem(word.Word, word.Remark, word.Spans))],
            [.. said.Labels.Select(label => new ReasonItem(label.Code, label.Text, label.Spans))],
            [.. judged.Topics.Select(TopicItem.Of)],
            judged.Gate is { } gate ? new GateItem(gate.Passes, gate.Code, $"{gate.Reason}.", judged.GatePlaces) : null,
            [.. judged.SensitiveTopics.Select(found => SensitiveItem.Of(found, judged.Language))],
            said.ModelVersion,
            ScoringRules.Version,
            judged.Degraded,
            article is null ? null : new ExplanationLinks(article.Link, $"/api/v1/suggestions/{SuggestionId.Of(article.Id)}"));
    }
}

/// <summary>How hard it reads by the usual formulas. A formula for another language is null, and so are all where there are too few words.</summary>
/// <param name="Grade" example="5.8">One US school grade, from 1 to 18.</param>
/// <param name="FleschKincaid">Flesch-Kincaid grade, for English.</param>
/// <param name="Smog">SMOG grade, for English.</param>
/// <param name="FernandezHuerta">Fernández-Huerta ease from 0 hard to 100 easy, for Spanish.</param>
/// <param name="Inflesz">INFLESZ ease from 0 hard to 100 easy, for Spanish.</param>
/// <param name="InfleszBand">The INFLESZ band in words.</param>
/// <param name="Remark">What the grade is worth, in words.</param>
internal sealed record ReadingItem(
    double? Grade, double? FleschKincaid, double? Smog, double? FernandezHuerta, double? Inflesz, string? InfleszBand, string Remark)
{
    public static ReadingItem Of(ReadingLevel level) =>
        new(level.Grade, level.FleschKincaid, level.Smog, level.FernandezHuerta, level.Inflesz, level.InfleszBand, level.Remark);
}

/// <summary>One reason.</summary>
/// <param name="Code">For programs. It does not change.</param>
/// <param name="Text">In words.</param>
/// <param name="Spans">The places it points to: `start` up to, not including, `end`, counted as JavaScript counts (UTF-16).</param>
internal sealed record ReasonItem(string Code, string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>A medical term.</summary>
/// <param name="Term" example="hypertension">As it is written.</param>
/// <param name="PlainWords" example="high blood pressure">What to say instead.</param>
/// <param name="Explained">True if the text says beside it what it means.</param>
/// <param name="Spans">Where it stands.</param>
internal sealed record JargonItem(string Term, string PlainWords, bool Explained, IReadOnlyList<TextSpan> Spans);

/// <summary>A word that promises too much.</summary>
/// <param name="Word">As it is written.</param>
/// <param name="Text">What to mind.</param>
/// <param name="Spans">Where it stands.</param>
internal sealed record HypeItem(string Word, string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>A topic.</summary>
/// <param name="Slug">Its short name, as other calls take it.</param>
/// <param name="Name">Its name in words.</param>
internal sealed record TopicItem(string Slug, TopicNames Name)
{
    public static TopicItem Of(string slug) => TopicCatalog.Find(slug) is { } topic
        ? new TopicItem(topic.Slug, new TopicNames(topic.English, topic.Spanish))
        : new TopicItem(slug, new TopicNames(slug, slug));
}

/// <summary>Whether it is health information that a patient can use.</summary>
/// <param name="Passes">True if it is.</param>
/// <param name="Code">Why, for programs. It does not change.</param>
/// <param name="Text">Why, in words.</param>
/// <param name="Spans">What speaks for it if it passes, else what speaks against it.</param>
internal sealed record GateItem(bool Passes, string Code, string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>A subject that can hurt a reader who is in it.</summary>
/// <param name="Subject">`suicide`, `eating-disorders`, `abuse`, `sexual-assault`, `overdose` or `abortion`.</param>
/// <param name="Text">What to do, in words.</param>
/// <param name="HelpLines">Where readers find help, in the language of the text.</param>
/// <param name="Spans">The places that speak of it.</param>
internal sealed record SensitiveItem(string Subject, string Text, IReadOnlyList<HelpLine> HelpLines, IReadOnlyList<TextSpan> Spans)
{
    public static SensitiveItem Of(SensitivePlaces found, string language)
    {
        var held = HeldSubject.Of(found.Subject, language, found.IsGuess);
        return new SensitiveItem(held.Subject, held.Text, held.HelpLines, found.Places);
    }
}

/// <summary>Where to go from an explanation.</summary>
/// <param name="Article">The article's own page.</param>
/// <param name="Suggestion">Its suggestion; 404 if it suits nobody.</param>
internal sealed record ExplanationLinks(string Article, string Suggestion);
