using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>
/// Makes places that never overlap of all that was found, so that each can be marked, or replaced, by itself. An identifier keeps its place, the longer of two first; a phrase is
/// cut where an identifier stands in it, begins and ends with a word that says something, and goes where a phrase that says more has its place. A sentence that speaks of nobody is not marked.
/// </summary>
internal static class FindingPlaces
{
    /// <summary>Fewer words are no phrase.</summary>
    private const int FewestWords = 2;

    private const int LettersOfAWord = 4;

    /// <summary>A phrase of as many says by itself what was done.</summary>
    private const int WordsThatTell = 3;

    private const int WordsBehind = 6;

    /// <summary>Details with no more words between them are told as one.</summary>
    private const int WordsBetween = 2;

    // What says more comes first.
    private static readonly MentionKind[] Phrases = [MentionKind.PatientStatus, MentionKind.RareTrait, MentionKind.Relation, MentionKind.Photo, MentionKind.CaseDetail];

    private static readonly CueKind[] OfSomebody =
        [CueKind.Pronoun, CueKind.One, CueKind.Patient, CueKind.Person, CueKind.Described, CueKind.Relation, CueKind.Rarity, CueKind.Testimonial, CueKind.Event, CueKind.Status, CueKind.Photo];

    private static readonly FrozenSet<string> LeadingWords = FrozenSet.ToFrozenSet(
        ["in", "from", "of", "at", "on", "and", "or", "but", "to", "with", "for", "since", "about", "by", "as", "so", "is", "are", "was", "de", "del", "en", "a", "al", "y", "o", "pero", "con", "por", "para", "que", "es", "fue"]);

    private static readonly FrozenSet<string> TrailingWords = LeadingWords.Union(["the", "an", "your", "our", "her", "his", "their", "my", "this", "that", "el", "la", "los", "las", "un", "una", "su", "sus", "tu", "nuestra", "nuestro"]).ToFrozenSet();

    public static List<Found> Apart(IReadOnlyList<Found> found, Evidence evidence)
    {
        var concerned = Concerning(found, evidence);
        return Arranged(concerned.Count > 0 ? concerned : found, evidence);
    }

    /// <summary>The same of places that all concern somebody.</summary>
    public static List<Found> Arranged(IReadOnlyList<Found> found, Evidence evidence)
    {
        var all = Joined(found, evidence);
        var phrases = all.Where(place => place.IsPhrase).ToList();
        var apart = new List<Found>();
        foreach (var next in all.Where(place => !place.IsPhrase).OrderByDescending(place => place.IsSure || place.Kind == MentionKind.Biometric).ThenByDescending(place => place.End - place.Start).ThenBy(place => place.Kind))
        {
            if (IsWithinAShortPhrase(next, phrases, evidence)) continue;
            var other = apart.FindIndex(earlier => earlier.Overlaps(next));
            if (other < 0) apart.Add(next);
            else if (next.Severity > apart[other].Severity) apart[other] = apart[other] with { Severity = next.Severity };
        }
        foreach (var phrase in phrases.OrderBy(phrase => Array.IndexOf(Phrases, phrase.Kind)).ThenByDescending(phrase => phrase.End - phrase.Start)) apart.AddRange(Rest(phrase, apart, evidence));
        apart.Sort((one, other) => one.Start - other.Start);
        for (var i = 0; i < apart.Count; i++) apart[i] = Told(apart[i], i + 1 < apart.Count ? apart[i + 1].Start : int.MaxValue, evidence);
        return apart;
    }

    // "Flu shots are here" stays unmarked though the next sentence tells of somebody.
    private static List<Found> Concerning(IReadOnlyList<Found> found, Evidence evidence)
    {
        var telling = OfSomebody.SelectMany(evidence.Hits).Select(evidence.SentenceOf).Concat(found.Where(place => !IsDetail(place.Kind)).Select(place => SentenceAt(place.Start))).ToHashSet();
        return [.. found.Where(Concerns)];

        bool Concerns(Found place)
        {
            if (place.IsSure || !IsDetail(place.Kind)) return true;
            var sentence = SentenceAt(place.Start);
            return !evidence.IsGeneral(sentence) && (evidence.IsReply || telling.Contains(sentence));
        }

        static bool IsDetail(MentionKind kind) => kind is MentionKind.CaseDetail or MentionKind.Day or MentionKind.Place;

        int SentenceAt(int start) => evidence.WordAt(start) is >= 0 and var word ? evidence.Words[word].Sentence : 0;
    }

