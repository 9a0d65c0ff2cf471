using System.Reflection;

namespace Wellread.Sharing.Questions;

/// <summary>The lists of this folder, which travel inside the program.</summary>
internal static class EmbeddedText
{
    public static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wellread.Sharing.Questions.{file}")
            ?? throw new InvalidOperationException($"The list '{file}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
