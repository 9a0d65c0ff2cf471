using System.Buffers;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Wellread.Articles;

/// <summary>
/// Text from a feed's markup, by AngleSharp's tokenizer and never its tree builder (300 kB of <c>&lt;b&gt;</c> took 38.8 s in a tree, 75 ms
/// in the tokenizer). What comes out is text, decoded once (again only where a tag comes out): it may
/// hold a <c>&lt;</c> that its author wrote as text, and whoever serves it encodes it.
/// </summary>
internal static class PlainText
{
    /// <summary>Characters in an article's summary, at most.</summary>
    public const int MaxSummaryLength = 800;

    /// <summary>Characters of markup that are read; what is behind is left out.</summary>
    public const int MaxInput = 64 * 1024;

    private const int MaxExtraPasses = 3;

    /// <summary>Text without any of these is not markup, and needs no tokenizer.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("<&\0");

    /// <summary>What is read beyond the characters asked for, as boilerplate may go. Most of a whole article's markup is never looked at.</summary>
    private const int Margin = 400;

    /// <summary>Paragraphs on lines of their own, without a feed's boilerplate, at most <paramref name="max"/> characters, cut at a sentence or a word.</summary>
    public static string From(string? markup, int max) => TextCut.At(Boilerplate.Remove(Read(markup, max)), max);

    /// <summary>One line, for titles and names; entities that were encoded twice are decoded once more.</summary>
    public static string Line(string? markup, int max)
    {
        var text = Read(markup, max).Replace('\n', ' ');
        if (HasEntity(text)) text = Read(text, max).Replace('\n', ' ');
        return TextCut.At(text, max);
    }

    private static string Read(string? markup, int max)
    {
        if (string.IsNullOrWhiteSpace(markup)) return "";
        var text = Tokenize(markup.Length > MaxInput ? Clip(markup) : markup, max + Margin);
        // A feed that encodes its markup once too often would show "<p>" to readers.
        for (var extra = 0; extra < MaxExtraPasses && LooksLikeMarkup(text); extra++) text = Tokenize(text, max + Margin);
        return text;
    }

    /// <summary>Without the tag that the end of the clip cuts in two.</summary>
    private static string Clip(string markup)
    {
        var clipped = markup.AsSpan(0, MaxInput);
        var open = clipped.LastIndexOf('<');
        return (open > clipped.LastIndexOf('>') ? clipped[..open] : clipped).ToString();
    }

    private static string Tokenize(string markup, int enough)
    {
        if (!markup.AsSpan().ContainsAny(Marks))
        {
            var plain = new TextCollector(Math.Min(markup.Length, enough));
            plain.Append(markup);
            return plain.ToString();
        }
        using var source = new TextSource(markup);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var text = new TextCollector(Math.Min(markup.Length, enough));
        while (text.Length <= enough)
        {
            var token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return text.ToString();
                case HtmlTokenType.Character:
                    text.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    text.Open(token.Name, ((HtmlTagToken)token).IsSelfClosing);
                    tokenizer.State = HtmlNames.ModeOf(token.Name);
                    break;
                case HtmlTokenType.EndTag:
                    text.Close(token.Name);
                    break;
                default:
                    break;
            }
        }
        return text.ToString();
    }

    private static bool LooksLikeMarkup(string text)
    {
        var at = text.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0 && at < text.Length - 2)
        {
            var start = text[at + 1] == '/' ? at + 2 : at + 1;
            var end = start;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (end > start && end < text.Length && text[end] is '>' or ' ' or '/' && HtmlNames.IsKnown(text.AsSpan(start, end - start))) return true;
            at = text.IndexOf('<', end);
        }
        return false;
    }

    /// <summary>True where <c>&amp;amp;</c>, <c>&amp;#8217;</c> or the like is still to be read.</summary>
    private static bool HasEntity(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        while (at >= 0)
        {
            var end = at + 1;
            if (end < text.Length && text[end] == '#') end++;
            var start = end;
            while (end < text.Length && end - start < 10 && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (end - start >= 2 && end < text.Length && text[end] == ';') return true;
            at = end < text.Length ? text.IndexOf('&', end) : -1;
        }
        return false;
    }
}
