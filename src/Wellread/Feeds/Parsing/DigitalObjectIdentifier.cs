using System.Buffers;

namespace Wellread.Feeds.Parsing;

/// <summary>The mark of a journal article: 10.1016/j.jhep.2021.01.001, bare, with <c>doi:</c>, or in an address.</summary>
internal static class DigitalObjectIdentifier
{
    private const int MaxRegistrantDigits = 9;
    private const int MaxLength = 200;

    /// <summary>What ends an identifier in an address or a line: it may hold nearly anything else.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>?#&");

    /// <summary>What sites put behind an identifier in the address of its page.</summary>
    private static readonly string[] Views = ["/full", "/abstract", "/pdf", "/epdf", "/fulltext", "/full.html", "/full.pdf", ".pdf", ".full", ".short", ".abstract"];

    public static bool IsIn(ReadOnlySpan<char> text) => StartIn(text) >= 0;

    /// <summary>The first identifier in an address or a line, in lower case, as it means the same in any; null where there is none.</summary>
    public static string? Find(string text)
    {
        var start = StartIn(text);
        if (start < 0) return null;
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny(Ends);
        var found = (end < 0 ? rest : rest[..end]).TrimEnd("/.,;)").ToString().ToLowerInvariant();
        var view = Array.Find(Views, ending => found.EndsWith(ending, StringComparison.Ordinal));
        if (view is not null) found = found[..^view.Length];
        return found.Length <= MaxLength && found[^1] != '/' && IsIn(found) ? found : null;
    }

    private static int StartIn(ReadOnlySpan<char> text)
    {
        var passed = 0;
        for (var at = text.IndexOf("10."); at >= 0; at = text.IndexOf("10."))
        {
            var starts = at == 0 || text[at - 1] is '/' or ':' or '=' or ' ';
            passed += at + 3;
            text = text[(at + 3)..];
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (starts && digits is >= 4 and <= MaxRegistrantDigits && text[digits] == '/') return passed - 3;
        }

        return -1;
    }
}
