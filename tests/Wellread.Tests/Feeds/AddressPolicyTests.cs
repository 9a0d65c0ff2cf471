using System.Net;
using System.Text.Json;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class AddressPolicyTests
{
    private static readonly AddressPolicy Policy = new(PrivateEndpoints.None);

    [Theory]
    [InlineData("https://news.example.org/feed")]
    [InlineData("HTTP://News.Example.ORG:8080/feed?u=http://127.0.0.1/")]
    [InlineData("https://news.example.org./feed")]
    [InlineData("https://münchen-ärzte.de/rss")]
    [InlineData("https://9.9.9.9/feed")]
    [InlineData("http://[2a00:1450::8]:8443/feed")]
    [InlineData("http://[::ffff:9.9.9.9]/feed")]
    [InlineData("http://151587081/feed")]
    [InlineData("https://10.0.0.1.org/feed")]
    public void A_public_address_is_allowed(string url) => Assert.IsType<AddressVerdict.Allowed>(Policy.Judge(url));

    [Theory]
    [InlineData("")]
    [InlineData("ftp://news.example.org/feed")]
    [InlineData("https:/news.example.org/feed")]
    [InlineData("https://me:pass@news.example.org/feed")]
    [InlineData("https://news.example.org:22/feed")]
    [InlineData("https://news.example.org:0443x/feed")]
    [InlineData("https://news.example.org\\feed")]
    [InlineData("https://news.example.org/feed\r\nHost: x")]
    [InlineData("https://intranet/feed")]
    [InlineData("https://news.hospital.internal/feed")]
    [InlineData("https://localhost:8080/feed")]
    [InlineData("https://news..org/feed")]
    [InlineData("https://10.1.2.3/feed")]
    [InlineData("https://9.9.9.9./feed")]
    [InlineData("https://011.9.9.9/feed")]
    [InlineData("https://0x9.9.9.9/feed")]
    [InlineData("https://9.9.2313/feed")]
    [InlineData("https://９.９.９.９/feed")]
    [InlineData("https://[fe80::1%25eth0]/feed")]
    [InlineData("https://[::1]/feed")]
    [InlineData("https://[64:ff9b::909:909]/feed")]
    public void Anything_else_is_refused(string url) => Assert.IsType<AddressVerdict.Refused>(Policy.Judge(url));

    [Theory]
    [InlineData("http://newsroom.hospital.internal:9000/feed", true)]
    [InlineData("http://Newsroom.Hospital.Internal:9000/feed", true)]
    [InlineData("http://newsroom.hospital.internal:9001/feed", false)]
    [InlineData("http://other.hospital.internal:9000/feed", false)]
    [InlineData("http://10.20.30.40/feed", true)]
    [InlineData("http://10.20.30.41/feed", false)]
    [InlineData("http://[fd00::5]:8080/feed", true)]
    public void An_operator_can_let_exact_private_endpoints_through(string url, bool allowed)
    {
        var policy = new AddressPolicy(PrivateEndpoints.From(["newsroom.hospital.internal:9000", "10.20.30.40:80", "[fd00::5]:8080"]));
        Assert.Equal(allowed, policy.Judge(url) is AddressVerdict.Allowed { IsPrivateEndpoint: true });
    }

    [Fact]
    public void A_public_page_can_not_send_us_to_an_allowed_private_endpoint()
    {
        var policy = new AddressPolicy(PrivateEndpoints.From(["10.20.30.40:80"]));
        Assert.IsType<AddressVerdict.Refused>(policy.JudgeRedirect(new Uri("https://news.example.org/"), "http://10.20.30.40/feed"));
        Assert.IsType<AddressVerdict.Allowed>(policy.JudgeRedirect(new Uri("http://10.20.30.40/old"), "/feed"));
    }

    [Theory]
    [InlineData("/feed", "https://news.example.org/feed")]
    [InlineData("feed", "https://news.example.org/a/feed")]
    [InlineData("?x=1", "https://news.example.org/a/b?x=1")]
    [InlineData("//other.example.org/feed#part", "https://other.example.org/feed")]
    [InlineData("https://other.example.org/feed", "https://other.example.org/feed")]
    public void A_redirect_is_read_as_a_browser_reads_it(string location, string expected)
    {
        var verdict = Policy.JudgeRedirect(new Uri("https://news.example.org/a/b"), location);
        Assert.Equal(expected, Assert.IsType<AddressVerdict.Allowed>(verdict).Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("//127.0.0.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http:127.0.0.1")]
    public void A_redirect_to_anything_else_is_refused(string location) =>
        Assert.IsType<AddressVerdict.Refused>(Policy.JudgeRedirect(new Uri("https://news.example.org/a/b"), location));

    [Theory]
    [InlineData("9.9.9.9", true)]
    [InlineData("::ffff:9.9.9.9", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("2002:909:909::1", false)]
    [InlineData("2001:0:909:909::1", false)]
    [InlineData("2a00:1450::5efe:909:909", false)]
    [InlineData("::9.9.9.9", false)]
    [InlineData("ff02::1", false)]
    [InlineData("fe80::1%3", false)]
    [InlineData("2a00:1450::8", true)]
    public void Only_public_addresses_are_dialled(string address, bool expected) => Assert.Equal(expected, AddressRanges.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://nonexistent.invalid/", "No site has such a name: it ends with a word that is kept for trials.")]
    [InlineData("https://clinic.example/", "No site has such a name: it ends with a word that is kept for trials.")]
    [InlineData("https://printer.local/", "The address leads into a private network.")]
    [InlineData("https://intranet/", "The address leads into a private network.")]
    [InlineData("ftp://news.example.org/feed", "The address must start with https:// or http://.")]
    public void A_refusal_says_what_is_wrong_with_the_address(string url, string reason) =>
        Assert.Equal(reason, Assert.IsType<AddressVerdict.Refused>(Policy.Judge(url)).Reason);

    [Fact]
    public void A_refusal_never_repeats_the_address()
    {
        var refused = Assert.IsType<AddressVerdict.Refused>(Policy.Judge("http://10.66.77.88/secret-path"));
        Assert.DoesNotContain("10.66", refused.Reason);
        Assert.DoesNotContain("secret", refused.Reason);
    }

    [SkippableFact]
    public void Every_known_trick_is_refused_and_every_honest_address_allowed()
    {
        var wrong = Rows()
            .Where(row => row.Dns is null && row.RedirectTo is null)
            .Where(row => Policy.Judge(row.Url) is AddressVerdict.Allowed != row.MustAllow)
            .Select(row => $"{row.Kind} {row.Url}")
            .ToArray();
        Assert.Empty(wrong);
    }

    internal static IEnumerable<SsrfRow> Rows() => File.ReadLines(SharedData.Path("hostile/ssrf_urls.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(row => new SsrfRow(
            row.GetProperty("url").GetString()!,
            row.GetProperty("must").GetString() == "allow",
            row.GetProperty("kind").GetString()!,
            row.TryGetProperty("redirect_to", out var to) ? to.GetString() : null,
            row.TryGetProperty("dns", out var dns) ? dns.Deserialize<string[][]>() : null));

    internal sealed record SsrfRow(string Url, bool MustAllow, string Kind, string? RedirectTo, string[][]? Dns);
}
