using System.Buffers;
using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// Reads a date by its parts wherever they stand: RFC 822 and its variants, asctime, and what people write. A month is a word or one of
/// three numbers, a time has a colon, a zone follows the time; a word that means nothing makes it no date.
/// </summary>
internal ref struct LooseDate
{
    private const int Korea = 9 * 60;

    private static readonly SearchValues<char> OffsetParts = SearchValues.Create("0123456789:");

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _words;
    private int _month;
    private bool? _afternoon;
    private int? _offset;
    private bool _korean;
    private TimeZoneInfo? _region;
    private TimeSpan? _time;
    private char _separator;
    private DateNumbers _numbers;

    private LooseDate(ReadOnlySpan<char> text) => _text = text;

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        var date = new LooseDate(text);
        return date.Scan() ? date.Compose() : null;
    }

    private bool Scan()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsAsciiDigit(c))
            {
                if (!ReadNumber()) return false;
            }
            else if (char.IsLetter(c))
            {
                if (!ReadWord()) return false;
            }
            else if (c == '(')
            {
                var close = _text[_at..].IndexOf(')');
                _at = close < 0 ? _text.Length : _at + close + 1;
            }
            else if (c is '+' or '-' && _time is not null && IsOffset(c))
            {
                if (!ReadOffset()) return false;
            }
            else
            {
                if (!char.IsWhiteSpace(c)) _separator = c;
                _at += c == '\\' ? 2 : 1;
            }
        }

        return true;
    }

    private readonly bool IsOffset(char sign) => sign == '+' || (_at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]));

    private bool ReadOffset()
    {
        var length = _text[(_at + 1)..].IndexOfAnyExcept(OffsetParts);
        var end = length < 0 ? _text.Length : _at + 1 + length;
        var known = TimeZones.TryOffset(_text[_at..end], out var minutes);
        if (known) _offset = (_offset ?? 0) + minutes;
        _at = end;
        return known;
    }

    private bool ReadNumber()
    {
        var start = _at;
        SkipDigits();
        var digits = _text[start.._at];
        if (_time is null && _at + 1 < _text.Length && _text[_at] is ':' or 'h' or 'H' && char.IsAsciiDigit(_text[_at + 1]))
            return ReadTime(Number(digits));
        if (digits.Length > 4) return false;
        _numbers.Add(Number(digits), digits.Length, _separator);
        _separator = ' ';
        return true;
    }

    private bool ReadTime(int hour)
    {
        var minute = NextTimePart();
        var second = _at + 1 < _text.Length && _text[_at] is ':' && char.IsAsciiDigit(_text[_at + 1]) ? NextTimePart() : 0;
        if (_at + 1 < _text.Length && _text[_at] == '.' && char.IsAsciiDigit(_text[_at + 1])) NextTimePart();
        _time = FeedDates.Time(hour, minute, second);
        return _time is not null;
    }

    private int NextTimePart()
    {
        var start = ++_at;
        SkipDigits();
        return _at - start > 9 ? 99 : Number(_text[start.._at]);
    }

    private bool ReadWord()
    {
        var word = NextWord();
        var first = _words++ == 0;
        _korean |= DateWords.IsKorean(word);
        if (DateWords.TryMeridiem(word, out var afternoon)) _afternoon = afternoon;
        else if (_time is not null && TimeZones.TryRegion(word, out var region)) _region = region;
        else if (_time is not null && TimeZones.TryName(word, out var zone)) _offset ??= zone;
        else if (DateWords.TryMonth(word, out var month)) _month = month;
        else if (TimeZones.TryName(word, out zone)) _offset ??= zone;
        else return first || word.Contains('/') || DateWords.IsFiller(word) || IsUnknownZone(word);
        return true;
    }

    /// <summary>A zone that the table lacks is taken as UTC: a date some hours off is better than none.</summary>
    private readonly bool IsUnknownZone(ReadOnlySpan<char> word) => _time is not null && word.Length <= 5 && !word.ContainsAnyExceptInRange('A', 'Z');

    private ReadOnlySpan<char> NextWord()
    {
        var start = _at;
        while (_at < _text.Length && IsWordPart(start)) _at++;
        return _text[start.._at].TrimEnd('.');
    }

    private readonly bool IsWordPart(int start)
    {
        var c = _text[_at];
        if (char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c == '_') return true;
        // "America/New_York", and "a.m."; in "03/Mar/2020" and "Nov.16" the sign only separates.
        if (_at + 1 >= _text.Length || !char.IsLetter(_text[_at + 1])) return false;
        return (c == '/' && _at - start > 2 && _time is not null) || (c == '.' && _at - start == 1);
    }

    private void SkipDigits()
    {
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
    }

    private readonly DateTimeOffset? Compose()
    {
        if (!_numbers.TryDate(_month, out var year, out var month, out var day)) return null;
        var time = _time ?? TimeSpan.Zero;
        if (_afternoon is true && time.Hours < 12) time += TimeSpan.FromHours(12);
        if (_afternoon is false && time.Hours == 12) time -= TimeSpan.FromHours(12);
        var offset = _offset ?? (_korean ? Korea : 0);
        if (_region is not null && FeedDates.Compose(year, month, day, time, 0) is { } local)
            offset = (int)_region.GetUtcOffset(DateTime.SpecifyKind(local.DateTime, DateTimeKind.Unspecified)).TotalMinutes;
        return FeedDates.Compose(year, month, day, time, offset);
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}

/// <summary>The numbers of a date that are not its time, in the order written.</summary>
internal struct DateNumbers
{
    private (int Value, int Digits, char Separator) _first;
    private (int Value, int Digits, char Separator) _second;
    private (int Value, int Digits, char Separator) _third;
    private int _count;

    public void Add(int value, int digits, char separator)
    {
        if (_count == 0) _first = (value, digits, separator);
        if (_count == 1) _second = (value, digits, separator);
        if (_count == 2) _third = (value, digits, separator);
        _count++;
    }

    /// <summary><paramref name="named"/> is the month that stood there as a word, 0 where none did.</summary>
    public readonly bool TryDate(int named, out int year, out int month, out int day)
    {
        (year, month, day) = (0, named, 1);
        if (named > 0) return TryNamed(out year, out day);
        if (_count != 3) return false;
        if (_first.Digits == 4)
        {
            (year, month, day) = (_first.Value, _second.Value, _third.Value);
            return true;
        }

        if (_first.Digits > 2 || _second.Digits > 2 || _third.Digits is 1 or 3) return false;
        year = FeedDates.FullYear(_third.Value, _third.Digits);
        // With slashes the month comes first, as Americans write it, unless it can't be one.
        var monthFirst = _second.Separator == '/' ? _first.Value <= 12 : _second.Value > 12;
        (month, day) = monthFirst ? (_first.Value, _second.Value) : (_second.Value, _first.Value);
        return true;
    }

    private readonly bool TryNamed(out int year, out int day)
    {
        (year, day) = (_first.Value, 1);
        if (_count == 0 || (_count == 1 && _first.Digits != 4)) return false;
        if (_count == 1) return true;
        var (yearPart, dayPart) = _first.Digits > 2 ? (_first, _second) : (_second, _first);
        (year, day) = (FeedDates.FullYear(yearPart.Value, yearPart.Digits), dayPart.Value);
        return dayPart.Digits <= 2;
    }
}
