using Microsoft.Extensions.Options;

namespace Wellread.Storage;

/// <summary>Section <c>Storage</c>: where Wellread keeps what it knows.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>
    /// <c>sqlite:PATH</c>, where a relative path starts at the application's content root and not at the working folder; or
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
}

/// <summary>Names the key and what it takes; never repeats the value, which can hold a password.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        StorageConnection.TryParse(options.Connection, out _, out var problem)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{StorageOptions.Section}:{nameof(StorageOptions.Connection)} {problem}");
}
