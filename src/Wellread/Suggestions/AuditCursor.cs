using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Wellread.Suggestions;

/// <summary>
/// Where a next page of the log starts: behind <see cref="After"/>, of the question that <see cref="Filter"/> tells from others. What another instance decided may come to
/// this one some seconds later, with a time that lies before. So a cursor remembers which of the last entries it has been past, and one that is not among them is still to come.
/// </summary>
internal sealed record AuditCursor(AuditPosition After, string Filter)
{
    /// <summary>Longer than it takes a decision to reach every instance, and clocks to differ.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private const string Version = "2";
    private const int MaxPassed = 60;
    private const int MaxLength = 1_500;
    private const char Space = '.';

    /// <summary>From here on <see cref="Passed"/> holds all that the pages before have shown.</summary>
    private DateTimeOffset PassedFrom { get; init; } = DateTimeOffset.MaxValue;

    private ImmutableHashSet<uint> Passed { get; init; } = [];

    /// <summary>The cursor behind a page of <paramref name="entries"/>, the oldest first.</summary>
    public static AuditCursor Behind(ReadOnlySpan<AuditEntry> page, AuditCursor? before, IEnumerable<AuditEntry> entries, string filter, DateTimeOffset now)
    {
        var (shown, last) = (new HashSet<AuditPosition>(), page[^1].Position);
        foreach (var entry in page) shown.Add(entry.Position);
        // A page of late entries alone ends before the one before did.
        if (before is not null && AuditEntry.ByTime.Compare(last, before.After) < 0) last = before.After;
        var passed = entries
            .Where(entry => entry.At >= now - Late && AuditEntry.ByTime.Compare(entry.Position, last) <= 0)
            .Where(entry => shown.Contains(entry.Position) || before?.IsStillToCome(entry, isOldestFirst: true) == false)
            .OrderByDescending(entry => entry.Position, AuditEntry.ByTime)
            .Take(MaxPassed + 1)
            .ToList();
        return new AuditCursor(last, filter)
        {
            PassedFrom = passed.Count > MaxPassed ? passed[MaxPassed].At.AddTicks(1) : now - Late,
            Passed = [.. passed.Take(MaxPassed).Select(Code)],
        };
    }

    public bool IsStillToCome(AuditEntry entry, bool isOldestFirst)
    {
        var order = AuditEntry.ByTime.Compare(entry.Position, After);
        return isOldestFirst ? order > 0 || (entry.At >= PassedFrom && !Passed.Contains(Code(entry))) : order < 0;
    }

    /// <summary>Text that is safe in an address; its inside may change at any time.</summary>
    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Version}|{After.At.UtcTicks}|{After.Subject}|{After.Number}|{PassedFrom.UtcTicks}|{string.Join(Space, Passed.Order().Select(code => code.ToString("x", CultureInfo.InvariantCulture)))}|{Filter}")));

    /// <summary>The cursor, or null where the text is none of ours.</summary>
    public static AuditCursor? Decode(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 7) is [Version, var ticks, var subject, var number, var from, var passed, var filter]
            && Time(ticks) is { } at
            && Time(from) is { } passedFrom
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && Codes(passed) is { } codes
            ? new AuditCursor(new AuditPosition(at, subject, place), filter) { PassedFrom = passedFrom, Passed = codes }
            : null;
    }

    private static DateTimeOffset? Time(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    private static ImmutableHashSet<uint>? Codes(string text)
    {
        var codes = ImmutableHashSet.CreateBuilder<uint>();
        foreach (var part in text.Split(Space, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!uint.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return null;
            codes.Add(code);
        }

        return codes.ToImmutable();
    }

    /// <summary>Short, and the same on every instance (FNV-1a). Of the few entries of ten minutes, two have the same once in a million.</summary>
    private static uint Code(AuditEntry entry)
    {
        var code = 2166136261u;
        foreach (var c in entry.Subject) code = unchecked((code ^ c) * 16777619);
        return unchecked((code ^ (uint)entry.Number) * 16777619);
    }
}
