using System.Reflection;

namespace Wellread.Privacy;

/// <summary>The words or lines of a list that is built into the program; lines with <c>#</c> are comments.</summary>
internal static class EmbeddedWords
{
    public static IEnumerable<string> LinesOf(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wellread.Privacy.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    public static IEnumerable<string> WordsOf(string name) => LinesOf(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
