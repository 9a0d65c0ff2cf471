using System.Net;
using Wellread.Tests.Support;

namespace Wellread.Tests.Platform;

/// <summary>A request that names another host is refused in the one form of errors, wherever it goes.</summary>
public sealed class WrongHostTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/v1/suggestions")]
    [InlineData("GET", "/api/v1/suggestions?limit=99")]
    [InlineData("POST", "/api/v1/posts/check")]
    [InlineData("GET", "/swagger/index.html")]
    [InlineData("GET", "/nowhere")]
    public async Task Another_name_is_refused_and_not_repeated(string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        request.Headers.Host = "patient-portal.example";
        using var response = await _host.CreateClient().SendAsync(request);
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "wrong-host");
        Assert.DoesNotContain("patient-portal", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("AllowedHosts", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]:5080")]
    public async Task Its_own_names_pass(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = name;
        using var response = await _host.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
