using System.CommandLine;
using System.Text.Json;
using Wellread.Commands;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class ParseCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wellread-parse-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_shown_as_one_line_of_json()
    {
        var path = Write("a.xml", Reading.Rss("<title>t</title><item><title>é</title><link>/1</link><pubDate>Mon, 09 Jun 2025 08:30:00 EST</pubDate></item>"));
        var (code, output, _) = await RunAsync(path, "--jsonl", "--address", "https://e.example/feed");
        Assert.Equal(0, code);
        using var line = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var root = line.RootElement;
        Assert.Equal((path, true, "t"), (root.GetProperty("file").GetString(), root.GetProperty("ok").GetBoolean(), root.GetProperty("feed").GetProperty("title").GetString()));
        var entry = root.GetProperty("entries")[0];
        Assert.Equal(("é", "https://e.example/1", "2025-06-09T13:30:00Z"),
            (entry.GetProperty("title").GetString(), entry.GetProperty("link").GetString(), entry.GetProperty("published").GetString()));
        Assert.Equal(
            ["id", "title", "link", "published", "updated", "author", "summary", "content", "categories", "enclosures", "thumbnail"],
            entry.EnumerateObject().Select(property => property.Name).Take(11));
    }

    [Fact]
    public async Task A_folder_is_read_file_by_file_and_one_that_fails_shows_in_the_exit_code()
    {
        Write("a.xml", Reading.Rss("<title>Good</title>"));
        Write("b.html", "<html><body>no</body></html>");
        var (code, output, _) = await RunAsync(_folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("Good", output, StringComparison.Ordinal);
        Assert.Contains("web page instead of a feed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_wrong_usage()
    {
        var (code, _, error) = await RunAsync(Path.Combine(_folder.FullName, "none.xml"));
        Assert.Equal(2, code);
        Assert.Contains("There is no file or folder", error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ParseCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
