namespace Wellread.Platform;

/// <summary>
/// The folder that relative paths in the settings start from: the program's own folder, so that a published copy finds its packs, model and
/// data from any working folder; in a checkout, the checkout's root, so that a rebuild never takes the data along.
/// </summary>
internal sealed class HomeFolder(string path)
{
    public string Path { get; } = path;

    /// <summary>The absolute path of a setting's value.</summary>
    public string Resolve(string path) => System.IO.Path.GetFullPath(path, Path);

    public static HomeFolder Find()
    {
        var program = AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Wellread.slnx"))) return new HomeFolder(folder.FullName);
        }

        return new HomeFolder(program);
    }
}
