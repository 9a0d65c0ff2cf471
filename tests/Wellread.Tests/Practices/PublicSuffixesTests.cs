using System.Net;
using System.Net.Http.Json;
using Wellread.Practices;
using Wellread.Tests.Support;

namespace Wellread.Tests.Practices;

/// <summary>A practice's own site is nobody else's.</summary>
public sealed class PublicSuffixesTests
{
    [Theory]
    [InlineData("co.uk", true)]
    [InlineData("com", true)]
    [InlineData("com.mx", true)]
    [InlineData("gob.mx", true)]
    [InlineData("k12.ca.us", true)]
    [InlineData("xn--55qx5d.cn", true)]
    [InlineData("wixsite.com", true)]
    [InlineData("github.io", true)]
    [InlineData("blogspot.com", true)]
    [InlineData("wordpress.com", true)]
    [InlineData("facebook.com", true)]
    [InlineData("greenlane.wordpress.com", false)]
    [InlineData("school.sch.uk", true)]
    [InlineData("sch.uk", true)]
    [InlineData("any.ck", true)]
    [InlineData("www.ck", false)]
    [InlineData("greenlane.co.uk", false)]
    [InlineData("greenlane.wixsite.com", false)]
    [InlineData("greenlane.com", false)]
    [InlineData("blog.greenlane.com", false)]
    [InlineData("city.kawasaki.jp", false)]
    public void Names_under_which_anybody_can_have_a_site_are_known(string host, bool isEverybodys) => Assert.Equal(isEverybodys, PublicSuffixes.Contains(host));

    [Fact]
    public async Task Such_a_name_is_refused_and_one_that_an_older_version_took_gets_no_tags()
    {
        await using var host = new WellreadHost();
        var client = host.CreateClient();
        foreach (var site in new[] { "co.uk", "https://WWW.co.uk/", "WixSite.com" })
        {
            using var refused = await client.PatchAsJsonAsync("/api/v1/practices/default", new { ownDomains = new[] { "greenlane.example", site } });
            var problem = await Api.ProblemAsync(refused, HttpStatusCode.BadRequest, "validation");
            Assert.StartsWith("Under one of these anybody can have a site", (string?)problem["errors"]!["ownDomains"]![0], StringComparison.Ordinal);
        }

        using var taken = await client.PatchAsJsonAsync("/api/v1/practices/default", new { ownDomains = new[] { "greenlane.wixsite.com", "greenlane.co.uk" } });
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("greenlane.co.uk", Assert.Single(new PracticeSettings { OwnDomains = ["co.uk", "greenlane.co.uk"] }.ToPractice("old", 1).OwnDomains));
    }
}
