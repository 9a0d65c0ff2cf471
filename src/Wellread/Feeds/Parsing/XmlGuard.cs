using System.Buffers;

namespace Wellread.Feeds.Parsing;

/// <summary>What a first look at a document says of it.</summary>
internal enum XmlGuardVerdict
{
    /// <summary>Nothing against giving it to an XML reader.</summary>
    Plausible,

    /// <summary>No well-formed XML, or with a DOCTYPE: it goes to <see cref="XmlRepair"/> at once.</summary>
    NeedsRepair,

    TooManyAttributes,
}

/// <summary>
/// Looks at a document's tags before an XML reader sees them: the reader takes quadratic time over the attributes of one tag (minutes for
/// 10 MiB of them) and has no setting against it.
/// </summary>
internal static class XmlGuard
{
    private static readonly SearchValues<byte> TagParts = SearchValues.Create("<>\"'"u8);

    public static XmlGuardVerdict Check(ReadOnlySpan<byte> utf8)
    {
        while (true)
        {
            var at = utf8.IndexOf((byte)'<');
            if (at < 0) return XmlGuardVerdict.Plausible;
            utf8 = utf8[at..];
            var end = EndOf(utf8, out var verdict);
            if (verdict != XmlGuardVerdict.Plausible) return verdict;
            utf8 = utf8[end..];
        }
    }

    private static int EndOf(ReadOnlySpan<byte> markup, out XmlGuardVerdict verdict) => markup switch
    {
        [_, (byte)'!', (byte)'-', ..] => PastEnd(markup, "-->"u8, out verdict),
        [_, (byte)'!', (byte)'[', ..] => PastEnd(markup, "]]>"u8, out verdict),
        [_, (byte)'!', ..] => Refuse(XmlGuardVerdict.NeedsRepair, out verdict),
        [_, (byte)'?', ..] => PastEnd(markup, "?>"u8, out verdict),
        _ => PastTag(markup, out verdict),
    };

    private static int PastEnd(ReadOnlySpan<byte> markup, ReadOnlySpan<byte> end, out XmlGuardVerdict verdict)
    {
        var at = markup.IndexOf(end);
        verdict = at < 0 ? XmlGuardVerdict.NeedsRepair : XmlGuardVerdict.Plausible;
        return at + end.Length;
    }

    private static int PastTag(ReadOnlySpan<byte> markup, out XmlGuardVerdict verdict)
    {
        verdict = XmlGuardVerdict.Plausible;
        var at = 1;
        for (var attributes = 0; attributes <= FeedLimits.MaxAttributes; attributes++)
        {
            var part = markup[at..].IndexOfAny(TagParts);
            if (part < 0) return Refuse(XmlGuardVerdict.NeedsRepair, out verdict);
            at += part + 1;
            var found = markup[at - 1];
            if (found == '>') return at;
            var close = found == '<' ? -1 : markup[at..].IndexOfAny(found, (byte)'<');
            if (close < 0 || markup[at + close] == '<') return Refuse(XmlGuardVerdict.NeedsRepair, out verdict);
            at += close + 1;
        }

        return Refuse(XmlGuardVerdict.TooManyAttributes, out verdict);
    }

    private static int Refuse(XmlGuardVerdict reason, out XmlGuardVerdict verdict)
    {
        verdict = reason;
        return 0;
    }
}
