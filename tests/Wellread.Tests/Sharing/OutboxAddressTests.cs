using System.Net;
using System.Xml.Linq;
using Wellread.Platform;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>The addresses with a token in them must lead there without telling it on the way.</summary>
public sealed class OutboxAddressTests
{
    [Fact]
    public async Task Behind_a_proxy_the_addresses_are_those_from_outside()
    {
        await using var host = new WellreadHost().With("Service:Address", "https://wellread.example/desk/");
        var client = host.CreateClient();
        var made = await client.PostJsonAsync("/api/v1/practices/default/outbox-token", null, HttpStatusCode.OK);
        foreach (var format in new[] { "rss", "atom", "json", "calendar" })
            Assert.StartsWith("https://wellread.example/desk/api/v1/outbox/default", (string)made[format]!, StringComparison.Ordinal);
        var rss = XDocument.Parse(await client.GetStringAsync($"/api/v1/outbox/default.rss?token={(string)made["token"]!}")).Root!.Element("channel")!;
        Assert.Equal("https://wellread.example/desk/", (string?)rss.Element("link"));
        Assert.Equal("https://wellread.example/desk/api/v1/outbox/default.rss", (string?)rss.Element((XNamespace)"http://www.w3.org/2005/Atom" + "link")!.Attribute("href"));
    }

    [Theory]
    [InlineData("wellread.example")]
    [InlineData("ftp://wellread.example")]
    [InlineData("https://wellread.example/?a=b")]
    public void An_address_that_is_none_stops_the_start(string address)
    {
        var verdict = new ServiceOptionsValidator().Validate(name: null, new ServiceOptions { Address = address });
        Assert.Contains("Service:Address", verdict.FailureMessage, StringComparison.Ordinal);
    }
}
