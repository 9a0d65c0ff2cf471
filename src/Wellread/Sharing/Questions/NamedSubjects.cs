using System.Collections.Frozen;
using Wellread.Articles;
using Wellread.Sharing.Hashtags;

namespace Wellread.Sharing.Questions;

/// <summary>
/// The subjects that a title names, each by its longest words ("flu shot" is no flu): those of the article's topics, and illnesses in several words. A whole topic counts where the title says the
/// words of its hashtag.
/// </summary>
internal static class NamedSubjects
{
    /// <summary>Whole topics that are one illness.</summary>
    private static readonly FrozenSet<string> Illnesses = "cancer stroke diabetes back-pain headaches allergies colds-and-flu".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Drugs = "drug drugs med meds medicine medicines medication medications pill pills medicamento medicamentos pastilla pastillas".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Risk = "risk risks odds chance chances riesgo".Split(' ').ToFrozenSet();

    /// <summary>What may stand between "risk" and the illness.</summary>
    private static readonly FrozenSet<string> BesideRisk = "of for a an the your some early deadly developing having getting de un una el la sufrir tener".Split(' ').ToFrozenSet();

    public static List<NamedSubject> In(Article article)
    {
        var words = FoldedWords.From(TitleSubject.WithoutCircumstance(article.Title));
        var hits = PostHashtags.Names.Find(words, article.Language);
        var found = new List<NamedSubject>();
        foreach (var hit in TermHits.Without(hits, (other, one) => other.Hides(one)))
        {
            if (SubjectOf(hit, article.Language) is not { } subject || RankOf(hit, hits, article) is not { } rank) continue;
            found.Add(new NamedSubject(subject with { IsRisk = IsRiskOf(hit, words), IsTreated = subject.IsIllness && IsOfDrug(hit, words) }, rank, hit.Start, IsOfDrug(hit, words)));
        }
        return found;
    }

    private static TitleSubject? SubjectOf(TermHit hit, string language)
    {
        var section = PostHashtags.Names.Sections[hit.Section];
        if (!section.Names[0].StartsWith('#')) return new TitleSubject(section.Slug, section.Names[language == "es" ? 1 : 0], section.Names.Contains("illness"), IsWhole: false);
        return TopicQuestions.SubjectOf(section.Slug, language) is { } name ? new TitleSubject(section.Slug, name, Illnesses.Contains(section.Slug), IsWhole: true) : null;
    }

    // Words that hide others stand in their place: "prostate cancer" in that of "prostate".
    private static int? RankOf(TermHit hit, List<TermHit> hits, Article article)
    {
        var ranks = hits.Where(one => one == hit || hit.Hides(one)).Select(one => article.Topics.IndexOf(PostHashtags.Names.Sections[one.Section].Slug)).Where(rank => rank >= 0).ToList();
        if (ranks.Count > 0) return ranks.Min();
        return hit.Length > 1 && PostHashtags.Names.Sections[hit.Section].Names.Contains("illness") ? int.MaxValue : null;
    }

    // "the risk of a stroke", "stroke risk", "a lower chance of having a stroke".
    private static bool IsRiskOf(TermHit hit, FoldedWords words)
    {
        if (Is(words, hit.Start + hit.Length, Risk)) return true;
        var i = hit.Start - 1;
        while (Is(words, i, BesideRisk)) i--;
        return Is(words, i, Risk);
    }

    // "flu and HIV meds" are no flu.
    private static bool IsOfDrug(TermHit hit, FoldedWords words)
    {
        var next = hit.Start + hit.Length;
        if (next + 1 < words.Count && words[next] is "and" or "or" or "y" or "o") next += 2;
        return Is(words, next, Drugs);
    }

    private static bool Is(FoldedWords words, int place, FrozenSet<string> list) => place >= 0 && place < words.Count && list.Contains(words[place].ToString());
}

/// <summary>A subject where a title names it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Rank">Its topic's place among the article's.</param>
/// <param name="Start">Its first word's place in the title.</param>
/// <param name="IsOfDrug">Whether they only say what a drug is for.</param>
internal sealed record NamedSubject(TitleSubject Subject, int Rank, int Start, bool IsOfDrug);
