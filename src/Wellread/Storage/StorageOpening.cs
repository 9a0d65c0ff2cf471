namespace Wellread.Storage;

/// <summary>Opens the store before anything else starts, so that the host starts with a store it can use or not at all.</summary>
internal sealed partial class StorageOpening(IStorage storage, ILogger<StorageOpening> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await storage.OpenAsync(cancellationToken);
        var status = await storage.CheckAsync(cancellationToken);
        if (status is { Available: true, Durable: true }) Log.Opened(logger, status.Detail);
        else Log.OpenedInTrouble(logger, status.Detail);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Opened the store: {Detail}")]
        public static partial void Opened(ILogger logger, string detail);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Opened the store, but: {Detail}")]
        public static partial void OpenedInTrouble(ILogger logger, string detail);
    }
}
