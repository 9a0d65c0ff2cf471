using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Wellread.Feeds.Outbound;

/// <summary>
/// Undoes one content coding with a cap, and notices a body that was cut short: <see cref="GZipStream"/> and its kin end silently there.
/// </summary>
internal static class ContentCoding
{
    public const string Accepted = "gzip, deflate, br";

    /// <summary>Honest files have one member, logs that were joined a few; thousands of empty ones would only burn time.</summary>
    private const int MaxGzipMembers = 100;

    /// <summary>The deflated form of nothing, in bytes.</summary>
    private const int ShortestDeflate = 2;

    /// <summary>What became of a coded body.</summary>
    internal enum Outcome
    {
        Decoded,
        Broken,
        TooLarge,
        Unknown,
    }

    /// <param name="wire">The body as received.</param>
    /// <param name="coding">The <c>Content-Encoding</c> header, or null.</param>
    /// <param name="maxPlain">The most bytes that the result may have.</param>
    public static (Outcome Outcome, ReadOnlyMemory<byte> Plain) Decode(ReadOnlyMemory<byte> wire, string? coding, int maxPlain)
    {
        if (wire.IsEmpty) return (Outcome.Decoded, wire);
        // Some servers send their stored .gz file and forget to say so.
        var name = coding is null or "" or "identity" && IsGzip(wire.Span) ? "gzip" : coding?.Trim().ToLowerInvariant();
        if (name is null or "" or "identity") return wire.Length > maxPlain ? (Outcome.TooLarge, default) : (Outcome.Decoded, wire);
        using var plain = new CappedBuffer(maxPlain);
        try
        {
            var outcome = name switch
            {
                "gzip" or "x-gzip" => Gunzip(wire, plain),
                "deflate" => Inflate(IsZlib(wire.Span) ? wire[2..] : wire, plain, out _),
                "br" => Unbrotli(wire.Span, plain),
                _ => Outcome.Unknown,
            };
            return (outcome, outcome == Outcome.Decoded ? plain.ToArray() : default);
        }
        catch (InvalidDataException)
        {
            return (Outcome.Broken, default);
        }
    }

    private static bool IsGzip(ReadOnlySpan<byte> wire) => wire is [0x1f, 0x8b, 0x08, ..];

    private static bool IsZlib(ReadOnlySpan<byte> wire) => wire.Length > 2 && (wire[0] & 0x0f) == 8 && ((wire[0] << 8) | wire[1]) % 31 == 0;

    /// <summary>
    /// RFC 1952: one or more members, each a header, deflated data and a trailer (CRC, length) that proves it whole. What stands behind the last
    /// is ignored.
    /// </summary>
    private static Outcome Gunzip(ReadOnlyMemory<byte> wire, CappedBuffer plain)
    {
        var rest = wire;
        for (var member = 0; member < MaxGzipMembers; member++)
        {
            var start = plain.Length;
            var data = rest[GzipHeaderLength(rest.Span)..];
            var outcome = Inflate(data, plain, out var crc);
            if (outcome != Outcome.Decoded) return outcome;
            var trailer = FindTrailer(data.Span, crc, plain.Length - start);
            if (trailer < 0) return Outcome.Broken;
            rest = data[(trailer + 8)..];
            if (!IsGzip(rest.Span)) return Outcome.Decoded;
        }

        return Outcome.Broken;
    }

    private static int GzipHeaderLength(ReadOnlySpan<byte> wire)
    {
        if (!IsGzip(wire) || wire.Length < 20) throw new InvalidDataException();
        var flags = wire[3];
        var length = 10;
        if ((flags & 4) != 0) length += 2 + BinaryPrimitives.ReadUInt16LittleEndian(wire[length..]);
        if ((flags & 8) != 0) length += SkipText(wire, length);
        if ((flags & 16) != 0) length += SkipText(wire, length);
        if ((flags & 2) != 0) length += 2;
        return length + ShortestDeflate + 8 <= wire.Length ? length : throw new InvalidDataException();
    }

    private static int SkipText(ReadOnlySpan<byte> wire, int start)
    {
        var end = start <= wire.Length ? wire[start..].IndexOf((byte)0) : -1;
        return end < 0 ? throw new InvalidDataException() : end + 1;
    }

    /// <summary>The inflater reads ahead and does not say where it stopped, so a member's end is found by the trailer that its content must have.</summary>
    private static int FindTrailer(ReadOnlySpan<byte> data, uint crc, int length)
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[4..], length);
        var found = data[ShortestDeflate..].IndexOf(trailer);
        return found < 0 ? -1 : ShortestDeflate + found;
    }

    private static Outcome Inflate(ReadOnlyMemory<byte> data, CappedBuffer plain, out uint crc)
    {
        using var source = new WatchedStream(data);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        crc = 0;
        while (plain.Space() is { IsEmpty: false } space)
        {
            var read = inflater.Read(space.Span);
            if (read == 0) return source.AskedForMore ? Outcome.Broken : Outcome.Decoded;
            crc = Crc32.Continue(crc, space.Span[..read]);
            plain.Advance(read);
        }

        return Outcome.TooLarge;
    }

    private static Outcome Unbrotli(ReadOnlySpan<byte> wire, CappedBuffer plain)
    {
        using var decoder = new BrotliDecoder();
        while (plain.Space() is { IsEmpty: false } space)
        {
            var status = decoder.Decompress(wire, space.Span, out var consumed, out var written);
            wire = wire[consumed..];
            plain.Advance(written);
            // Brotli has no checksum: what ends before its bytes do was never Brotli.
            if (status == OperationStatus.Done) return plain.IsTooLarge ? Outcome.TooLarge : wire.IsEmpty ? Outcome.Decoded : Outcome.Broken;
            if (status != OperationStatus.DestinationTooSmall) return Outcome.Broken;
        }

        return Outcome.TooLarge;
    }

    /// <summary>Bytes as a stream that remembers whether its reader wanted more than there are: an inflater at the end of its data does not.</summary>
    private sealed class WatchedStream(ReadOnlyMemory<byte> bytes) : Stream
    {
        private int _position;

        public bool AskedForMore { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, bytes.Length - _position);
            AskedForMore |= count == 0;
            bytes.Span.Slice(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
