using Wellread.Articles;

namespace Wellread.Suggestions.Rules;

/// <summary>What it is about: the practice's weight of its topics, times what its decisions say of them. The main topic counts twice as much as another.</summary>
internal sealed class TopicFitRule : RankingRule
{
    /// <summary>What is about no topic is likely to interest nobody.</summary>
    private const double NoTopic = -0.6;
    private const double ShareOfOthers = 0.5;

    public override string Name => "topic-fit";

    public override double Points(Candidate candidate, RankingContext context) => context.Options.TopicFit * Value(candidate.Topics, context);

    public override AssessmentReason? Reason(Candidate candidate, RankingContext context)
    {
        if (Often(candidate.Topics, context) is >= 0 and var often)
            return new AssessmentReason("often-shared-topic", $"You often share this topic: {TopicCatalog.All[often].English}.");
        if (Preferred(candidate.Topics, context) is >= 0 and var preferred)
            return new AssessmentReason("preferred-topic", $"Your practice asked for this topic: {TopicCatalog.All[preferred].English}.");
        if (OfSpecialty(candidate.Topics, context) is >= 0 and var usual)
            return new AssessmentReason("specialty-topic", $"It fits your kind of practice: {TopicCatalog.All[usual].English}.");
        return candidate.Topics.Main is >= 0 and var main ? new AssessmentReason("topic", $"Topic: {TopicCatalog.All[main].English}.") : null;
    }

    public override IEnumerable<RuleFigure> Figures(Candidate candidate, RankingContext context)
    {
        for (var i = 0; i < candidate.Topics.Count; i++)
        {
            var topic = TopicCatalog.All[candidate.Topics[i]].Slug;
            var belief = context.Taste.TopicBelief(candidate.Topics[i]);
            yield return new($"{topic}.weight", context.Practice.TopicWeight(topic));
            yield return new($"{topic}.learned", Math.Exp(context.Taste.Topic(candidate.Topics[i])));
            yield return new($"{topic}.taken", belief.Taken);
            yield return new($"{topic}.refused", belief.Refused);
        }
    }

    /// <summary>The first topic that the practice often takes; -1 where there is none.</summary>
    public static int Often(TopicCodes topics, RankingContext context)
    {
        for (var i = 0; i < topics.Count; i++)
        {
            if (context.Taste.OftenTakesTopic(topics[i])) return topics[i];
        }
        return -1;
    }

    /// <summary>The first topic that the practice itself weighs up; -1 where there is none.</summary>
    public static int Preferred(TopicCodes topics, RankingContext context) => First(topics, context.Practice.AsksFor);

    /// <summary>The first topic that its specialty weighs up; -1 where there is none.</summary>
    public static int OfSpecialty(TopicCodes topics, RankingContext context) => First(topics, context.Practice.IsOfSpecialty);

    private static int First(TopicCodes topics, Func<string, bool> holds)
    {
        for (var i = 0; i < topics.Count; i++)
        {
            if (holds(TopicCatalog.All[topics[i]].Slug)) return topics[i];
        }
        return -1;
    }

    private static double Value(TopicCodes topics, RankingContext context)
    {
        if (topics.Count == 0) return NoTopic;
        var sum = context.TopicValue(topics[0]);
        for (var i = 1; i < topics.Count; i++) sum += ShareOfOthers * context.TopicValue(topics[i]);
        return sum / (1 + (ShareOfOthers * (topics.Count - 1)));
    }
}
