using System.Buffers;
using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// Writes JSON again that a reader refuses for what stands in its strings: raw line breaks and control characters, escapes that JSON does
/// not know, halves of surrogate pairs. One pass; the structure is left as it is.
/// </summary>
internal static class JsonRepair
{
    public static ReadOnlyMemory<byte> Repair(ReadOnlySpan<byte> utf8)
    {
        var output = new ArrayBufferWriter<byte>(utf8.Length + 256);
        var inString = false;
        var at = 0;
        while (at < utf8.Length)
        {
            var c = utf8[at];
            if (c == '"') inString = !inString;
            if (inString && c == '\\') at += WriteEscape(utf8[at..], output);
            else
            {
                if (c >= 0x20) output.Write(utf8.Slice(at, 1));
                else output.Write(inString ? Control(c) : " "u8);
                at++;
            }
        }

        return output.WrittenMemory;
    }

    private static ReadOnlySpan<byte> Control(byte c) => c switch
    {
        (byte)'\n' => "\\n"u8,
        (byte)'\t' => "\\t"u8,
        _ => " "u8,
    };

    /// <summary>Gives how many bytes were read.</summary>
    private static int WriteEscape(ReadOnlySpan<byte> escape, ArrayBufferWriter<byte> output)
    {
        if (escape.Length > 1 && escape[1] == 'u' && TryUnit(escape, out var unit))
        {
            var pair = char.IsHighSurrogate(unit) && TryUnit(escape[6..], out var low) && char.IsLowSurrogate(low);
            output.Write(pair ? escape[..12] : char.IsSurrogate(unit) ? "\\uFFFD"u8 : escape[..6]);
            return pair ? 12 : 6;
        }

        if (escape.Length > 1 && "\"\\/bfnrt"u8.Contains(escape[1]))
        {
            output.Write(escape[..2]);
            return 2;
        }

        output.Write("\\\\"u8);
        return 1;
    }

    private static bool TryUnit(ReadOnlySpan<byte> escape, out char unit)
    {
        unit = '\0';
        if (escape.Length < 6 || escape[0] != '\\' || escape[1] != 'u') return false;
        if (!ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return false;
        unit = (char)code;
        return true;
    }
}
