using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>What an editor should mind about a text besides how it reads.</summary>
internal static class Remarks
{
    public static ImmutableArray<HypeWord> Hype(TextFindings findings, in TrimmedText text)
    {
        if (!findings.Has(PhraseKind.Hype)) return [];
        var words = ImmutableArray.CreateBuilder<HypeWord>();
        foreach (var found in findings.Of(PhraseKind.Hype))
        {
            var word = text.Of(found.Span);
            var place = IndexOf(words, word);
            if (place < 0) words.Add(new HypeWord(word, found.Value.Remark!, [found.Span]));
            else words[place] = words[place] with { Spans = words[place].Spans.Add(found.Span) };
        }
        return words.DrainToImmutable();
    }

    public static ImmutableArray<TextLabel> Labels(TextFindings findings)
    {
        var labels = ImmutableArray.CreateBuilder<TextLabel>();
        var studies = findings.Of(PhraseKind.SingleStudy);
        if (findings.Has(PhraseKind.SingleStudy) && !findings.Has(PhraseKind.SeveralStudies))
            Add(labels, studies, "single-study", "About one study only. One study rarely settles a question.");
        var animals = findings.Of(PhraseKind.AnimalStudy);
        if (!findings.Has(PhraseKind.AnimalStudy) && (findings.Has(PhraseKind.SingleStudy) || findings.Has(PhraseKind.Study))) animals = findings.Of(PhraseKind.Animal);
        Add(labels, animals, "animal-study", "Tested in animals or in a lab. It may not work the same way in people.");
        Add(labels, findings.Of(PhraseKind.PressRelease), "press-release", "Taken from a press release. It tells one side of the story.");
        return labels.DrainToImmutable();
    }

    private static void Add(ImmutableArray<TextLabel>.Builder labels, IEnumerable<FoundPhrase<Phrase>> found, string code, string text)
    {
        ImmutableArray<TextSpan> spans = [.. found.Select(phrase => phrase.Span).Take(3)];
        if (spans.Length > 0) labels.Add(new TextLabel(code, text, spans));
    }

    private static int IndexOf(ImmutableArray<HypeWord>.Builder words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Word.Equals(word, StringComparison.OrdinalIgnoreCase)) return i;
        }
        return -1;
    }
}
