using System.Globalization;
using System.Text;
using Ical.Net.Serialization;
using Calendar = Ical.Net.Calendar;

namespace Wellread.Feeds;

/// <summary>Writes an iCalendar in UTF-8 (RFC 5545). The same calendar gives the same bytes.</summary>
internal static class CalendarWriter
{
    private const string LineEnd = "\r\n";

    /// <summary>The longest line, in octets, without its end (RFC 5545, 3.1).</summary>
    private const int MaxOctets = 75;

    public static byte[] Write(Calendar calendar)
    {
        // Ical.Net counts UTF-16 units when it folds, so that it cuts an emoji in two; its folds are taken out, and made anew between characters.
        var lines = new CalendarSerializer(calendar).SerializeToString()!.Replace($"{LineEnd} ", "", StringComparison.Ordinal).Split(LineEnd, StringSplitOptions.RemoveEmptyEntries);
        var output = new StringBuilder();
        foreach (var line in lines)
        {
            Fold(output, line);
            output.Append(LineEnd);
        }

        return Encoding.UTF8.GetBytes(output.ToString());
    }

    /// <summary>Between what a reader sees as characters, as some programs show what a fold cuts in two as two; only one that fills a line is cut within.</summary>
    private static void Fold(StringBuilder output, string line)
    {
        var octets = 0;
        for (var at = 0; at < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, at);
            if (Encoding.UTF8.GetByteCount(line.AsSpan(at, length)) >= MaxOctets) length = Rune.GetRuneAt(line, at).Utf16SequenceLength;
            var size = Encoding.UTF8.GetByteCount(line.AsSpan(at, length));
            if (octets + size > MaxOctets)
            {
                output.Append(LineEnd).Append(' ');
                octets = 1;
            }
            output.Append(line, at, length);
            octets += size;
            at += length;
        }
    }
}
