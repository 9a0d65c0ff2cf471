using Microsoft.Extensions.Options;

namespace Wellread.Storage;

/// <summary>Section <c>Storage</c>: where Wellread keeps what it knows.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>
    /// <c>sqlite:PATH</c>, where a relative path starts at the home folder and not at the working folder; or
    /// <c>redis://[user:password@]host[:port][/database]</c>, and <c>rediss://</c> for TLS. Special characters of a user or password are
    /// percent-encoded. Default: <c>sqlite:data/wellread.db</c>.
    /// </summary>
    public string Connection { get; set; } = "sqlite:data/wellread.db";

    /// <summary>
    /// True: a Redis that can lose what it acknowledged (append-only file off, or keys evicted) is refused. Left out: true outside
    /// Development. SQLite is always durable.
    /// </summary>
    public bool? RequireDurable { get; set; }

    /// <summary>
    /// For managed Redis servers that don't let their settings be read: true states that the operator knows the server to be durable.
    /// Without it such a server counts as not durable. Default: false. A setting that can be read wins.
    /// </summary>
    public bool AssumeDurable { get; set; }

    /// <summary>How long to wait for an answer of Redis, 0.1 to 60 seconds, 1.5 when left out; for a SQLite file that another program holds, 5 when left out.</summary>
    public TimeSpan? Timeout { get; set; }
}

/// <summary>Names the key and what it takes; never repeats the value, which can hold a password.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (!StorageConnection.TryParse(options.Connection, out _, out var problem))
            return ValidateOptionsResult.Fail($"{StorageOptions.Section}:{nameof(StorageOptions.Connection)} {problem}");
        return options.Timeout is { TotalSeconds: < 0.1 or > 60 }
            ? ValidateOptionsResult.Fail($"{StorageOptions.Section}:{nameof(StorageOptions.Timeout)} is from 0.1 to 60 seconds, written as 00:00:05.")
            : ValidateOptionsResult.Success;
    }
}
