using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Wellread.Storage;

/// <summary>What <c>Storage:Connection</c> says.</summary>
internal abstract class StorageConnection
{
    private const string Forms = "must be 'sqlite:PATH', 'redis://[user:password@]host[:port][/database]' or the same with 'rediss://' for TLS";

    private StorageConnection() { }

    /// <summary>Reads the setting. <paramref name="problem"/> is the rest of a sentence that begins with the key, and never shows the value.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out StorageConnection? connection, [NotNullWhen(false)] out string? problem)
    {
        (connection, problem) = text switch
        {
            null => (null, Forms),
            _ when text.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase) => ParseSqlite(text["sqlite:".Length..]),
            _ => ParseRedis(text),
        };
        return connection is not null;
    }

    private static (StorageConnection?, string?) ParseSqlite(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) return (null, "names no file after 'sqlite:'");
        // SQLite would take these two for a store in memory and for a set of options.
        if (path.StartsWith(':') || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || path.Contains('\0', StringComparison.Ordinal))
            return (null, "must name a file after 'sqlite:', as a plain path");
        return (new Sqlite(path), null);
    }

    private static (StorageConnection?, string?) ParseRedis(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss") || uri.Host.Length == 0)
            return (null, Forms);
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return (null, "has a '?' or '#'; in a user or password these are written %3F and %23");
        var path = uri.AbsolutePath.Trim('/');
        var database = 0;
        if (path.Length > 0 && !int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database))
            return (null, "ends with a database that is not a number");
        var colon = uri.UserInfo.IndexOf(':', StringComparison.Ordinal);
        if (uri.UserInfo.Length > 0 && colon < 0)
            return (null, "has a user without a password; a password alone is written 'redis://:password@host'");
        var user = colon > 0 ? Uri.UnescapeDataString(uri.UserInfo[..colon]) : null;
        var password = colon >= 0 ? Uri.UnescapeDataString(uri.UserInfo[(colon + 1)..]) : null;
        return (new Redis(uri.IdnHost, uri.Port > 0 ? uri.Port : 6379, database, uri.Scheme == "rediss", user, password), null);
    }

    /// <param name="path">As written: absolute, or relative to the home folder.</param>
    internal sealed class Sqlite(string path) : StorageConnection
    {
        public string Path { get; } = path;
    }

    /// <summary>A class and not a record, so that nothing prints the password by accident.</summary>
    internal sealed class Redis(string host, int port, int database, bool tls, string? user, string? password) : StorageConnection
    {
        public string Host { get; } = host;

        public int Port { get; } = port;

        public int Database { get; } = database;

        public bool Tls { get; } = tls;

        public string? User { get; } = user;

        public string? Password { get; } = password;

        /// <summary>Without credentials: <c>Redis at host:6379 (database 3, TLS)</c>.</summary>
        public override string ToString()
        {
            var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
            return (Database, Tls) switch
            {
                (0, false) => $"Redis at {host}:{Port}",
                (0, true) => $"Redis at {host}:{Port} (TLS)",
                (_, false) => $"Redis at {host}:{Port} (database {Database})",
                (_, true) => $"Redis at {host}:{Port} (database {Database}, TLS)",
            };
        }
    }
}
