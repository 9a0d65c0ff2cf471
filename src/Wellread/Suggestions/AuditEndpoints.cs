using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Wellread.Platform;
using Wellread.Practices;

namespace Wellread.Suggestions;

internal static class AuditEndpoints
{
    private const int MaxLimit = 500;
    private const string Csv = "text/csv";

    /// <summary>East of Greenwich it begins before time can be told; nobody decided anything on it.</summary>
    private static readonly DateOnly FirstDay = DateOnly.MinValue;

    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/audit").WithTags(ApiTags.Practices).MapGet("/", GetAudit)
            .Produces<AuditList>().GivesFile(Csv)
            .Fails(Problems.Validation, Problems.InvalidCursor, Problems.UnknownPractice, Problems.StoreUnavailable).NeedsArticles(whole: false);
        return app;
    }

    /// <summary>Show who decided what, and when</summary>
    /// <remarks>
    /// All that a practice ever decided, the oldest first. It also shows what was taken back, and each change of its settings, its outbox's token and its webhooks. Nothing is
    /// wiped out. Times are on the practice's clock. For a spreadsheet, ask with `format=csv` or the header `Accept: text/csv`: the file holds all days that you ask for at once.
    /// </remarks>
    /// <param name="practices">Set by the service.</param>
    /// <param name="state">Set by the service.</param>
    /// <param name="settings">Set by the service.</param>
    /// <param name="request">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="practice" example="default">Whose decisions: a practice's `id`, also one that was removed. The default practice if left empty.</param>
    /// <param name="from" example="2026-11-01">The first day. The beginning if left empty.</param>
    /// <param name="to" example="2026-11-30">The last day. All up to the latest if left empty.</param>
    /// <param name="about" example="decisions">`decisions` or `settings` alone. Both if left empty.</param>
    /// <param name="order" example="oldest">`oldest` or `newest` first.</param>
    /// <param name="format" example="json">`json` or `csv`.</param>
    /// <param name="limit" example="100">How many to show, from 1 to 500. 100 if left empty. A file always has all.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more.</param>
    internal static async Task<Results<Ok<AuditList>, PushStreamHttpResult, ProblemHttpResult>> GetAudit(
        CurrentPractices practices,
        SuggestionState state,
        SettingsLog settings,
        HttpRequest request,
        TimeProvider time,
        string? practice = null,
        DateOnly? from = null,
        DateOnly? to = null,
        [KnownSubjects] string? about = null,
        [KnownOrders] string order = KnownOrdersAttribute.Oldest,
        [KnownFormats] string? format = null,
        [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 500 entries.")] int limit = 100,
        string? cursor = null)
    {
        if (practices.FindEver(practice) is not { } ofPractice) return PracticesEndpoints.NoSuch();
        if (order is not (KnownOrdersAttribute.Oldest or KnownOrdersAttribute.Newest)) return Problems.Validation.Because("Use oldest or newest.", "order");
        if (!string.IsNullOrEmpty(format) && format is not (KnownFormatsAttribute.Json or KnownFormatsAttribute.Csv)) return Problems.Validation.Because("Use json or csv.", "format");
        if (!string.IsNullOrEmpty(about) && about is not (KnownSubjectsAttribute.Decisions or KnownSubjectsAttribute.Settings)) return Problems.Validation.Because("Use decisions or settings.", "about");
        if (to < from) return Problems.Validation.Because("Choose a last day that is not before the first.", "to");

        var snapshot = state.Current;
        var until = to < DateOnly.MaxValue ? to.Value.AddDays(1) : (DateOnly?)null;
        var changes = about == KnownSubjectsAttribute.Decisions ? [] : await ChangesAsync(settings, ofPractice, snapshot, request.HttpContext.RequestAborted);
        var isStale = snapshot.Stale || changes is null;
        var decided = about == KnownSubjectsAttribute.Settings ? [] : snapshot.Decisions.Of(ofPractice.Id).Log;
        var entries = AuditLog.Of(decided, changes ?? [], StartOf(from, ofPractice), StartOf(until, ofPractice)).AsEnumerable();
        if (order == KnownOrdersAttribute.Newest) entries = entries.Reverse();
        if (IsCsv(format, request))
        {
            if (isStale) return Problems.StoreUnavailable.Because("The latest decisions may be missing from a file that is made now. Please try again in a few seconds.");
            var items = entries.Select(Item);
            return TypedResults.Stream(stream => AuditCsv.WriteAsync(stream, items, request.HttpContext.RequestAborted), $"{Csv}; charset=utf-8", $"wellread-audit-{ofPractice.Id}.csv");
        }

        // A page that was made without the changes is not gone on from with them, or they would be left out without a word.
        var subject = changes is null ? KnownSubjectsAttribute.Decisions : about;
        var (filter, now, asked) = ($"{ofPractice.Id}|{from:o}|{to:o}|{order}|{subject}", time.GetUtcNow(), entries);
        AuditCursor? known = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            known = AuditCursor.Decode(cursor);
            if (known?.Filter != filter)
                return Problems.InvalidCursor.Because("Send the nextCursor of the page before, with the same question.", "cursor");
            entries = entries.Where(entry => known.IsStillToCome(entry, isOldestFirst: order == KnownOrdersAttribute.Oldest));
        }

        var page = entries.Take(limit + 1).ToArray();
        var next = page.Length <= limit ? null
            : order == KnownOrdersAttribute.Oldest ? AuditCursor.Behind(page.AsSpan(0, limit), known, asked, filter, now)
            : new AuditCursor(page[limit - 1].Position, filter);
        return TypedResults.Ok(new AuditList(ofPractice.Id, ofPractice.TimeZone, [.. page.Take(limit).Select(Item)], next?.Encode(), isStale));

        AuditItem Item(AuditEntry entry) => AuditItem.From(entry, ofPractice, snapshot.Find);
    }

    /// <summary>Null while the store does not answer: decisions are in memory, and can be read all the same.</summary>
    private static async Task<IReadOnlyList<SettingsChange>?> ChangesAsync(SettingsLog settings, Practice practice, SuggestionSnapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            return snapshot.Stale ? null : await settings.OfAsync(practice.Id, cancellationToken);
        }
        catch (DependencyUnavailableException)
        {
            return null;
        }
    }

    private static DateTimeOffset? StartOf(DateOnly? day, Practice practice) =>
        day is { } date && date > FirstDay ? practice.Zone.AtStartOfDay(LocalDate.FromDateOnly(date)).ToInstant().ToDateTimeOffset() : null;

    /// <summary>What <c>format</c> says, or else whether the caller would rather have CSV than JSON.</summary>
    private static bool IsCsv(string? format, HttpRequest request)
    {
        if (!string.IsNullOrEmpty(format)) return format == KnownFormatsAttribute.Csv;
        var wanted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).Select(type => type.MediaType.ToString());
        return wanted.FirstOrDefault(type => type is Csv or "application/json") == Csv;
    }
}

/// <summary>The drop-down of what an audit is about.</summary>
internal sealed class KnownSubjectsAttribute : KnownValuesAttribute
{
    public const string Decisions = "decisions";
    public const string Settings = "settings";

    public override IEnumerable<string> Values => [Decisions, Settings];
}

/// <summary>The drop-down of orders.</summary>
internal sealed class KnownOrdersAttribute : KnownValuesAttribute
{
    public const string Oldest = "oldest";
    public const string Newest = "newest";

    public override IEnumerable<string> Values => [Oldest, Newest];
}

/// <summary>The drop-down of formats.</summary>
internal sealed class KnownFormatsAttribute : KnownValuesAttribute
{
    public const string Json = "json";
    public const string Csv = "csv";

    public override IEnumerable<string> Values => [Json, Csv];
}
