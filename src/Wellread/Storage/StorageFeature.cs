using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Storage;

internal static class StorageFeature
{
    /// <summary>
    /// One <see cref="IStorage"/>, opened before any other hosted service starts, and the health check <c>storage</c> (tag <c>ready</c>).
    /// </summary>
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        builder.Services.AddSingleton(Create);
        builder.Services.AddHostedService<StorageOpening>();
        builder.Services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage", tags: [HealthEndpoints.ReadyTag]);
    }

    private static IStorage Create(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var environment = services.GetRequiredService<IHostEnvironment>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        if (!StorageConnection.TryParse(options.Connection, out var connection, out var problem))
            throw new StorageRefusedException($"{StorageOptions.Section}:{nameof(StorageOptions.Connection)} {problem}.");
        return connection switch
        {
            StorageConnection.Sqlite sqlite => new SqliteStorage(services.GetRequiredService<HomeFolder>().Resolve(sqlite.Path), time, options.Timeout),
            StorageConnection.Redis redis => new RedisStorage(
                redis,
                new RedisDurabilityRule(options.RequireDurable ?? !environment.IsDevelopment(), options.AssumeDurable),
                services.GetRequiredService<ILogger<RedisStorage>>(),
                time,
                patience: options.Timeout),
            _ => throw new InvalidOperationException("A connection of this kind has no engine."),
        };
    }
}
