using System.Runtime.CompilerServices;

namespace Wellread.Storage;

/// <summary>What both engines hold their callers to, so that what one takes the other takes too.</summary>
internal static class StorageLimits
{
    public const int NameLength = 200;

    /// <summary>The longest document. Redis runs one script at a time, so a body far above this would hold up every other caller.</summary>
    public const int BodyBytes = 16 * 1024 * 1024;

    /// <summary>How many log entries a partition keeps; the oldest are dropped.</summary>
    public const int LogEntries = 100_000;

    /// <summary>
    /// Refuses what isn't a name: 1 to 200 printable ASCII characters without braces. ASCII, because then ordinal order is byte order in both
    /// engines; no braces, because Redis Cluster takes what stands between them as the hash tag.
    /// </summary>
    public static void CheckName(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.Length > NameLength) throw new ArgumentException($"A name in the store has at most {NameLength} characters.", parameter);
        foreach (var c in name)
        {
            if (c is < ' ' or > '~' or '{' or '}')
                throw new ArgumentException("A name in the store is printable ASCII without braces.", parameter);
        }
    }

    /// <summary>A lease's duration in milliseconds, the unit in which both engines keep it.</summary>
    public static long CheckDuration(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.FromMilliseconds(1));
        return (long)duration.TotalMilliseconds;
    }
}
