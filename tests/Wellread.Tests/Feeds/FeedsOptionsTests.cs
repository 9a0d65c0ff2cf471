using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class FeedsOptionsTests
{
    private static readonly HomeFolder Home = new(Repository.Root);

    [Fact]
    public void The_defaults_are_right() => Assert.Null(Mistake(new FeedsOptions()));

    [Theory]
    [InlineData("newsroom.hospital.internal")]
    [InlineData("http://newsroom.hospital.internal:80")]
    [InlineData("newsroom.hospital.internal:0")]
    [InlineData("newsroom.hospital.internal:99999")]
    [InlineData("10.0.0.0/8:80")]
    [InlineData("010.0.0.1:80")]
    [InlineData("*:80")]
    [InlineData("169.254.169.254:80")]
    [InlineData("[::1:80")]
    [InlineData("")]
    public void A_private_endpoint_that_is_not_one_host_and_port_stops_the_start(string entry) =>
        Assert.Contains("Feeds:AllowedPrivateEndpoints", Mistake(new FeedsOptions { AllowedPrivateEndpoints = { "127.0.0.1:8000", "[fd00::1]:80", entry } }));

    [Fact]
    public void Each_setting_that_is_wrong_is_named()
    {
        var mistake = Mistake(new FeedsOptions
        {
            Packs = "no-such-folder",
            UserAgent = "x\r\ny",
            ConnectTimeout = TimeSpan.Zero,
            HeadersTimeout = TimeSpan.FromHours(1),
            TotalTimeout = TimeSpan.FromSeconds(-1),
            MaxWireBytes = 0,
            MaxPlainBytes = int.MaxValue,
        });
        foreach (var property in typeof(FeedsOptions).GetProperties().Where(property => property.Name != nameof(FeedsOptions.AllowedPrivateEndpoints)))
            Assert.Contains($"Feeds:{property.Name}", mistake);
    }

    private static string? Mistake(FeedsOptions options) => new FeedsOptionsValidator(Home).Validate(null, options).FailureMessage;
}
