using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Wellread.Feeds.Parsing;

/// <content>Text: characters that XML forbids, references, entities.</content>
internal sealed partial class XmlRepair
{
    private const int MaxReferenceLength = 40;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF', '&', '<', '>', '"']);

    private void AppendText(ReadOnlySpan<char> text) => AppendEscaped(text, _output);

    private string AttributeValue(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAny(Special) && !HasLoneSurrogate(value)) return value.ToString();
        var output = new StringBuilder(value.Length + 16);
        AppendEscaped(value, output);
        return output.ToString();
    }

    private void AppendCharacterData(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Forbidden) && !HasLoneSurrogate(text)) _output.Append("<![CDATA[").Append(text).Append("]]>");
        else
        {
            // Not as a section: without what is dropped, its end could stand in its middle.
            foreach (var rune in text.EnumerateRunes()) AppendAllowed(rune, _output);
        }
    }

    private void AppendEscaped(ReadOnlySpan<char> text, StringBuilder output)
    {
        if (HasLoneSurrogate(text))
        {
            _mended = true;
            text = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text.ToString()));
        }

        while (!text.IsEmpty)
        {
            var at = text.IndexOfAny(Special);
            output.Append(at < 0 ? text : text[..at]);
            if (at < 0) return;
            text = text[at..];
            var length = 1;
            if (text[0] == '&') length = AppendReference(text, output);
            else if (text[0] is '<' or '>' or '"') output.Append(Escape(text[0]));
            else _mended = true;
            text = text[length..];
        }
    }

    /// <summary>Gives how many characters were read: the whole reference, or a bare ampersand.</summary>
    private int AppendReference(ReadOnlySpan<char> text, StringBuilder output)
    {
        var end = text[..Math.Min(text.Length, MaxReferenceLength)].IndexOf(';');
        var name = end > 1 ? text[1..end] : default;
        if (!name.IsEmpty && name[0] == '#' && TryCharacter(name[1..], out var character))
        {
            AppendAllowed(character, output);
            return end + 1;
        }

        if (!name.IsEmpty && name[0] != '#' && TryEntity(name.ToString(), out var value))
        {
            foreach (var rune in value.EnumerateRunes()) AppendAllowed(rune, output);
            return end + 1;
        }

        _mended = true;
        output.Append("&amp;");
        return 1;
    }

    private bool TryEntity(string name, out string value)
    {
        value = WebUtility.HtmlDecode($"&{name};");
        // XML's own five mean what they mean, whatever a DOCTYPE says of them.
        if (name is "lt" or "gt" or "amp" or "quot" or "apos") return true;
        if (_doctype?.Texts.TryGetValue(name, out var text) == true)
        {
            value = text;
            _entityText += text.Length;
            if (_entityText > FeedLimits.MaxEntityText) throw new FeedLimitException("Entities blow the document up.");
            return true;
        }

        if (_doctype?.Refused.Contains(name) == true) _refusal = XmlRefusal.UnsafeEntities;
        return value.Length <= 2;
    }

    private static bool TryCharacter(ReadOnlySpan<char> digits, out Rune character)
    {
        character = default;
        var hex = digits.Length > 1 && digits[0] is 'x' or 'X';
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(hex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code) && Rune.TryCreate(code, out character);
    }

    private void AppendAllowed(Rune rune, StringBuilder output)
    {
        if (!IsAllowed(rune)) _mended = true;
        else if (rune.IsBmp && (char)rune.Value is var c and ('<' or '>' or '"' or '&')) output.Append(Escape(c));
        else output.Append(rune.ToString());
    }

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || !Forbidden.Contains((char)rune.Value);

    private static string Escape(char c) => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "&amp;",
    };

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return true;
            text = text[(at + 2)..];
            at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return false;
    }
}
