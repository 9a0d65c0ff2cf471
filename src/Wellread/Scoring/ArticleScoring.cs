using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Scoring;

/// <summary>
/// Whom an article is for, and why: how well a patient understands it, whether it helps a patient stay well, and who publishes it. What is
/// technical goes to colleagues, not away; what a journal or a professional source writes on medicine stays with colleagues even where a title reads easily.
/// </summary>
internal sealed class ArticleScoring(FriendlinessScorer scorer, Explainer explainer)
{
    private const string SecondChoiceText = "A second choice: it has little that a patient can use, so it comes behind all else.";

    // Beside a quoted piece of advice "little to use" would contradict.
    private const string SecondChoiceWithAdvice = "A second choice: others have more that a patient can use, so it comes behind all else.";

    private const string LittleBesideAdvice = "Says what to do, but little else that a patient can use.";

    /// <summary>True while formulas stand in for the model.</summary>
    public bool Degraded => scorer.Degraded;

    /// <summary>The model and the rules that assess now, in one word.</summary>
    public string Version => $"{scorer.ModelVersion}+{ScoringRules.Version}";

    /// <summary>The article with its assessment.</summary>
    public Article Assess(Article article) =>
        article with { Assessment = Explain(article, null, withPlaces: false).ToAssessment() with { RulesVersion = ScoringRules.Version } };

    /// <summary>Whether the article's assessment is what <see cref="Assess"/> would say now.</summary>
    public bool IsCurrent(Article article) =>
        article.Assessment is { } assessment && assessment.RulesVersion == ScoringRules.Version && assessment.ModelVersion == scorer.VersionFor(article.Language);

    /// <summary>All that is said of the article; spans are places in its title and summary.</summary>
    /// <param name="gate">What the health gate says of it, where that is known already.</param>
    public TextExplanation Explain(Article article, HealthGateVerdict? gate = null) => Explain(article, gate, withPlaces: true);

    /// <summary>The figures of <see cref="Explain(Article, HealthGateVerdict?)"/> alone, of a text that no feed has brought and that has no topics yet.</summary>
    /// <param name="text">The text as an article.</param>
    /// <param name="withGate">Whether it is looked at what the text is about. Without, which is seven times as fast, the verdict says only for whom it reads.</param>
    public TextScore Score(Article text, bool withGate)
    {
        var score = scorer.Score(text.Title, text.Summary, text.Language);
        // What reads for nobody, the gate gives to nobody.
        if (!withGate || score.Verdict == ArticleAudience.Neither) return score;
        var article = ArticleFactory.Relabel(text, []);
        return RouteOf(article, score.Verdict, HealthGate.Judge(article)) == Route.Out ? score with { Verdict = ArticleAudience.Neither } : score;
    }

    // The gate reads an article once more to find the places of its reason, which an assessment does not keep.
    private TextExplanation Explain(Article article, HealthGateVerdict? judged, bool withPlaces)
    {
        var explanation = explainer.Explain(article.Title, article.Summary, article.Language);
        var whole = TrimmedText.Of(article.Title, article.Summary).Whole;
        if (!ArticleLanguage.IsKnown(article.Language))
            return Routed(explanation, ArticleAudience.Neither, new("language", "It is in a language that Wellread does not score.", whole));
        if (article.Source.Publisher == PublisherType.Journal || article.Source.Audience == FeedAudience.Professional)
            return Professional(explanation, ProfessionalSubject.Judge(article), whole);
        var gate = judged ?? HealthGate.Judge(article);
        var route = RouteOf(article, explanation.Verdict, gate);
        if (route == Route.AsRead) return explanation.Verdict == ArticleAudience.Colleagues ? ForColleagues(explanation) : explanation;
        var saysWhatToDo = explanation.Reasons.Any(given => given.Code == "gives-advice");
        var reason = gate.Passes
            ? new ExplainedReason("no-topic", "It is about none of the health topics.", whole)
            : new ExplainedReason(gate.Code, saysWhatToDo && (gate.IsPlain || gate.Code == HealthGateVerdict.SaysLittle.Code) ? LittleBesideAdvice : $"{gate.Reason}.", withPlaces && HealthGate.PlacesOf(article, gate) is { IsEmpty: false } places ? places : whole);
        return route switch
        {
            Route.ToColleagues => ForColleagues(Routed(explanation, ArticleAudience.Colleagues, reason)),
            Route.Last => Routed(Routed(explanation, ArticleAudience.Patients, reason), ArticleAudience.Patients, new("second-choice", saysWhatToDo ? SecondChoiceWithAdvice : SecondChoiceText, whole)) with { SecondChoice = true },
            _ => Routed(explanation, ArticleAudience.Neither, reason),
        };
    }

    /// <summary>Where a text goes that no source speaks for, by whom it reads for, by its topics and by the gate.</summary>
    private static Route RouteOf(Article article, ArticleAudience readsFor, HealthGateVerdict gate) =>
        gate.Passes && !article.Topics.IsEmpty ? Route.AsRead
        : readsFor == ArticleAudience.Colleagues && gate.IsForSpecialists && !article.Topics.IsEmpty ? Route.ToColleagues
        : readsFor == ArticleAudience.Patients && IsSecondChoice(article, gate) ? Route.Last
        : Route.Out;

    private static TextExplanation Professional(TextExplanation explanation, ProfessionalVerdict subject, ImmutableArray<TextSpan> whole) => subject switch
    {
        ProfessionalVerdict.Medical => ForColleagues(Routed(explanation, ArticleAudience.Colleagues, new("professional-source", "Its source writes for health workers.", []))),
        ProfessionalVerdict.Notice => Routed(explanation, ArticleAudience.Neither, new("issue-notice", "No article: a note on the journal, such as its board, a call for papers or a correction.", whole)),
        _ => Routed(explanation, ArticleAudience.Neither, new("not-medical", "From a source for experts, but not about medicine or health.", whole)),
    };

    /// <summary>
    /// Whether what says little may still be offered behind all else: from a health source only, and where its title says a health topic. What is on a sensitive subject and comes
    /// from such a source, or gives advice, is offered as well: it waits for a person, who can judge better than a gate.
    /// </summary>
    private static bool IsSecondChoice(Article article, HealthGateVerdict gate)
    {
        var isHealthSource = HealthSource.Is(article.Source, article.Language);
        if (!article.SensitiveTopics.IsEmpty && (gate.Passes || (isHealthSource && gate.MayBeCare))) return true;
        return isHealthSource && gate.IsHarmless && !article.Topics.IsEmpty && !TopicTagger.Tag(article.Title, "", article.Language, [], []).IsEmpty;
    }

    /// <summary>A colleague need not be spared long words, so nobody is told to aim lower.</summary>
    private static TextExplanation ForColleagues(TextExplanation explanation) => explanation with
    {
        Reasons = [.. explanation.Reasons.Select(reason => reason.Code == "hard-grade" ? Reason.GradeForColleagues(explanation.Reading.RoughGrade, reason.Spans) : reason)],
    };

    private static TextExplanation Routed(TextExplanation explanation, ArticleAudience verdict, ExplainedReason reason) =>
        explanation with { Verdict = verdict, Reasons = [reason, .. explanation.Reasons] };

    private enum Route
    {
        /// <summary>To those for whom it reads.</summary>
        AsRead,

        ToColleagues,

        /// <summary>To patients, behind all else.</summary>
        Last,

        Out,
    }
}
