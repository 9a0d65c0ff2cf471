using Wellread.Practices;

namespace Wellread.Sharing.Outbox;

/// <summary>Hands approved suggestions out to other tools.</summary>
internal static class OutboxFeature
{
    public static IHostApplicationBuilder AddOutbox(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OutboxTokenStore>();
        builder.Services.AddSingleton(new GoesWithPractice(OutboxTokenStore.Kind));
        builder.Services.AddSingleton<OutboxTexts>();
        builder.Services.AddSingleton<OutboxAccess>();
        return builder;
    }
}
