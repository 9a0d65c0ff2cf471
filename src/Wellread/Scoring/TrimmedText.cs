using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>A title and text as given, and the slices of them that are judged; see <see cref="TextTrimming"/>.</summary>
internal readonly ref struct TrimmedText
{
    private TrimmedText(string wholeTitle, string wholeText)
    {
        WholeTitle = wholeTitle;
        WholeText = wholeText;
        Title = TextTrimming.Title(wholeTitle);
        Text = TextTrimming.Text(wholeText, out var journal);
        IsJournal = journal;
    }

    public string WholeTitle { get; }

    public string WholeText { get; }

    public ReadOnlySpan<char> Title { get; }

    public ReadOnlySpan<char> Text { get; }

    /// <summary>The text starts with a journal's citation.</summary>
    public bool IsJournal { get; }

    /// <summary>The whole title, or the whole text where there is no title, without white space around it; empty where there is neither.</summary>
    public ImmutableArray<TextSpan> Whole =>
        Around(TextPart.Title, WholeTitle) is { } title ? [title] : Around(TextPart.Text, WholeText) is { } text ? [text] : [];

    /// <summary>Where the journal's citation stands.</summary>
    public ImmutableArray<TextSpan> Citation =>
        Around(TextPart.Text, WholeText.AsSpan(0, WholeText.AsSpan().Overlaps(Text, out var start) ? start : WholeText.Length)) is { } citation ? [citation] : Whole;

    public ReadOnlySpan<char> Slice(TextSpan span) => (span.Part == TextPart.Title ? WholeTitle : WholeText).AsSpan(span.Start, span.End - span.Start);

    public string Of(TextSpan span) => Slice(span).ToString();

    public static TrimmedText Of(string title, string text) => new(title, text);

    private static TextSpan? Around(TextPart part, ReadOnlySpan<char> whole)
    {
        var end = whole.TrimEnd().Length;
        return end == 0 ? null : new TextSpan(part, whole.Length - whole.TrimStart().Length, end);
    }
}
