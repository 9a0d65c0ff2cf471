using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Wellread.Platform;

/// <summary>Tells whoever started the program where things are, once it answers.</summary>
internal sealed partial class StartBanner(IServer server, IHostApplicationLifetime lifetime, ILogger<StartBanner> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Log.Started(logger, address, $"{address}/swagger", $"{address}/health/ready");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Wellread answers at {Address}. Swagger UI: {Swagger}. How it is doing: {Health}")]
        public static partial void Started(ILogger logger, string address, string swagger, string health);
    }
}
