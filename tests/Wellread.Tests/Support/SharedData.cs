namespace Wellread.Tests.Support;

/// <summary>
/// The data that stands beside the project for its developers and its build server. Users do not have it: a test that needs it is skipped
/// with a line that says so, and fails where <c>CI=true</c>, so that a build server can't pass by lacking it.
/// </summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder of the shared data; ends the test where it is absent.</summary>
    public static string Path(string relative)
    {
        var path = Find(relative);
        if (path is not null) return path;
        var reason = $"The shared data ('shared/{relative}' beside the project) is not here, so this test has nothing to read.";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Skip.If(true, reason);
        throw new InvalidOperationException("not reached");
    }

    private static string? Find(string relative)
    {
        var shared = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Repository.Root)!, "shared");
        var path = System.IO.Path.Combine(shared, relative);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }
}
