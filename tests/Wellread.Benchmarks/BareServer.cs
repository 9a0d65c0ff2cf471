using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Wellread.Benchmarks;

/// <summary>An answer as it goes over the wire: what the bare server gives out ready-made.</summary>
internal sealed record WireAnswer(Dictionary<string, string> Headers, byte[] Body);

/// <summary>What a service can't be faster than: one Kestrel endpoint that returns the same headers and bytes, ready-made, and does nothing else.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string port, string answerPath)
    {
        var answer = JsonSerializer.Deserialize<WireAnswer>(await File.ReadAllTextAsync(answerPath))!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.MapGet("/api/v1/suggestions", (HttpContext context) =>
        {
            foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = answer.Body.Length;
            return context.Response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
        });
        app.MapGet("/health/live", () => "ok");
        await app.RunAsync();
        return 0;
    }

    /// <summary>Takes an answer down, to be given out by the bare server. What Kestrel adds by itself is left out.</summary>
    public static async Task CaptureAsync(HttpClient client, string path, string answerPath)
    {
        using var response = await client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        var body = await response.Content.ReadAsByteArrayAsync();
        await File.WriteAllTextAsync(answerPath, JsonSerializer.Serialize(new WireAnswer(headers, body)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"An answer has {body.Length:N0} bytes and {headers.Count} headers"));
    }
}
