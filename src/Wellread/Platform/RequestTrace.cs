using System.Diagnostics;

namespace Wellread.Platform;

/// <summary>
/// Gives a request that is worked on its trace, the caller's where it names one (W3C Trace Context). The host would do so for each request, and for one that is answered
/// ready-made that costs a twentieth of all; so the host's own is switched off by the level of its log, and whoever listens for traces gets them from the host as ever.
/// </summary>
internal static class RequestTrace
{
    private const string Name = "request";

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
