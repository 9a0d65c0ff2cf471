using Microsoft.Extensions.Options;
using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>Whom suggestions are for.</summary>
internal static class PracticesFeature
{
    public static IHostApplicationBuilder AddPractices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PracticeOptions>()
            .BindConfiguration(PracticeOptions.Section)
            .Validate(
                options => options.Languages.All(ArticleLanguage.IsKnown),
                $"{PracticeOptions.Section}:Languages may name these: {string.Join(", ", ArticleLanguage.Known)}.")
            .Validate(
                options => options.Topics.All(slug => TopicCatalog.Find(slug) is not null),
                $"{PracticeOptions.Section}:Topics names a topic that does not exist. GET /api/v1/topics lists them.")
            .Validate(
                options => options.Specialty is null || SpecialtyCatalog.Find(options.Specialty) is not null,
                $"{PracticeOptions.Section}:Specialty may be one of these: {SpecialtyCatalog.Slugs}.")
            .Validate(
                options => options.TimeZone is null || IanaTimeZones.Find(options.TimeZone) is not null,
                $"{PracticeOptions.Section}:TimeZone is a name of the IANA database, such as America/Chicago.")
            .ValidateOnStart();
        builder.Services.AddSingleton(services =>
            new CurrentPractices(services.GetRequiredService<IOptions<PracticeOptions>>().Value.ToSettings().ToPractice(Practice.DefaultId, version: 0)));
        builder.Services.AddSingleton<PracticeStore>();
        builder.Services.AddSingleton<PracticeEditing>();
        builder.Services.AddSingleton<SettingsLog>();
        return builder;
    }
}
