using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Suggestions.Observances;

/// <summary>The health days, weeks and months.</summary>
internal static class ObservancesFeature
{
    public static IHostApplicationBuilder AddObservances(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ObservancesOptions>().BindConfiguration(ObservancesOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<ObservancesOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<ObservancesOptions>>(services => services.GetRequiredService<ObservancesOptionsValidator>());
        builder.Services.AddSingleton(services => services.GetRequiredService<ObservancesOptionsValidator>().Read(services.GetRequiredService<IOptions<ObservancesOptions>>().Value));
        builder.Services.AddSingleton<ObservanceCalendars>();
        return builder;
    }

    /// <exception cref="ObservanceFileException">A file can't be used as it is.</exception>
    internal static ObservanceCatalog Load(ObservancesOptions options, HomeFolder home)
    {
        var ours = ObservanceFile.Read(home.Resolve(options.File), triesRules: false);
        var own = string.IsNullOrEmpty(options.OwnFile) ? [] : ObservanceFile.Read(home.Resolve(options.OwnFile));
        return new ObservanceCatalog(own
            .Concat(ours.Where(observance => !own.Any(other => other.Id == observance.Id)))
            .Where(observance => options.Countries.Count == 0 || observance.Country is not { } country || options.Countries.Contains(country)));
    }
}

/// <summary>Checks the settings when the service starts; each message names its key. What was read to check it is kept, so that nothing is read twice.</summary>
internal sealed class ObservancesOptionsValidator(HomeFolder home) : IValidateOptions<ObservancesOptions>
{
    private (ObservancesOptions Options, ObservanceCatalog Catalog)? _read;

    public ObservanceCatalog Read(ObservancesOptions options) => _read is { } read && read.Options == options ? read.Catalog : ObservancesFeature.Load(options, home);

    public ValidateOptionsResult Validate(string? name, ObservancesOptions options)
    {
        if (options.Countries.Any(country => country is not { Length: 2 } || !country.All(char.IsAsciiLetterUpper)))
            return ValidateOptionsResult.Fail($"{ObservancesOptions.Section}:Countries has two capital letters for each, such as US.");
        try
        {
            _read = (options, ObservancesFeature.Load(options, home));
            return ValidateOptionsResult.Success;
        }
        catch (ObservanceFileException exception)
        {
            return ValidateOptionsResult.Fail($"{ObservancesOptions.Section}: {exception.Message}");
        }
    }
}
