using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// Bytes to items, whatever the format: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, CDF. Pure: nothing is fetched,
/// no clock is read. Well-formed XML goes straight through a reader; only what that refuses is mended and read again.
/// </summary>
internal static class FeedParser
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static FeedParseResult Parse(ReadOnlyMemory<byte> body, FeedParseContext context)
    {
        if (body.Length > FeedLimits.MaxBytes) return ParseFailures.TooLarge;
        var encoding = FeedEncoding.Detect(body.Span, context.ContentType);
        var content = Utf8Of(body[encoding.Start..], encoding.Encoding);
        var first = FirstCharacter(content.Span);
        if (first == 0) return ParseFailures.Empty;
        if (first is (byte)'{' or (byte)'[') return JsonFeedMapper.Parse(content, Address(context));
        try
        {
            return Read(content, context) ?? Mend(Charsets.Utf8.GetString(content.Span), context);
        }
        catch (FeedLimitException)
        {
            return ParseFailures.TooLarge;
        }
    }

    /// <summary>Null for what is no well-formed XML.</summary>
    private static FeedParseResult? Read(ReadOnlyMemory<byte> content, FeedParseContext context)
    {
        var verdict = XmlGuard.Check(content.Span);
        if (verdict == XmlGuardVerdict.TooManyAttributes) return ParseFailures.TooLarge;
        if (verdict == XmlGuardVerdict.NeedsRepair) return null;
        try
        {
            using var text = new StreamReader(StreamOf(content), Charsets.Utf8, detectEncodingFromByteOrderMarks: false);
            return Map(text, context, repaired: false);
        }
        catch (Exception exception) when (exception is XmlException or FeedLimitException)
        {
            // What seems too deep may be tags that were never ended.
            return null;
        }
    }

    private static FeedParseResult Mend(string text, FeedParseContext context)
    {
        var repaired = XmlRepair.Repair(text);
        if (repaired.Text is null) return ParseFailures.Of(repaired.Refusal, text);
        try
        {
            using var reader = new StringReader(repaired.Text);
            return Map(reader, context, repaired.Mended);
        }
        catch (XmlException)
        {
            return ParseFailures.BrokenXml;
        }
    }

    private static FeedParseResult Map(TextReader text, FeedParseContext context, bool repaired)
    {
        using var reader = XmlReader.Create(text, Settings);
        var cursor = new XmlCursor(reader, Address(context));
        var draft = XmlFeedMapper.Map(cursor);
        if (draft is null) return ParseFailures.OfRoot(cursor.Root);
        // What follows the feed must be well-formed too, or it goes to repair as a whole.
        while (reader.Read()) { }
        // Of a damaged document, an empty feed is no reading.
        if (repaired && draft.IsBlank) return ParseFailures.BrokenXml;
        return new FeedParseResult.Parsed(draft.Finish(Address(context), repaired));
    }

    /// <summary>Without a user name and password, which would go into every link.</summary>
    private static string? Address(FeedParseContext context) =>
        context.Address?.IsAbsoluteUri == true ? context.Address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) : null;

    private static byte FirstCharacter(ReadOnlySpan<byte> content)
    {
        var at = content.IndexOfAnyExcept(" \t\r\n\0"u8);
        return at < 0 ? (byte)0 : content[at];
    }

    private static ReadOnlyMemory<byte> Utf8Of(ReadOnlyMemory<byte> content, Encoding encoding) =>
        encoding == Charsets.Utf8 ? content : Charsets.Utf8.GetBytes(encoding.GetString(content.Span));

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}
