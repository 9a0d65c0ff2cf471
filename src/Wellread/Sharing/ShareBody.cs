using Wellread.Sharing.Tips;

namespace Wellread.Sharing;

/// <summary>
/// What stands between a text's opening and its closing: all of the article's sentences where they fit and are easy enough as a whole, else those that are. What warns is never cut while
/// what it warns about stays; and a text is not thinned where that makes it no easier.
/// </summary>
/// <param name="material">The article.</param>
/// <param name="lead">What the text opens with.</param>
/// <param name="leadSentence">The place of the sentence that it was made of; -1 for the title.</param>
/// <param name="target">The grade to keep to.</param>
/// <param name="fits">Whether a body fits the network.</param>
internal sealed class ShareBody(ShareMaterial material, string lead, int leadSentence, double target, Func<string, bool> fits)
{
    /// <summary>A sentence with what has to stand beside it.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="BehindGap">Whether something before it can't be used at all.</param>
    /// <param name="Warns">Whether it is never left out while what it warns about stays.</param>
    private sealed record Passage(string Text, bool BehindGap, bool Warns)
    {
        /// <summary>Whether the next one needs it and has to stay.</summary>
        public bool IsNeeded { get; init; }

        public bool MustStay => Warns || IsNeeded;
    }

    public string Text()
    {
        var all = WithNeeds(Passages());
        // What stands below "Five myths" may be one; what refutes the title's one claim belongs to it.
        if (material.IsDoubted) return all is [{ BehindGap: false } answer, ..] && Refutation.Answers(material.Title, answer.Text) ? Refuted(all) : "";
        if (all.Count == 0) return "";
        var whole = Join(all);
        if (Suits(whole)) return whole;
        // Words that have to stay as they are stay in one piece, too.
        if (!material.MayChange) return FirstThatSuits(Enumerable.Range(1, all.Count - 1).TakeWhile(cut => !all[^cut].MustStay).Select(cut => Join(all[..^cut])));
        for (var kept = all.Count - 1; kept > 0 && !all[kept].MustStay; kept--)
        {
            if (Join(all[..kept]) is var start && fits(start) && GradeOf(start) <= target) return start;
        }
        var chosen = Chosen(all);
        return fits(whole) && (chosen.Length > 0 || !Question.Ends(lead)) && GradeOf(whole) <= GradeOf(chosen) ? whole : chosen;
    }

    private string Refuted(List<Passage> all) => Suits(Join(all)) ? Join(all) : fits(all[0].Text) ? all[0].Text : "";

    private bool Suits(string body) => fits(body) && (GradeOf(body) <= target || material.IsRecall);

    private string FirstThatSuits(IEnumerable<string> bodies) => bodies.FirstOrDefault(Suits) ?? "";

    /// <summary>Those that fit and are easy enough, with all that warns where there is room for it.</summary>
    private string Chosen(List<Passage> all)
    {
        var kept = new List<Passage>();
        for (var i = 0; i < all.Count; i++)
        {
            var passage = all[i];
            if (i > 0 && (kept.Count == 0 || kept[^1] != all[i - 1]) && !StandsAlone(passage.Text)) continue;
            var longer = Join([.. kept, passage]);
            // What reassures is not left without the one behind it that limits it: better the title alone.
            var room = passage.Warns ? longer : Join([.. kept, passage, .. all.Skip(i + 1).Where(one => one.MustStay)]);
            if (fits(room) && (passage.MustStay || material.IsRecall || IsEasier(Join(kept), longer))) kept.Add(passage);
            // What follows an answer that is too hard or long is half of one.
            else if (kept.Count == 0 && Question.Ends(lead)) return "";
        }
        return Join(InOneRow(all, kept));
    }

