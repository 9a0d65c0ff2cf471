namespace Wellread.Feeds.Parsing;

/// <summary>The mark of a journal article: 10.1016/j.jhep.2021.01.001, bare, with <c>doi:</c>, or in an address.</summary>
internal static class DigitalObjectIdentifier
{
    private const int MaxRegistrantDigits = 9;

    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf("10."); at >= 0; at = text.IndexOf("10."))
        {
            var starts = at == 0 || text[at - 1] is '/' or ':' or '=' or ' ';
            text = text[(at + 3)..];
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (starts && digits is >= 4 and <= MaxRegistrantDigits && text[digits] == '/') return true;
        }

        return false;
    }
}
