using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Wellread.Feeds.Outbound;
using Wellread.Platform;

namespace Wellread.Feeds;

/// <summary>Where articles come from: the catalog of feeds, what is remembered of them, and the one door to the outside.</summary>
internal static class FeedsFeature
{
    public static IHostApplicationBuilder AddFeeds(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<FeedsOptions>().BindConfiguration(FeedsOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FeedsOptions>, FeedsOptionsValidator>();
        builder.Services.AddSingleton(services => new CurrentCatalog(FeedCatalog.Load(
            services.GetRequiredService<HomeFolder>().Resolve(services.GetRequiredService<IOptions<FeedsOptions>>().Value.Packs))));
        builder.Services.AddSingleton<FeedSettings>();
        builder.Services.AddSingleton(services => new AddressPolicy(
            PrivateEndpoints.From(services.GetRequiredService<IOptions<FeedsOptions>>().Value.AllowedPrivateEndpoints)));
        builder.Services.TryAddSingleton(OutboundNetwork.Real);
        builder.Services.AddSingleton<OutboundHttp>();
        builder.Services.AddSingleton<FeedFetcher>();
        builder.Services.AddSingleton<FeedDiscovery>();
        builder.Services.AddSingleton<FeedStore>();
        builder.Services.AddSingleton<FeedAdder>();
        builder.Services.AddSingleton<OpmlImporter>();
        builder.Services.AddHealthChecks().AddCheck<FeedsHealthCheck>("feeds", tags: [HealthEndpoints.ReadyTag]);
        return builder;
    }
}
