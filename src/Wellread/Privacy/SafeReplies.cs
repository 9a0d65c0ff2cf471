using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>A reply that anybody may read.</summary>
/// <param name="Kind">What the review is: <c>praise</c>, <c>wait</c>, <c>billing</c>, <c>care</c>, <c>staff</c>, <c>privacy</c>, <c>loss</c>, <c>wrong-practice</c> or <c>unclear</c>.</param>
/// <param name="Name">The kind in words.</param>
/// <param name="Language">A two-letter code.</param>
internal sealed record SafeReply(string Kind, string Name, string Language, string Text);

/// <summary>The library of safe replies: <c>Lists/safe-replies.txt</c>.</summary>
internal static class SafeReplies
{
    public static ImmutableArray<SafeReply> All { get; } = Read();

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(reply => reply.Kind).Distinct()];

    /// <summary>Replies of a kind and a language; null stands for all.</summary>
    public static IEnumerable<SafeReply> Of(string? kind, string? language) =>
        All.Where(reply => (kind is null || reply.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase)) && (language is null || reply.Language.Equals(language, StringComparison.OrdinalIgnoreCase)));

    private static ImmutableArray<SafeReply> Read()
    {
        var replies = ImmutableArray.CreateBuilder<SafeReply>();
        string kind = "", name = "";
        foreach (var line in EmbeddedWords.LinesOf("Lists.safe-replies.txt"))
        {
            if (line[0] == '[')
            {
                var end = line.IndexOf(']', StringComparison.Ordinal);
                (kind, name) = (line[1..end], line[(end + 2)..]);
            }
            else
            {
                replies.Add(new SafeReply(kind, name, line[..2], line[4..]));
            }
        }
        return replies.ToImmutable();
    }
}
