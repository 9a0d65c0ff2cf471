using System.Buffers.Binary;

namespace Wellread.Refresh.PageChecks;

/// <summary>The size of a picture in pixels, read from its beginning. Pure; whatever the bytes are, it reads each at most once.</summary>
/// <remarks>PNG: W3C PNG 11.2.1 (IHDR). GIF: GIF89a 18. JPEG: ITU-T T.81 B.2.2 (frame header). WebP: RFC 9649.</remarks>
internal readonly record struct PictureSize(int Width, int Height)
{
    private const byte Marker = 0xFF;

    /// <summary>Null where it is none of these, or its beginning does not say.</summary>
    public static PictureSize? Read(ReadOnlySpan<byte> bytes)
    {
        var size = bytes switch
        {
            _ when IsPng(bytes) => Png(bytes),
            _ when bytes.StartsWith("GIF8"u8) => Gif(bytes),
            [Marker, 0xD8, ..] => Jpeg(bytes),
            _ when bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) => WebP(bytes),
            _ => null,
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    private static PictureSize? Png(ReadOnlySpan<byte> bytes) => bytes.Length >= 24
        ? new(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : null;

    private static PictureSize? Gif(ReadOnlySpan<byte> bytes) => bytes.Length >= 10
        ? new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
        : null;

    private static PictureSize? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 <= bytes.Length;)
        {
            if (bytes[at] != Marker) return null;
            var kind = bytes[at + 1];
            // Filling, and markers that stand alone.
            if (kind == Marker) at++;
            else if (kind is 0x01 or (>= 0xD0 and <= 0xD8)) at += 2;
            else if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            else at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
        }

        return null;
    }

    private static PictureSize? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30) return null;
        var kind = bytes[12..16];
        if (kind.SequenceEqual("VP8X"u8)) return new(1 + Int24(bytes[24..]), 1 + Int24(bytes[27..]));
        if (kind.SequenceEqual("VP8 "u8))
            return new(BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (!kind.SequenceEqual("VP8L"u8)) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return new(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
