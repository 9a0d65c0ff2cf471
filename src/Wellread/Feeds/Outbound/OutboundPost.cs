namespace Wellread.Feeds.Outbound;

/// <summary>What is sent to an address that somebody gave.</summary>
/// <param name="Body">The body, as it was signed.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Headers">Headers beside those that every request has.</param>
/// <param name="Timeout">How long all of it may take, up to the head of the answer.</param>
internal sealed record OutboundPost(ReadOnlyMemory<byte> Body, string ContentType, IReadOnlyList<(string Name, string Value)> Headers, TimeSpan Timeout);