    // Places of one kind that touch are one, and so are details of one sentence a word or two from each other.
    private static List<Found> Joined(IReadOnlyList<Found> found, Evidence evidence)
    {
        var joined = new List<Found>();
        foreach (var next in found.OrderBy(place => place.Kind).ThenBy(place => place.Start).ThenByDescending(place => place.End))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Kind == next.Kind && (next.Start <= last.End || AreClose(last, next, evidence)))
                joined[^1] = last with { End = Math.Max(last.End, next.End), Severity = (FindingSeverity)Math.Max((int)last.Severity, (int)next.Severity), IsSure = last.IsSure || next.IsSure };
            else joined.Add(next);
        }
        return joined;
    }

    private static bool AreClose(Found last, Found next, Evidence evidence)
    {
        if (next.Kind != MentionKind.CaseDetail) return false;
        var (first, second) = (evidence.WordAt(last.End - 1), evidence.WordAt(next.Start));
        return first >= 0 && second > first && second - first - 1 <= WordsBetween && evidence.Words[first].Sentence == evidence.Words[second].Sentence
            && !evidence.Text.Plain.AsSpan(last.End, next.Start - last.End).ContainsAny(',', ':', '(');
    }

    // "The Ramirez family" is a family, no place.
    private static bool IsWithinAShortPhrase(Found place, List<Found> phrases, Evidence evidence) =>
        place.Kind is MentionKind.Place or MentionKind.Day && !place.IsSure
        && phrases.Exists(phrase => phrase.Start <= place.Start && place.End <= phrase.End && Rest(phrase, [place], evidence).Count == 0);

    // The parts of a phrase that nothing else stands in; none where too little is left of one that was cut.
    private static List<Found> Rest(Found phrase, List<Found> apart, Evidence evidence)
    {
        var parts = new List<Found>();
        var start = phrase.Start;
        foreach (var inside in apart.Where(place => place.Overlaps(phrase)).OrderBy(place => place.Start))
        {
            Add(start, inside.Start);
            start = Math.Max(start, inside.End);
        }
        Add(start, phrase.End);
        return parts;

        void Add(int from, int to)
        {
            var (first, last) = Trimmed(from, to, evidence);
            if (last < first || ((from > phrase.Start || to < phrase.End) && !Says(first, last))) return;
            parts.Add(phrase with { Start = evidence.Words[first].Start, End = evidence.Words[last].End });
        }

        bool Says(int first, int last) => last - first + 1 >= FewestWords && Enumerable.Range(first, last - first + 1).Any(word => evidence.Words[word].Folded.Length >= LettersOfAWord);
    }

    // "Your HbA1c" says too little: what it was goes with it, up to a comma, a new thought or the next finding.
    private static Found Told(Found place, int next, Evidence evidence)
    {
        if (place.Kind is not (MentionKind.PatientStatus or MentionKind.CaseDetail)) return place;
        var (first, last) = (evidence.WordAt(place.Start), evidence.WordAt(place.End - 1));
        if (last - first >= WordsThatTell) return place;
        var end = last;
        while (end - last < WordsBehind && end + 1 < evidence.Words.Count && evidence.Words[end + 1] is var word && word.End <= next && word.Sentence == evidence.Words[last].Sentence
            && !word.Is(WordShapes.Apart) && word.Folded is not ("and" or "but" or "so" or "y" or "pero")) end++;
        var told = Trimmed(place.Start, evidence.Words[end].End, evidence);
        return told.Last > last ? place with { End = evidence.Words[told.Last].End } : place;
    }

    // The words of a place without small ones at its ends; all of them where it has no others.
    private static (int First, int Last) Trimmed(int from, int to, Evidence evidence)
    {
        if (from >= to) return (0, -1);
        var (first, last) = (evidence.WordAt(from), evidence.WordAt(to - 1));
        if (first < 0 || evidence.Words[first].Start < from) first++;
        if (last >= 0 && evidence.Words[last].End > to) last--;
        var (head, tail) = (first, last);
        while (head < tail && LeadingWords.Contains(evidence.Words[head].Folded)) head++;
        while (tail > head && TrailingWords.Contains(evidence.Words[tail].Folded)) tail--;
        return head == tail && TrailingWords.Contains(evidence.Words[head].Folded) ? (first, last) : (head, tail);
    }
}
