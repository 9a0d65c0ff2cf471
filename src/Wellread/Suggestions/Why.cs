using System.Collections.Concurrent;
using System.Globalization;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Scoring;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>
/// Why an article is suggested, in two sentences that an editor reads in passing: what speaks for it at this practice, and how new and easy it is. Of all reasons only
/// the strongest is named. A proper name (of a health day, of a source) is said whatever it does to the reading grade: without it nobody knows what is meant.
/// </summary>
internal static class Why
{
    private const double MostGrade = 8;
    private const int NewDays = 7;
    private const int MostRemembered = 5_000;

    private static readonly ConcurrentDictionary<string, bool> Easy = new(StringComparer.Ordinal);

    public static string Of(in Placed placed, RankingContext context)
    {
        // Two sentences as well: what is wrong with it is all that counts.
        if (Spoilt.Words(placed.Candidate) is { } spoilt) return spoilt;
        var second = Second(placed.Candidate, context);
        var (named, plain, isProper) = First(placed, context);
        var why = $"{named} {second}";
        return named == plain || (IsOneSentence(named) && (isProper || IsEasy(why))) ? why : $"{plain} {second}";
    }

    private static (string Named, string Plain, bool IsProper) First(in Placed placed, RankingContext context)
    {
        var candidate = placed.Candidate;
        if (placed.RepeatOf is { } repeated) return Same($"You {NoRepeatRule.Did(repeated, context)}.");
        if (SourceTrustRule.IsDistrusted(candidate, context)) return Same("You said that you do not trust this source.");
        if (context.Season.Of(candidate).Observance is { } observance)
        {
            var when = SeasonRule.When(observance, context.Today);
            return ($"It fits {observance.Observance.Name} {when}.", $"It fits a health {(observance.Start == observance.End ? "day" : "event")} {when}.", true);
        }
        if (SourceTrustRule.IsTrusted(candidate, context)) return ($"It is from {candidate.Article.Source.Name}, which you trust.", "It is from a source that you trust.", true);
        if (SourceTrustRule.IsOften(candidate, context)) return ($"You often share {candidate.Article.Source.Name}.", "You often share this source.", true);
        if (TopicFitRule.Often(candidate.Topics, context) is >= 0 and var often) return ($"You often share pieces on {NameOf(often)}.", "You often share pieces like it.", false);
        if (TopicFitRule.Preferred(candidate.Topics, context) is >= 0 and var preferred) return ($"You asked for pieces on {NameOf(preferred)}.", "It is on a theme that you asked for.", false);
        if (TopicFitRule.OfSpecialty(candidate.Topics, context) is >= 0 and var usual) return ($"It is on {NameOf(usual)}, which fits your kind of practice.", "It fits your kind of practice.", false);
        var (named, plain) = Publisher(candidate.Article.Source);
        return (named, plain, true);
    }

    private static (string Named, string Plain) Publisher(ArticleSource source) => source.Publisher switch
    {
        PublisherType.Government => ($"It is from {source.Name}, a public health source.", "It is from a public health source."),
        PublisherType.Academic => ($"It is from {source.Name}, where doctors are trained.", "It is from a school that trains doctors."),
        PublisherType.NonProfit => ($"It is from {source.Name}, a health group that seeks no profit.", "It is from a health group that seeks no profit."),
        PublisherType.Journal => ($"It is from {source.Name}, which doctors read.", "It is from a journal that doctors read."),
        PublisherType.News => ($"It is from {source.Name}, a news source.", "It is from a news source."),
        _ => ($"It is from {source.Name}.", "It is from one of your feeds."),
    };

    private static string Second(Candidate candidate, RankingContext context)
    {
        var published = context.Practice.Today(candidate.Article.Published);
        var when = candidate.Article.PublishedAt is null ? "It gives no date" : (context.Today.DayNumber - published.DayNumber) switch
        {
            <= 0 => "It came out today",
            1 => "It came out yesterday",
            < NewDays => $"It came out on {published.DayOfWeek}",
            _ => $"It came out in {published.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
        };
        if (candidate.Audience != ArticleAudience.Patients) return $"{when} and is for health staff{(context.Practice.Policy(Channel.Linkedin).Enabled ? ", so it fits LinkedIn" : "")}.";
        if (candidate.Article.Assessment is not { } assessment) return $"{when}.";
        return $"{when} and reads at about grade {SchoolGrade.Whole(assessment.Grade)}{But(SafetyRule.CautionsOf(candidate))}.";
    }

    private static string But(AssessmentCautions cautions)
    {
        if (cautions.HasFlag(AssessmentCautions.AnimalStudy)) return ", but it was not tested in people";
        if (cautions.HasFlag(AssessmentCautions.Hype)) return ", but it may promise too much";
        return cautions.HasFlag(AssessmentCautions.SingleStudy) ? ", but it rests on just one study" : "";
    }

    /// <summary>Many articles of a source have the same words on a day, and counting syllables takes longer than all else here.</summary>
    private static bool IsEasy(string why)
    {
        if (Easy.TryGetValue(why, out var easy)) return easy;
        if (Easy.Count >= MostRemembered) Easy.Clear();
        return Easy[why] = ReadingGrade.OfEnglish(why) <= MostGrade;
    }

    private static (string Named, string Plain, bool IsProper) Same(string sentence) => (sentence, sentence, false);

    /// <summary>In lower case, but for short forms: "sleep", "COVID-19".</summary>
    private static string NameOf(int topic)
    {
        var name = TopicCatalog.All[topic].English;
        return char.IsUpper(name[1]) ? name : $"{char.ToLowerInvariant(name[0])}{name[1..]}";
    }

    /// <summary>A name with a full stop, or a mark that ends a sentence, would make two of one.</summary>
    private static bool IsOneSentence(string sentence) => sentence.AsSpan().IndexOfAny('.', '!', '?') == sentence.Length - 1;
}
