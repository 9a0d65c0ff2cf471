using System.Globalization;
using Wellread.Articles;
using Wellread.Suggestions;

namespace Wellread.Sharing;

/// <summary>What an editor should know before posting, in plain words.</summary>
internal static class ShareWarnings
{
    public static IEnumerable<string> For(Article article, ShareWish wish, ShareDraft draft, string text)
    {
        if (wish.Channel.Limit is { } limit && wish.Channel.Rule.Count(text) is var counted && counted > limit)
            yield return $"It is too long: {wish.Channel.Name} takes {limit} and this counts {counted}. Its link or title leaves no room. Make it shorter, or choose another article.";
        if (Spoilt.Words(article) is { } spoilt) yield return spoilt;
        if (PremiumCall.IsNamed(text)) yield return "Its title names a call that costs by the minute. Do not post that number.";
        if (article.IsSample) yield return "This is an invented sample. Do not share it.";
        foreach (var topic in article.SensitiveTopics)
        {
            if (SensitiveTopics.NameOf(topic) is not { } name) continue;
            yield return SensitiveTopics.IsGuess(article, topic)
                ? $"It may touch on a sensitive subject ({name}): its wording sounds like it. Read it first. If it does, put a help line below your post: {ShareClosing.LineFor(topic, article.Language)}"
                : $"It touches on a sensitive subject ({name}). Let a second person read it.";
        }
        if (ShareClosing.HelpFor(article) is { } help)
        {
            yield return text.Contains(help, StringComparison.Ordinal)
                ? "The text names a help line. Please leave it in."
                : $"There is no room for a help line. Please put it below your post: {help}";
        }
        if (draft.Tone != wish.Tone) yield return $"{draft.Missing.First(missing => missing.Tone == wish.Tone).Reason} This is the plain text.";
        if (draft.IsTooHard)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"It reads at about grade {Math.Ceiling(draft.Reading.Grade.GetValueOrDefault() * 10) / 10:0.0}, above your grade {draft.TargetGrade:0.#}. {draft.WhyHard}");
            if (draft.PlainWords.Length > 0) yield return $"Plainer words that may fit: {string.Join("; ", draft.PlainWords)}.";
        }
        if (article.Assessment?.Audience == ArticleAudience.Colleagues && wish.Channel.Slug != "linkedin")
            yield return "It is written for health workers. LinkedIn suits it better.";
        if (article.Assessment?.Audience == ArticleAudience.Patients && wish.Channel.Slug == "linkedin")
            yield return "It is written for patients, and your readers on LinkedIn are colleagues.";
        if (article.Language is not ("en" or "es")) yield return "It is not in English or Spanish.";
    }
}
