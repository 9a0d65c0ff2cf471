using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Wellread.Tests.Support;

/// <summary>One request of a <c>.http</c> file.</summary>
/// <param name="Heading">What stands behind its <c>###</c>.</param>
/// <param name="Name">By which later requests speak of its answer; null for none.</param>
internal sealed record HttpFileRequest(string Heading, string? Name, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, string Body);

/// <summary>Reads a <c>.http</c> file and fills in its variables, as editors do.</summary>
internal sealed class HttpFile(IReadOnlyDictionary<string, string> variables)
{
    private readonly Dictionary<string, JsonNode> _answers = [];

    public static IReadOnlyList<HttpFileRequest> Read(string text) => [.. text.ReplaceLineEndings("\n").Split("\n### ").Skip(1).Select(ReadOne)];

    /// <summary>Keeps an answer that later requests speak of.</summary>
    public void Keep(string name, string json) => _answers[name] = JsonNode.Parse(json)!;

    public HttpRequestMessage Fill(HttpFileRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), Fill(request.Target));
        var type = request.Headers.FirstOrDefault(header => header.Name == "Content-Type").Value;
        if (type is not null)
        {
            message.Content = new StringContent(Fill(request.Body), Encoding.UTF8);
            message.Content.Headers.Remove("Content-Type");
            message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in request.Headers.Where(header => header.Name != "Content-Type")) message.Headers.TryAddWithoutValidation(name, Fill(value));
        return message;
    }

    private static HttpFileRequest ReadOne(string part)
    {
        var lines = part.Split('\n').ToList();
        var start = lines.FindIndex(line => Regex.IsMatch(line, "^(GET|POST|PUT|PATCH|DELETE) "));
        var words = lines[start].Split(' ');
        var name = lines.Take(start).Select(line => Regex.Match(line, @"^# @name (\w+)$")).FirstOrDefault(match => match.Success)?.Groups[1].Value;
        var headers = lines.Skip(start + 1).TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2)).Select(pair => (pair[0], pair[1])).ToList();
        return new HttpFileRequest(lines[0], name, words[0], words[1], headers, string.Join('\n', lines.Skip(start + 1 + headers.Count)).Trim());
    }

    private string Fill(string text)
    {
        foreach (var (name, value) in variables) text = text.Replace(name, value, StringComparison.Ordinal);
        return Regex.Replace(text, @"\{\{(\w+)\.response\.body\.([^}]+)\}\}", match => Find(match.Groups[1].Value, match.Groups[2].Value));
    }

    private string Find(string name, string path)
    {
        var node = _answers[name];
        foreach (var step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)) node = (int.TryParse(step, out var place) ? node[place] : node[step])!;
        return (string)node!;
    }
}
