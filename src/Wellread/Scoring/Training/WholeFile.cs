namespace Wellread.Scoring.Training;

/// <summary>
/// Writes files that another program may be reading: into a file beside it, on to the disk, then in its place. Whoever reads gets the old one or the new one,
/// and a run that is cut off leaves the old one.
/// </summary>
internal static class WholeFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var beside = $"{path}.new";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    public static void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));
}
