using Wellread.Refresh.PageChecks;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>Sizes of pictures by their first bytes, written by hand after the formats' own documents.</summary>
public sealed class PictureSizeTests
{
    public static TheoryData<string, string> Pictures => new()
    {
        { "png", "89504E470D0A1A0A0000000D49484452000004B000000276" },
        { "gif", "474946383961B0047602F7" },
        { "jpeg", "FFD8FFE000104A46494600010100000100010000FFFFC00011080276" + "04B003012200" },
        { "jpeg behind other markers", "FFD8FFE1000411223300FFDB"[..16] + "FFDB000400" + "00FFC200110802" + "7604B00301" },
        { "webp lossy", "52494646000000005745425056503820000000003000009D012AB0047602" },
        { "webp lossless", "5249464600000000574542505650384C000000002FAF449D000000000000" },
        { "webp extended", "524946460000000057454250565038580A00000000000000AF0400750200" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_says_how_large_it_is(string kind, string bytes)
    {
        var picture = Convert.FromHexString(bytes);
        Assert.True(PictureSize.Read(picture) == new PictureSize(1200, 630), $"{kind}: {PictureSize.Read(picture)}");
        for (var cut = 0; cut < picture.Length; cut++) Assert.True(PictureSize.Read(picture.AsSpan(0, cut)) is null or { Width: 1200, Height: 630 });
    }

    [Theory]
    [InlineData("")]
    [InlineData("FFD8")]
    [InlineData("FFD8FFE00000FFE00000FFE00000FFE00000")]
    [InlineData("89504E470D0A1A0A0000000D494844520000000000000000")]
    [InlineData("3C73766720786D6C6E733D22687474703A2F2F7777772E")]
    public void What_says_nothing_has_no_size(string bytes) => Assert.Null(PictureSize.Read(Convert.FromHexString(bytes)));
}
