namespace Wellread.Sharing;

/// <summary>What a text can open with.</summary>
/// <param name="Text">The words.</param>
/// <param name="Sentence">The place of the sentence that it was made of; -1 for the title.</param>
internal sealed record ShareLead(string Text, int Sentence);

/// <summary>Finds what an article can open with in a tone, the first in its text first. A question or a tip is never made up: it stands in the article or there is none.</summary>
internal static class ShareLeads
{
    public static IEnumerable<ShareLead> Of(ShareMaterial material, ShareTone tone) => tone switch
    {
        ShareTone.Question => Questions(material),
        ShareTone.Tip => Tips(material),
        _ => Openings(material),
    };

    // A sentence that opens in the title's place has to say what the article is about.
    private static IEnumerable<ShareLead> Openings(ShareMaterial material)
    {
        yield return new ShareLead(material.Title, -1);
        if (!material.MayChange || Advice.IsDoubtedIn(material.Title)) yield break;
        for (var i = 0; i < material.Sentences.Length; i++)
        {
            var sentence = material.Sentences[i];
            if (!Question.Ends(sentence) && Sentences.StandsFor(sentence, material.Title) && !IsTakenBack(material, i)) yield return new ShareLead(sentence, i);
        }
    }

    // What answers a question follows it.
    private static IEnumerable<ShareLead> Questions(ShareMaterial material)
    {
        var sentences = material.Sentences;
        if (Question.From(material.Title, material.Language, sentences.IsEmpty ? null : sentences[0]) is { } asked && (material.MayChange || asked == material.Title))
            yield return new ShareLead(asked, -1);
        if (!material.MayChange) yield break;
        for (var i = 0; i < sentences.Length - 1; i++)
        {
            if (Question.IsAnswered(sentences[i], sentences[i + 1], material.Language)) yield return new ShareLead(sentences[i], i);
        }
    }

    private static IEnumerable<ShareLead> Tips(ShareMaterial material)
    {
        var word = material.IsSpanish ? "Consejo" : "Tip";
        // What is advice to health workers is none to patients, and a headline that commands mostly wants to be opened.
        if (material.IsForColleagues || !material.MayChange || Advice.IsDoubtedIn(material.Title)) yield break;
        for (var i = 0; i < material.Sentences.Length; i++)
        {
            if (Advice.IsGivenBy(material.Sentences[i], material.Language) && (i == 0 || !Advice.IsDoubtedIn(material.Sentences[i - 1])) && !IsTakenBack(material, i))
                yield return new ShareLead($"{word}: {material.Sentences[i]}", i);
        }
    }

    private static bool IsTakenBack(ShareMaterial material, int sentence) => sentence + 1 < material.Sentences.Length && Sentences.TakesBack(material.Sentences[sentence + 1]);
}
