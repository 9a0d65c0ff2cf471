using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace Wellread.Suggestions;

/// <summary>
/// The log as a file for spreadsheets: RFC 4180, UTF-8 with its mark, since Excel takes it for another encoding without. What a spreadsheet would run as a formula is
/// marked as text, because titles come from outside.
/// </summary>
internal static class AuditCsv
{
    private static readonly string[] Header =
        ["at", "practice", "action", "undoes", "by", "title", "url", "source", "reason", "channel", "sharedAt", "until", "rank", "modelVersion", "articleId", "webhookId", "host", "changed", "network", "traceId"];

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task WriteAsync(Stream stream, IEnumerable<AuditItem> items, CancellationToken cancellationToken)
    {
        await using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        await writer.WriteRecordAsync(Header, cancellationToken);
        foreach (var item in items)
        {
            string[] record =
            [
                Text(item.At), item.Practice ?? "", Word(item.Action), Word(item.Undoes), item.By ?? "", item.Title ?? "", item.Url ?? "", item.Source ?? "", Word(item.Reason),
                Word(item.Channel), Text(item.SharedAt), Text(item.Until), item.Rank?.ToString(CultureInfo.InvariantCulture) ?? "", item.ModelVersion ?? "", item.ArticleId ?? "",
                item.WebhookId ?? "", item.Host ?? "", string.Join(' ', item.Changed), item.Network ?? "", item.TraceId ?? "",
            ];
            await writer.WriteRecordAsync(record, cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static string Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As the JSON has it.</summary>
    private static string Word(Enum? value) => value is null ? "" : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
