using Microsoft.Extensions.Options;

namespace Wellread.Sharing.Webhooks;

/// <summary>Tells other programs what happens, by the Standard Webhooks scheme.</summary>
internal static class WebhooksFeature
{
    public static IHostApplicationBuilder AddWebhooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhooksOptions>().BindConfiguration(WebhooksOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<WebhooksOptions>, WebhooksOptionsValidator>();
        builder.Services.AddSingleton<WebhookAddresses>();
        builder.Services.AddSingleton<WebhookStore>();
        builder.Services.AddSingleton<DeliveryStore>();
        builder.Services.AddSingleton<EventGuard>();
        builder.Services.AddSingleton<ApprovalCheck>();
        builder.Services.AddSingleton<PlannedDeliveries>();
        builder.Services.AddSingleton<FateFinder>();
        builder.Services.AddSingleton<FeedTroubles>();
        builder.Services.AddSingleton<EventPump>();
        builder.Services.AddSingleton<WebhookSending>();
        builder.Services.AddSingleton<DeliveryLane>();
        builder.Services.AddSingleton<DeliveryLanes>();
        builder.Services.AddSingleton<WebhookEditing>();
        builder.Services.AddSingleton<WebhookTrials>();
        builder.Services.AddHostedService<WebhooksService>();
        return builder;
    }
}
