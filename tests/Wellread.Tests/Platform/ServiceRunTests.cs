using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Refresh;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Platform;

public class ServiceRunTests
{
    [Fact]
    public void A_setting_out_of_bounds_is_told_in_its_own_sentence()
    {
        var failures = new DataAnnotationValidateOptions<RefreshOptions>(null).Validate(null, new RefreshOptions { Concurrency = 0 }).Failures!;

        var told = ServiceRun.Explain(new OptionsValidationException("", typeof(RefreshOptions), failures));

        Assert.Equal("Refresh:Concurrency is a number from 1 to 128.", told);
    }

    [Fact]
    public void A_store_that_can_t_be_used_is_told_as_it_says() =>
        Assert.Equal("Mend it.", ServiceRun.Explain(new StorageRefusedException("Mend it.")));

    [Fact]
    public void An_address_in_use_is_told_with_the_way_out() =>
        Assert.Contains("--urls", ServiceRun.Explain(new IOException("Failed to bind.", new AddressInUseException("in use"))), StringComparison.Ordinal);

    [Fact]
    public void A_bug_is_left_to_the_runtime() => Assert.Null(ServiceRun.Explain(new InvalidOperationException("A bug.")));

    [Fact]
    public async Task A_background_service_that_fails_ends_the_service_with_1()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.LeaveFailuresOfTheStartToUs();
        builder.Services.AddHostedService<Failing>();
        Assert.Equal(1, await builder.Build().RunServiceAsync());
    }

    private sealed class Failing(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task;
            throw new InvalidOperationException("A bug.");
        }
    }

    [Fact]
    public async Task A_start_that_can_t_be_ends_with_one_line_and_1()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Path("typo.opml"), "<opml version=\"2.0\"><body>\n<outline text=\"x\" xmlUrl=\"htps://x.example.org/\"/>\n</body></opml>");
        var program = typeof(ServiceRun).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "--Feeds:Packs", folder.Root, "--Storage:Connection", $"sqlite:{folder.Path("wellread.db")}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.StartsWith("Wellread did not start. Feeds:Packs: typo.opml, line 2: ", told);
        Assert.Single(told.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", await output);
        Assert.Equal(1, process.ExitCode);
    }
}
