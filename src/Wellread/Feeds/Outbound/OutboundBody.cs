namespace Wellread.Feeds.Outbound;

/// <summary>Reads the body of an answer, never more of it than is wanted.</summary>
internal static class OutboundBody
{
    /// <summary>Enough for the head of any page that means well, and for what stands behind it.</summary>
    public const int LookBytes = 512 * 1024;

    /// <summary>All of it; null where it is larger than <paramref name="max"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int max, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new CappedBuffer(max);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.Space(), cancellationToken);
            if (read == 0) return buffer.ToArray();
            buffer.Advance(read);
            if (buffer.IsTooLarge) return null;
        }
    }

    /// <summary>At most its first <see cref="LookBytes"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new CappedBuffer(LookBytes);
        while (!buffer.IsTooLarge)
        {
            var read = await stream.ReadAsync(buffer.Space(), cancellationToken);
            if (read == 0) break;
            buffer.Advance(read);
        }

        var beginning = buffer.ToArray();
        return beginning.AsMemory(0, Math.Min(beginning.Length, LookBytes));
    }
}
