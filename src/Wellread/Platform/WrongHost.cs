using Microsoft.AspNetCore.HostFiltering;

namespace Wellread.Platform;

/// <summary>
/// Puts our form of error in the place of the page that the framework answers with where a request names a host that is not in <c>AllowedHosts</c>. It stands before the
/// framework's own check, which comes before all else that the service has.
/// </summary>
internal sealed class WrongHost : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(rest => context => Answer(rest, context));
        next(app);
    };

    /// <summary>The check answers at once and without a body. Everything else that is refused has a body.</summary>
    private static Task Answer(RequestDelegate rest, HttpContext context)
    {
        var answered = rest(context);
        if (!answered.IsCompletedSuccessfully || context.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false }) return answered;
        return Problems.WrongHost.Because("Call it by its own name. Who runs it can add names: the setting AllowedHosts has those that it answers to.").ExecuteAsync(context);
    }
}

internal static class WrongHostFeature
{
    public static IServiceCollection AddWrongHost(this IServiceCollection services)
    {
        services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, WrongHost>());
        return services;
    }
}