    /// <summary>Steps without one in their middle do harm: those before it stay, or what warns where that stands behind it.</summary>
    private List<Passage> InOneRow(List<Passage> all, List<Passage> kept)
    {
        if (!Steps.AreToldBelow(material.Title)) return kept;
        var hole = all.FindIndex(one => !kept.Contains(one) && Advice.Commands(one.Text, material.Language));
        if (hole < 0) return kept;
        var (before, after) = (kept.Where(one => all.IndexOf(one) < hole).ToList(), kept.Where(one => all.IndexOf(one) > hole).ToList());
        if (before.Count == 0 || after.Count == 0) return kept;
        return after.Exists(one => one.Warns) ? [.. kept.Where(one => one.Warns && StandsAlone(one.Text))] : before;
    }

    private List<Passage> Passages()
    {
        var found = new List<Passage>();
        var gap = false;
        for (var i = leadSentence + 1; i < material.Sentences.Length; i++)
        {
            // What says the title once more is left out without a gap.
            if (found.Count == 0 && !gap && Sentences.Repeats(material.Sentences[i], lead)) continue;
            var isNext = !gap;
            if (WholePassage(ref i) is { } text && (isNext ? found.Count > 0 || !Leaning.CannotFollowTitle(text) : StandsAlone(text)))
            {
                found.Add(new Passage(text, BehindGap: !isNext, MustStay(text)));
                gap = false;
            }
            else gap = true;
        }
        return found;
    }

    /// <summary>"It can burn the throat": where that stays, what "it" is stays.</summary>
    private List<Passage> WithNeeds(List<Passage> passages)
    {
        for (var i = passages.Count - 1; i > 0; i--)
        {
            if (passages[i].MustStay && Leaning.OnThePrevious(passages[i].Text, material.Language)) passages[i - 1] = passages[i - 1] with { IsNeeded = true };
        }
        return passages;
    }

    private bool MustStay(string text) => Warning.IsGivenBy(text, material.Language) || (material.IsRecall && Recall.SaysWhatToDo(text, material.Language));

    /// <summary>A sentence with what has to stand beside it; null where it can't be had whole. The place is moved to its last.</summary>
    private string? WholePassage(ref int place)
    {
        var sentences = material.Sentences;
        var passage = sentences[place];
        if (Question.Ends(passage))
        {
            var isOne = true;
            for (; place + 1 < sentences.Length && Question.Ends(sentences[place + 1]); isOne = false) passage = $"{passage} {sentences[++place]}";
            // A question goes with its answer, and signs that are asked for with what to do. What is left open goes with neither.
            if (++place == sentences.Length || !(TellsWhatToDo(sentences[place]) || (isOne && Question.IsAnswered(passage, sentences[place], material.Language)))) return null;
            passage = $"{passage} {sentences[place]}";
        }
        // What the next sentence takes back is said with it, or not at all: not where it only asks whether it is so.
        while (place + 1 < sentences.Length && Sentences.TakesBack(sentences[place + 1]))
        {
            if (Question.Ends(sentences[++place])) return null;
            passage = $"{passage} {sentences[place]}";
        }
        return passage;
    }

    private bool TellsWhatToDo(string sentence) => Warning.SaysWhomToCall(sentence) || (Advice.IsGivenBy(sentence, material.Language) && Warning.IsGivenBy(sentence, material.Language));

    /// <summary>Behind one that was left out a sentence has to make sense, and name something that the title does, or say what to do.</summary>
    private bool StandsAlone(string sentence) => !Leaning.OnThePrevious(sentence, material.Language) && !Leaning.OpensOnSomethingKnown(sentence)
        && (Sentences.SharesAWord(sentence, material.Title) || Advice.IsGivenBy(sentence, material.Language) || MustStay(sentence));

    /// <summary>Within the target, or nearer to it than without the addition.</summary>
    private bool IsEasier(string body, string longer) => GradeOf(longer) is var grade && (grade <= target || grade < GradeOf(body));

    private double GradeOf(string body) => material.Reading(lead, body).RoughGrade;

    private static string Join(IEnumerable<Passage> passages) => string.Join(' ', passages.Select(passage => passage.Text));
}
