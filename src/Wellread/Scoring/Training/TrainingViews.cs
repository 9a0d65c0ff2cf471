namespace Wellread.Scoring.Training;

/// <summary>One way a text may be shown. Trimmed already.</summary>
/// <param name="PassageOnly">Teaches what is said of passages, not of items.</param>
internal readonly record struct TextView(string Title, string Text, float Weight, bool PassageOnly = false);

/// <summary>
/// Shows each text at the lengths that feeds have: title only, title and one or two sentences, windows of one to three sentences; and single sentences, as
/// passages are short. Training on whole abstracts against short blurbs would teach length.
/// </summary>
internal static class TrainingViews
{
    public static IEnumerable<TextView> Of(TrainingRow row, bool useTitle, Random random)
    {
        var title = useTitle ? TextTrimming.Title(row.Title).ToString() : "";
        var text = TextTrimming.Text(row.Text, out _).ToString();
        var starts = SentenceStarts(text);
        if (title.Length > 0)
        {
            yield return new TextView(title, "", 1);
            if (starts.Count > 0) yield return new TextView(title, Window(text, starts, 0, 1), 1);
            if (starts.Count > 1) yield return new TextView(title, Window(text, starts, 0, 2), 1);
        }
        else if (starts.Count > 0)
        {
            yield return new TextView("", Window(text, starts, 0, Math.Min(3, starts.Count)), 1);
            if (starts.Count > 1) yield return new TextView("", Window(text, starts, 0, 1), 1);
        }
        if (starts.Count > 3)
        {
            var length = random.Next(1, 4);
            yield return new TextView("", Window(text, starts, random.Next(1, starts.Count - length + 1), length), 1);
        }
        if (title.Length > 0 && starts.Count > 0) yield return new TextView("", Window(text, starts, 0, 1), 1, PassageOnly: true);
        // A grade is of the whole text.
        if (starts.Count > 1 && row.Grade is null) yield return new TextView("", Window(text, starts, random.Next(1, starts.Count), 1), 1, PassageOnly: true);
    }

    /// <summary>The title and the first sentences of the text, as a feed would show them.</summary>
    public static TextView Shown(TrainingRow row, int sentences)
    {
        var text = TextTrimming.Text(row.Text, out _).ToString();
        var starts = SentenceStarts(text);
        var shown = Math.Min(sentences, starts.Count);
        return new TextView(TextTrimming.Title(row.Title).ToString(), shown == 0 ? "" : Window(text, starts, 0, shown), 1);
    }

    /// <summary>The first sentences without the title.</summary>
    public static TextView Passage(TrainingRow row, int sentences) => Shown(row, sentences) with { Title = "" };

    private static string Window(string text, List<int> starts, int first, int count)
    {
        var end = first + count < starts.Count ? starts[first + count] : text.Length;
        return text[starts[first]..end].Trim();
    }

    private static List<int> SentenceStarts(string text)
    {
        var starts = new List<int>();
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var tokens = new TokenReader(text, buffer);
        while (tokens.Next())
        {
            if (tokens.StartsSentence) starts.Add(tokens.Start);
        }
        return starts;
    }
}
