using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Wellread.Articles;

/// <summary>Where readers of an article on a sensitive subject find help: <c>Terms/help-lines.txt</c>.</summary>
internal static class HelpLines
{
    private const int Cells = 4;
    private static readonly FrozenDictionary<(string Subject, string Language), ImmutableArray<HelpLine>> Lines = Read();

    /// <summary>The lines for a subject in a language, the first one first; in English where the language has none.</summary>
    public static ImmutableArray<HelpLine> For(string subject, string language) =>
        Lines.GetValueOrDefault((subject, language), Lines.GetValueOrDefault((subject, "en"), []));

    private static FrozenDictionary<(string, string), ImmutableArray<HelpLine>> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Articles.Terms.help-lines.txt")
            ?? throw new InvalidOperationException("The help lines are not embedded.");
        using var reader = new StreamReader(stream);
        var lines = new List<(string Subject, string Language, HelpLine Line)>();
        var subject = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) subject = line.Trim('[', ']');
            if (line.Split('|', StringSplitOptions.TrimEntries) is { Length: Cells } cells) lines.Add((subject, cells[0], new HelpLine(cells[1], cells[2], cells[3])));
        }
        return lines.GroupBy(line => (line.Subject, line.Language)).ToFrozenDictionary(group => group.Key, group => group.Select(line => line.Line).ToImmutableArray());
    }
}

/// <summary>A help line.</summary>
/// <param name="Name">Who answers.</param>
/// <param name="Text">What to do, short enough for a post.</param>
/// <param name="Url">Its own address.</param>
internal sealed record HelpLine(string Name, string Text, string Url);
