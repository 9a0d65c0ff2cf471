using System.Security.Cryptography;
using System.Text;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

/// <summary>An invented item with what a person says of it: <c>Data/health-items.tsv</c>.</summary>
/// <param name="Kind"><c>useful</c>, or what else it is about.</param>
internal sealed record LabelledItem(string Kind, string[] Topics, string Language, string Title, string Summary, string[] Categories)
{
    public bool IsUseful => Kind == "useful";

    /// <summary>Half of the items were looked at while word lists and weights were made; a hash of the title tells which, so that new items fall into either half.</summary>
    public bool IsKept => SHA256.HashData(Encoding.UTF8.GetBytes(Title))[0] >> 4 is var nibble && nibble % 2 == 1;

    public string[] Tagged => [.. TopicTagger.Tag(Title, Summary, Language, Categories, [])];

    public HealthGateVerdict Judged => HealthGate.Judge(HealthGateTests.Article(Title, Summary, Language) with { Topics = [.. Tagged] });
}

internal static class LabelledItems
{
    public static LabelledItem[] All { get; } =
        [.. File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Articles", "Data", "health-items.tsv")).Where(line => line[0] != '#').Select(Parse)];

    public static LabelledItem[] Half(bool kept) => [.. All.Where(item => item.IsKept == kept)];

    private static LabelledItem Parse(string line)
    {
        var cells = line.Split('\t');
        return new(cells[0], Split(cells[1]), cells[2], cells[3], cells[4], cells.Length > 5 ? Split(cells[5]) : []);
    }

    private static string[] Split(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
