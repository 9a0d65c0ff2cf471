namespace Wellread.Sharing.Outbox;

/// <summary>Hands approved suggestions out to other tools.</summary>
internal static class OutboxFeature
{
    public static IHostApplicationBuilder AddOutbox(this IHostApplicationBuilder builder)
    {
        // Many readers can send a token only in the address, which this logger writes down: not even a talkative configuration for all of ASP.NET Core may have it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSingleton<OutboxTokenStore>();
        builder.Services.AddSingleton<OutboxAccess>();
        return builder;
    }
}
