namespace Wellread.Privacy;

/// <summary>Numbers that carry their own check. Each takes what was written, with or without spaces, dots and hyphens.</summary>
internal static class Checksums
{
    /// <summary>Luhn 1960 (ISO/IEC 7812-1).</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        var twice = false;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(digits[i])) continue;
            var digit = digits[i] - '0';
            if (twice) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    /// <summary>A card number: 13 to 19 digits of a known kind, by Luhn.</summary>
    public static bool Card(ReadOnlySpan<char> text)
    {
        var count = Digits(text, out var first);
        return count is >= 13 and <= 19 && first is '3' or '4' or '5' or '6' or '2' && Luhn(text);
    }

    /// <summary>A US health provider's number (NPI): ten digits that begin with 1 or 2, by Luhn behind 80840 (45 CFR 162.406).</summary>
    public static bool Npi(ReadOnlySpan<char> text) => Digits(text, out var first) == 10 && first is '1' or '2' && Luhn(string.Concat("80840", text));

    /// <summary>A bank's routing number (ABA): 3, 7, 1 times the digits is a multiple of ten, and the first two digits are in use.</summary>
    public static bool Routing(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<int> weights = [3, 7, 1];
        int sum = 0, count = 0, district = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character)) continue;
            if (count < 2) district = (district * 10) + character - '0';
            sum += weights[count++ % 3] * (character - '0');
        }
        return count == 9 && sum > 0 && sum % 10 == 0 && district is <= 12 or (>= 21 and <= 32) or (>= 61 and <= 72) or 80;
    }

    /// <summary>An international bank account number: ISO 13616, the rest of a division by 97 is 1.</summary>
    public static bool Iban(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[34];
        var count = 0;
        foreach (var character in text)
        {
            if (character == ' ') continue;
            if (count == plain.Length) return false;
            plain[count++] = char.ToUpperInvariant(character);
        }
        if (count < 15) return false;
        var rest = 0;
        for (var i = 0; i < count; i++)
        {
            var character = plain[(i + 4) % count];
            rest = char.IsAsciiDigit(character) ? ((rest * 10) + character - '0') % 97 : ((rest * 100) + character - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    /// <summary>A vehicle's number: 17 letters and digits, the ninth checks the others (49 CFR 565.15).</summary>
    public static bool Vehicle(ReadOnlySpan<char> text)
    {
        const string values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        ReadOnlySpan<int> weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        if (text.Length != weights.Length || !text.ContainsAnyInRange('0', '9')) return false;
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = values.IndexOf(char.ToUpperInvariant(text[i]), StringComparison.Ordinal);
            if (value < 0) return false;
            sum += weights[i] * (value % 10);
        }
        return char.ToUpperInvariant(text[8]) == "0123456789X"[sum % 11];
    }

    private static int Digits(ReadOnlySpan<char> text, out char first)
    {
        first = '\0';
        var count = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character)) continue;
            if (count++ == 0) first = character;
        }
        return count;
    }
}
