using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>A receiver of webhooks on the fake web: it takes what comes, or answers as the test likes.</summary>
internal sealed class Receiver
{
    private readonly ConcurrentQueue<Received> _received = new();

    public Receiver(FakeWeb web, string url)
    {
        Url = url;
        web.Respond(url, AnswerAsync);
    }

    public string Url { get; }

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 204;

    /// <summary>What it answers to a message, where that differs.</summary>
    public Func<Received, int>? StatusOf { get; set; }

    public string? RetryAfter { get; set; }

    /// <summary>Called with each message before it is answered.</summary>
    public Func<Received, Task>? OnMessage { get; set; }

    /// <summary>Everything that came, the oldest first.</summary>
    public IReadOnlyList<Received> All => [.. _received];

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        var received = new Received(
            context.Request.Method, context.Request.ContentType, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(),
            body.ToArray());
        _received.Enqueue(received);
        if (OnMessage is { } onMessage) await onMessage(received);
        context.Response.StatusCode = StatusOf?.Invoke(received) ?? Status;
        if (RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
    }
}

/// <summary>A message as it arrived.</summary>
internal sealed record Received(string Method, string? ContentType, string Id, string Timestamp, string Signature, byte[] Bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Body => Strict.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Type => (string?)Json["type"];

    public JsonNode Data => Json["data"]!;

    public DateTimeOffset SentAt => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture));

    /// <summary>Whether one of the signatures is of this secret, worked out as the specification tells receivers to.</summary>
    public bool IsSignedBy(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. Bytes];
        var expected = HMACSHA256.HashData(key, signed);
        return Signature.Split(' ').Any(signature => signature == $"v1,{Convert.ToBase64String(expected)}");
    }
}
