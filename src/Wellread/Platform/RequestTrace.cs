using System.Diagnostics;

namespace Wellread.Platform;

/// <summary>
/// Gives a request that is worked on its trace, the caller's where it names one (W3C Trace Context). The host would do so for each request as long as it may log anything
/// of it, which costs one that is answered ready-made a twentieth of all. Whoever listens for traces gets them from the host as ever.
/// </summary>
internal static class RequestTrace
{
    private const string HostCategory = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string Name = "request";

    /// <summary>Nor may the host write addresses down, however talkative the configuration is: many readers of the outbox can send their token only there.</summary>
    public static void LeaveRequestsToUs(this ILoggingBuilder logging) => logging.Services.PostConfigure<LoggerFilterOptions>(options =>
    {
        // A rule for one log, such as the console's, goes before any rule for all of them: so each log that has rules gets this one too.
        foreach (var log in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList())
            options.Rules.Add(new LoggerFilterRule(log, HostCategory, LogLevel.None, filter: null));
    });

    public static IApplicationBuilder UseRequestTrace(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Activity.Current is not null)
        {
            await next(context);
            return;
        }

        using var activity = new Activity(Name);
        if (context.Request.Headers.TraceParent is [{ } parent]) activity.SetParentId(parent);
        activity.Start();
        await next(context);
    });
}
