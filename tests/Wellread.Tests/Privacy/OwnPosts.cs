using Wellread.Privacy;
using Wellread.Tests.Support;

namespace Wellread.Tests.Privacy;

/// <summary>A post of <c>posts.tsv</c> and whether it reveals a patient.</summary>
internal sealed record OwnPost(bool Reveals, PostMode Mode, string Language, string Field, string Text)
{
    public static IReadOnlyList<OwnPost> All { get; } = [.. File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Privacy", "posts.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .Select(cells => new OwnPost(cells[0] == "reveals", Enum.Parse<PostMode>(cells[1], ignoreCase: true), cells[2], cells[3], cells[4]))];
}
