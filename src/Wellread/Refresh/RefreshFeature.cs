using Wellread.Refresh.PageChecks;

namespace Wellread.Refresh;

/// <summary>Keeps articles coming: the timer, the lease, the jobs, and the samples until the first article.</summary>
internal static class RefreshFeature
{
    public static IHostApplicationBuilder AddRefresh(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RefreshOptions>().BindConfiguration(RefreshOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<NewArticles>();
        builder.Services.AddSingleton<FeedRefresher>();
        builder.Services.AddSingleton<ArticleSweep>();
        builder.Services.AddSingleton<NoticeSpread>();
        builder.Services.AddSingleton<RefreshJobStore>();
        builder.Services.AddSingleton<RefreshRunner>();
        builder.Services.AddSingleton<RescoringStore>();
        builder.Services.AddSingleton<Rescorer>();
        builder.Services.AddOptions<PageChecksOptions>().BindConfiguration(PageChecksOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SitePace>();
        builder.Services.AddSingleton<DuePages>();
        builder.Services.AddSingleton<PageProbe>();
        builder.Services.AddSingleton<PictureProbe>();
        builder.Services.AddSingleton<PageLooks>();
        builder.Services.AddSingleton<PageLedger>();
        builder.Services.AddSingleton<LinkPreviews>();
        builder.Services.AddSingleton<RetractionProbe>();
        builder.Services.AddSingleton<PageChecker>();
        builder.Services.AddHostedService<SampleArticles>();
        builder.Services.AddHostedService<RefreshService>();
        builder.Services.AddHostedService<RescoringService>();
        builder.Services.AddHostedService<PageChecksService>();
        return builder;
    }
}
