using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Suggestions.Observances;

/// <summary>The health days, weeks and months.</summary>
internal static class ObservancesFeature
{
    public static IHostApplicationBuilder AddObservances(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ObservancesOptions>().BindConfiguration(ObservancesOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ObservancesOptions>, ObservancesOptionsValidator>();
        builder.Services.AddSingleton(services => Load(services.GetRequiredService<IOptions<ObservancesOptions>>().Value, services.GetRequiredService<HomeFolder>()));
        builder.Services.AddSingleton<ObservanceCalendars>();
        return builder;
    }

    /// <exception cref="ObservanceFileException">A file can't be used as it is.</exception>
    internal static ObservanceCatalog Load(ObservancesOptions options, HomeFolder home)
    {
        var ours = ObservanceFile.Read(home.Resolve(options.File));
        var own = string.IsNullOrEmpty(options.OwnFile) ? [] : ObservanceFile.Read(home.Resolve(options.OwnFile));
        return new ObservanceCatalog(own
            .Concat(ours.Where(observance => !own.Any(other => other.Id == observance.Id)))
            .Where(observance => options.Countries.Count == 0 || observance.Country is not { } country || options.Countries.Contains(country)));
    }
}

/// <summary>Checks the settings when the service starts; each message names its key.</summary>
internal sealed class ObservancesOptionsValidator(HomeFolder home) : IValidateOptions<ObservancesOptions>
{
    public ValidateOptionsResult Validate(string? name, ObservancesOptions options)
    {
        if (options.Countries.Any(country => country is not { Length: 2 } || !country.All(char.IsAsciiLetterUpper)))
            return ValidateOptionsResult.Fail($"{ObservancesOptions.Section}:Countries has two capital letters for each, such as US.");
        try
        {
            ObservancesFeature.Load(options, home);
            return ValidateOptionsResult.Success;
        }
        catch (ObservanceFileException exception)
        {
            return ValidateOptionsResult.Fail($"{ObservancesOptions.Section}: {exception.Message}");
        }
    }
}
