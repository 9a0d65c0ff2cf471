using Microsoft.Extensions.Options;
using Wellread.Feeds.Outbound;
using Wellread.Platform;

namespace Wellread.Feeds;

/// <summary>Checks the settings when the service starts; each message names its key.</summary>
internal sealed class FeedsOptionsValidator(HomeFolder home) : IValidateOptions<FeedsOptions>
{
    private const int SmallestSize = 64 * 1024;
    private const int LargestSize = 64 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, FeedsOptions options)
    {
        var mistakes = new[]
        {
            Packs(options),
            PrivateEndpoints.FindMistake(options.AllowedPrivateEndpoints) is { } entry
                ? $"{FeedsOptions.Section}:AllowedPrivateEndpoints has '{entry}'. Each is a private host:port, such as newsroom.hospital.internal:8080."
                : null,
            options.UserAgent is null || UserAgent.IsValid(options.UserAgent)
                ? null : $"{FeedsOptions.Section}:UserAgent is 3 to 300 plain characters.",
            Time(nameof(options.ConnectTimeout), options.ConnectTimeout, 60),
            Time(nameof(options.HeadersTimeout), options.HeadersTimeout, 60),
            Time(nameof(options.TotalTimeout), options.TotalTimeout, 120),
            Size(nameof(options.MaxWireBytes), options.MaxWireBytes),
            Size(nameof(options.MaxPlainBytes), options.MaxPlainBytes),
        };
        var found = mistakes.OfType<string>().ToArray();
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private string? Packs(FeedsOptions options)
    {
        try
        {
            FeedCatalog.Load(home.Resolve(options.Packs));
            return null;
        }
        catch (FeedPackException exception)
        {
            return $"{FeedsOptions.Section}:Packs: {exception.Message}";
        }
    }

    private static string? Time(string key, TimeSpan value, int mostSeconds) =>
        value >= TimeSpan.FromSeconds(0.1) && value <= TimeSpan.FromSeconds(mostSeconds)
            ? null : $"{FeedsOptions.Section}:{key} is from 0.1 to {mostSeconds} seconds, written as 00:00:05.";

    private static string? Size(string key, int value) =>
        value is >= SmallestSize and <= LargestSize ? null : $"{FeedsOptions.Section}:{key} is from {SmallestSize} to {LargestSize} bytes.";
}
