using System.IO.Compression;
using System.Text;
using Wellread.Feeds.Outbound;

namespace Wellread.Tests.Feeds;

public sealed class ContentCodingTests
{
    private const int Max = 1_000_000;
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 30_000)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("identity")]
    public void What_is_not_packed_stays_as_it_is(string? coding) => AssertDecodes(Plain, Plain, coding);

    [Fact]
    public void A_gzip_file_is_unpacked_though_its_server_does_not_say_so() => AssertDecodes(Plain, Gzip(Plain), null);

    [Fact]
    public void Gzip_in_several_members_is_read_whole() => AssertDecodes([.. Plain, .. Plain, .. Plain], [.. Gzip(Plain), .. Gzip(Plain), .. Gzip(Plain)], "gzip");

    [Fact]
    public void A_name_a_comment_and_extra_fields_in_a_gzip_header_are_skipped()
    {
        var body = Gzip(Plain).AsSpan(10);
        byte[] header = [0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2, 3, (byte)'n', 0, (byte)'c', (byte)'c', 0, 9, 9];
        AssertDecodes(Plain, [.. header, .. body], "gzip");
    }

    [Fact]
    public void What_stands_behind_gzip_is_ignored() => AssertDecodes(Plain, [.. Gzip(Plain), .. new byte[5000]], "gzip");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Gzip_that_was_cut_short_anywhere_is_broken(int missing)
    {
        Assert.Equal(ContentCoding.Outcome.Broken, ContentCoding.Decode(Gzip(Plain).AsMemory()[..^missing], "gzip", Max).Outcome);
        Assert.Equal(ContentCoding.Outcome.Broken, ContentCoding.Decode(new byte[] { 0x1f, 0x8b, 8 }, "gzip", Max).Outcome);
    }

    [Fact]
    public void A_changed_byte_in_gzip_is_noticed()
    {
        var wire = Gzip(Plain);
        wire[wire.Length / 2] ^= 1;
        Assert.Equal(ContentCoding.Outcome.Broken, ContentCoding.Decode(wire, "gzip", Max).Outcome);
    }

    [Fact]
    public void Deflate_is_read_with_and_without_its_wrapping()
    {
        AssertDecodes(Plain, Pack(stream => new ZLibStream(stream, CompressionLevel.Optimal)), "deflate");
        AssertDecodes(Plain, Pack(stream => new DeflateStream(stream, CompressionLevel.Optimal)), "deflate");
    }

    [Fact]
    public void The_cap_is_exact()
    {
        foreach (var (coding, wire) in new[] { ("gzip", Gzip(Plain)), ("deflate", Pack(stream => new DeflateStream(stream, CompressionLevel.Optimal))), ("br", Pack(stream => new BrotliStream(stream, CompressionLevel.Optimal))), ("identity", Plain) })
        {
            Assert.Equal(ContentCoding.Outcome.Decoded, ContentCoding.Decode(wire, coding, Plain.Length).Outcome);
            Assert.Equal(ContentCoding.Outcome.TooLarge, ContentCoding.Decode(wire, coding, Plain.Length - 1).Outcome);
        }
    }

    [Fact]
    public void A_flood_of_empty_members_is_cut_off()
    {
        byte[] empty = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        AssertDecodes([], empty, "gzip");
        byte[] flood = [.. Enumerable.Repeat(empty, 10_000).SelectMany(member => member)];
        Assert.Equal(ContentCoding.Outcome.Broken, ContentCoding.Decode(flood, "gzip", Max).Outcome);
    }

    private static void AssertDecodes(byte[] expected, byte[] wire, string? coding)
    {
        var (outcome, plain) = ContentCoding.Decode(wire, coding, Max);
        Assert.Equal(ContentCoding.Outcome.Decoded, outcome);
        Assert.True(plain.Span.SequenceEqual(expected));
    }

    private static byte[] Gzip(byte[] plain) => Pack(stream => new GZipStream(stream, CompressionLevel.Optimal), plain);

    private static byte[] Pack(Func<Stream, Stream> packer, byte[]? plain = null)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(plain ?? Plain);
        return packed.ToArray();
    }
}
