using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>Addresses on the net, and names of accounts. What is inside them is not read as words.</summary>
internal static partial class LinkShapes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public static List<Mention> Find(string text)
    {
        var found = new List<Mention>();
        Add(Email(), MentionKind.Email);
        Add(Url(), MentionKind.Url);
        Add(Handle(), MentionKind.Handle);
        found.Sort((one, other) => one.Start - other.Start);
        return found;

        void Add(Regex shape, MentionKind kind)
        {
            for (var match = shape.Match(text); match.Success; match = match.NextMatch())
            {
                var (start, end) = (match.Index, match.Index + match.Length);
                while (end > start + 1 && text[end - 1] is '.' or ',' or ')' or '!' or '?' or ';' or ':' or '"' or '\'') end--;
                if (!found.Exists(earlier => start < earlier.End && earlier.Start < end)) found.Add(new Mention(kind, start, end));
            }
        }
    }

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,5}", Options)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(https?://|www\.)[^\s<>""]{3,500}|(?<![\w@.-])([\w-]{1,63}\.){1,4}(com|org|net|gov|edu|health|clinic|care|info|us|io|example|mx|es|dental|doctor|md)\b(/[^\s<>""]{0,500})?", Options)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w@/.])@[\w.]{2,40}", Options)]
    private static partial Regex Handle();
}
