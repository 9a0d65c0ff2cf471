using System.Reflection;

namespace Wellread.Scoring;

/// <summary>The lines of a word list that is built into the program.</summary>
internal static class EmbeddedLines
{
    public static IEnumerable<string> Of(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wellread.Scoring.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return line;
        }
    }
}
