using System.Text;

namespace Wellread.Articles;

/// <summary>Gathers the text between tags: dropped elements left out, blocks on lines of their own, blanks collapsed, invisible characters gone.</summary>
internal sealed class TextCollector(int capacity)
{
    private const int MaxMarks = 3;

    private readonly StringBuilder _text = new(capacity);
    private string? _dropped;
    private int _depth;
    private char _gap;
    private int _marks;
    private Rune _last;

    /// <summary>Characters gathered so far.</summary>
    public int Length => _text.Length;

    public void Open(string name, bool selfClosing)
    {
        if (_dropped is not null)
        {
            if (name.Equals(_dropped, StringComparison.OrdinalIgnoreCase) && !selfClosing) _depth++;
            return;
        }
        if (HtmlNames.IsBlock(name)) _gap = '\n';
        if (!HtmlNames.IsDropped(name) || (selfClosing && name is "svg" or "math")) return;
        _dropped = name;
        _depth = 1;
        if (_gap == 0) _gap = ' ';
    }

    public void Close(string name)
    {
        if (_dropped is null)
        {
            if (HtmlNames.IsBlock(name)) _gap = '\n';
        }
        else if (name.Equals(_dropped, StringComparison.OrdinalIgnoreCase) && --_depth == 0)
        {
            _dropped = null;
        }
    }

    public void Append(string data)
    {
        if (_dropped is not null) return;
        for (var i = 0; i < data.Length;)
        {
            if (data[i] is > ' ' and < '\x7F')
            {
                AppendPlain(data[i++]);
                continue;
            }
            if (!Rune.TryGetRuneAt(data, i, out var rune)) rune = Rune.ReplacementChar;
            Append(rune);
            i += rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
        }
    }

    public override string ToString() => _text.ToString().Normalize(NormalizationForm.FormC);

    /// <summary>The same for what nearly all text is made of.</summary>
    private void AppendPlain(char character)
    {
        if (_gap != 0 && _text.Length > 0) _text.Append(_gap);
        _gap = '\0';
        _text.Append(character);
        (_last, _marks) = (new Rune(character), 0);
    }

    private void Append(Rune rune)
    {
        if (rune.Value is 0x2028 or 0x2029)
        {
            _gap = '\n';
        }
        else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
        {
            if (_gap == 0) _gap = ' ';
        }
        else if (IsKept(rune))
        {
            if (_gap != 0 && _text.Length > 0) _text.Append(_gap);
            _gap = '\0';
            Span<char> units = stackalloc char[2];
            _text.Append(units[..rune.EncodeToUtf16(units)]);
            _last = rune;
        }
    }

    /// <summary>Joiners stay where they join, tags where they make a flag, and a letter keeps three marks: more are there to climb over other lines.</summary>
    private bool IsKept(Rune rune)
    {
        if (rune.Value is 0x200D or 0x200C) return _last.Value > 0x2FF && _gap == 0 && _last.Value is not (0x200D or 0x200C);
        if (rune.Value is >= 0xE0020 and <= 0xE007F) return _last.Value is 0x1F3F4 or (>= 0xE0020 and <= 0xE007E);
        if (rune.IsInvisible() || rune == Rune.ReplacementChar || IsPrivate(rune)) return false;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark)) _marks = 0;
        else if (++_marks > MaxMarks) return false;
        return true;
    }

    private static bool IsPrivate(Rune rune) => rune.Value is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 || (rune.Value is >= 0xE0000 and <= 0xE0FFF);
}
