using System.Reflection;

namespace Wellread.Sharing;

/// <summary>The word lists of texts to share, which travel inside the program.</summary>
internal static class EmbeddedText
{
    public static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wellread.Sharing.{file}")
            ?? throw new InvalidOperationException($"The list '{file}' is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
