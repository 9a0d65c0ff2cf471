using Wellread.Sharing.Questions;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing;

/// <summary>What a text can open with.</summary>
/// <param name="Text">The words.</param>
/// <param name="Sentence">The place of the sentence that it was made of; -1 for the title.</param>
internal sealed record ShareLead(string Text, int Sentence);

/// <summary>
/// Finds what an article can open with in a tone, the first in its text first. A tip is never made up: it stands in the article or there is none. A question is the article's own, or
/// an open one on its subject that claims nothing.
/// </summary>
internal static class ShareLeads
{
    /// <summary>How many open questions are tried.</summary>
    private const int MostQuestions = 3;

    public static IEnumerable<ShareLead> Of(ShareMaterial material, ShareTone tone) => tone switch
    {
        ShareTone.Question => Questions(material).ToList() is { Count: > 0 } own ? own : OpenQuestions(material),
        ShareTone.Tip => Tips(material),
        _ => Openings(material),
    };

    /// <summary>Why there is no text in this tone, in an editor's words: nothing that can't be seen in the article.</summary>
    public static string WhyNone(ShareMaterial material, ShareTone tone)
    {
        if (tone == ShareTone.Question) return $"The article has no question of its own that we can use, and {WhyNoOpenQuestion(material)}.";
        return $"The article gives no tip that we can use: {WhyNoTip(material)}.";
    }

    private static string WhyNoTip(ShareMaterial material)
    {
        if (material.IsForColleagues) return "it is for health workers, and advice to them is none to patients";
        if (!material.MayChange) return "its publisher wants its words left as they are";
        if (material.Language is not ("en" or "es")) return "it is in neither English nor Spanish";
        if (material.IsDoubted && Advice.Doubts.Match(material.Title) is var doubt) return $"its title says \"{doubt.Value}\", so what looks like advice may be what it warns of";
        if (material.Sentences.Any(sentence => Advice.IsGivenBy(sentence, material.Language))) return "what it advises is doubted or taken back in the sentence beside it";
        return material.Sentences.IsEmpty
            ? "its feed gives no whole sentence beside the title that we can use, and the title is not clearly advice"
            : "we found no sentence that is clearly advice and makes sense alone, and we never make one up";
    }

    // A sentence that opens in the title's place has to say what the article is about.
    private static IEnumerable<ShareLead> Openings(ShareMaterial material)
    {
        yield return new ShareLead(material.Title, -1);
        if (!material.MayChange || material.IsDoubted || material.IsRecall) yield break;
        if (TitleParts.WithoutLabel(material.Article with { Title = material.Title }) is { } part) yield return new ShareLead(part, -1);
        for (var i = 0; i < material.Sentences.Length; i++)
        {
            var sentence = material.Sentences[i];
            if (!Question.Ends(sentence) && Sentences.StandsFor(sentence, material.Title, material.Language) && !IsTakenBack(material, i) && !material.Sentences.Take(i).Any(before => Warning.IsGivenBy(before, material.Language))) yield return new ShareLead(sentence, i);
        }
    }

    // What answers a question follows it.
    private static IEnumerable<ShareLead> Questions(ShareMaterial material)
    {
        var sentences = material.Sentences;
        if (Question.From(material.Title, material.Language, sentences.IsEmpty ? null : sentences[0]) is { } asked && (asked == material.Title || (material.MayChange && Unfit.SadWord(material.Article) is null)))
            yield return new ShareLead(asked, -1);
        if (!material.MayChange) yield break;
        for (var i = 0; i < sentences.Length - 1; i++)
        {
            if (Question.IsAnswered(sentences[i], sentences[i + 1], material.Language) && Sentences.SharesAWord(sentences[i], material.Title) && !Leaning.OnThePrevious(sentences[i], material.Language)) yield return new ShareLead(sentences[i], i);
        }
    }

    // No sentence takes the title's place here: the question was chosen by the title.
    private static IEnumerable<ShareLead> OpenQuestions(ShareMaterial material) =>
        WhyNoOpenQuestion(material) is null && TitleSubject.Of(material.Article) is { } subject
            ? OpenQuestion.For(material.Article, subject).Take(MostQuestions).Select(question => new ShareLead($"{question}\n\n{material.Title}", -1))
            : [];

    private static string? WhyNoOpenQuestion(ShareMaterial material)
    {
        if (material.IsForColleagues) return "it is for health workers";
        return material.Language is "en" or "es" ? Unfit.For(material.Article, TitleSubject.Of(material.Article)) : "it is in neither English nor Spanish";
    }

    private static IEnumerable<ShareLead> Tips(ShareMaterial material)
    {
        var word = material.IsSpanish ? "Consejo" : "Tip";
        // What is advice to health workers is none to patients.
        if (material.IsForColleagues || !material.MayChange || material.IsDoubted) yield break;
        for (var i = 0; i < material.Sentences.Length; i++)
        {
            if (StandingTip.Is(material, i) && !IsTakenBack(material, i)) yield return new ShareLead($"{word}: {material.Sentences[i]}", i);
        }
        if (Advice.IsGivenByTitle(material.Title, material.Language) && !PremiumCall.IsNamed(material.Title)) yield return new ShareLead($"{word}: {material.Title}", -1);
    }

    private static bool IsTakenBack(ShareMaterial material, int sentence) => sentence + 1 < material.Sentences.Length && Sentences.TakesBack(material.Sentences[sentence + 1]);
}
