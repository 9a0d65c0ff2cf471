using System.Collections.Frozen;
using System.Text.Json;
using Wellread.Articles;

namespace Wellread.Refresh.PageChecks;

/// <summary>
/// Reads what became of a paper from Crossref's record of it: <c>updated-by</c> names its notices, with the twelve types of
/// https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/ and, from Retraction Watch, reinstatements
/// (https://www.crossref.org/blog/retraction-watch-retractions-now-in-the-crossref-api/). An addendum or a new version says nothing against it. Pure.
/// </summary>
internal static class CrossrefWork
{
    private static readonly FrozenDictionary<string, PaperStanding> Types = new Dictionary<string, PaperStanding>(StringComparer.OrdinalIgnoreCase)
    {
        ["retraction"] = PaperStanding.Retracted,
        ["withdrawal"] = PaperStanding.Retracted,
        ["removal"] = PaperStanding.Retracted,
        ["partial_retraction"] = PaperStanding.PartlyRetracted,
        ["expression_of_concern"] = PaperStanding.Concern,
        ["reinstatement"] = PaperStanding.Reinstated,
        ["correction"] = PaperStanding.Corrected,
        ["corrigendum"] = PaperStanding.Corrected,
        ["erratum"] = PaperStanding.Corrected,
        ["clarification"] = PaperStanding.Corrected,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where it is no record of a paper.</summary>
    public static PaperNotice? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("message", out var work) && work.ValueKind == JsonValueKind.Object
                ? Standing(work.TryGetProperty("updated-by", out var notices) && notices.ValueKind == JsonValueKind.Array ? [.. notices.EnumerateArray().Select(Notice).OfType<PaperNotice>()] : [])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The gravest notice since the paper was last put back, and the latest time of its kind.</summary>
    private static PaperNotice Standing(PaperNotice[] notices)
    {
        // A reinstatement without a time is taken for the last word: a paper is put back once, after everything else.
        var putBack = notices.Where(notice => notice.Standing == PaperStanding.Reinstated).Select(notice => notice.DatedAt ?? DateTimeOffset.MaxValue).ToList();
        var counts = putBack.Count == 0
            ? notices
            : notices.Where(notice => notice.Standing == PaperStanding.Reinstated || notice.DatedAt > putBack.Max()).ToArray();
        return counts.OrderByDescending(notice => notice.Standing).ThenByDescending(notice => notice.DatedAt).FirstOrDefault() ?? new PaperNotice(PaperStanding.Stands, DatedAt: null);
    }

    private static PaperNotice? Notice(JsonElement notice) =>
        notice.ValueKind == JsonValueKind.Object && notice.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && Types.TryGetValue(type.GetString()!.Replace('-', '_').Replace(' ', '_'), out var standing)
            ? new PaperNotice(standing, notice.TryGetProperty("updated", out var at) ? Time(at) : null)
            : null;

    private static DateTimeOffset? Time(JsonElement at) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty("date-time", out var text) && text.ValueKind == JsonValueKind.String && text.TryGetDateTimeOffset(out var time) ? time : null;
}
