using Wellread.Privacy;
using Wellread.Tests.Support;

namespace Wellread.Tests.Privacy;

/// <summary>A post of our own and whether it reveals a patient. The files say when each set was written; docs/privacy.md says what the guard made of it at first sight.</summary>
internal sealed record OwnPost(bool Reveals, PostMode Mode, string Language, string Field, string Text)
{
    public static IReadOnlyList<OwnPost> All { get; } = [.. new[] { "posts.tsv", "posts-second.tsv", "posts-third.tsv", "posts-fourth.tsv", "posts-fifth.tsv" }
        .SelectMany(file => File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Privacy", file)))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(cells => new OwnPost(cells[0] == "reveals", Enum.Parse<PostMode>(cells[1], ignoreCase: true), cells[2], cells[3], cells[4]))];
}
