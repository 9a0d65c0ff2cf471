using System.Globalization;
using System.Text;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Commands;

/// <summary>What <see cref="ParseCommand"/> tells a person about one document.</summary>
internal static class ParseSummary
{
    private const int MaxItems = 20;

    public static string Of(string file, FeedParseResult result)
    {
        var output = new StringBuilder(OneLine(file));
        if (result is FeedParseResult.Failed failed) output.Append("\n  ! ").Append(failed.Message).Append(" (").Append(failed.Code).Append(')');
        else Append(((FeedParseResult.Parsed)result).Feed, output);
        return output.Append('\n').ToString();
    }

    public static string Total(int files, int unreadable, int items) => string.Create(
        CultureInfo.InvariantCulture, $"{files} files: {Counted(files - unreadable, "feed")} with {Counted(items, "item")}, {unreadable} that could not be read.");

    private static void Append(ParsedFeed feed, StringBuilder output)
    {
        output.Append("\n  ").Append(OneLine(feed.Title) ?? "(no title)");
        if (feed.Link is { } link) output.Append("\n  ").Append(OneLine(link));
        output.Append("\n  ").Append(Name(feed.Format)).Append(", ").Append(Counted(feed.Entries.Length, "item")).Append(Span(feed));
        if (feed.Language is { } language) output.Append(", language ").Append(OneLine(language));
        foreach (var trouble in Troubles(feed)) output.Append("\n  ! ").Append(trouble);
        foreach (var entry in feed.Entries.Take(MaxItems))
            output.Append(CultureInfo.InvariantCulture, $"\n\n  {Day(entry.Published ?? entry.Updated) ?? "(no date) "}  {OneLine(entry.Title) ?? "(no title)"}\n              {OneLine(entry.Link) ?? "(no link)"}");
        if (feed.Entries.Length > MaxItems) output.Append(CultureInfo.InvariantCulture, $"\n\n  … and {feed.Entries.Length - MaxItems} more. --jsonl prints them all.");
    }

    private static IEnumerable<string> Troubles(ParsedFeed feed)
    {
        if (feed.Repaired) yield return "The feed was damaged and had to be mended, so items may be missing.";
        if (feed.LooksLikeJournal) yield return "This looks like a journal's feed, written for professionals.";
        if (feed.Entries.IsEmpty) yield return "The feed has no items.";
        if (Count(feed, entry => entry.Link is null) is { } links) yield return $"{links} without a link.";
        if (Count(feed, entry => entry.Link is { } link && !LinkResolver.HasScheme(link)) is { } cut)
            yield return $"{cut} with a link that does not say which site it is on. Tell where the feed comes from with --address.";
        if (Count(feed, entry => entry.Title is null) is { } titles) yield return $"{titles} without a title.";
        if (Count(feed, entry => (entry.Published ?? entry.Updated) is null) is { } dates) yield return $"{dates} without a date that can be read.";
        if (Count(feed, entry => (entry.Summary ?? entry.Content) is null) is { } texts) yield return $"{texts} without any text beside the title.";
        var doubled = feed.Entries.Where(entry => entry.Link is not null).GroupBy(entry => entry.Link).Sum(group => group.Count() - 1);
        if (doubled > 0) yield return $"{Counted(doubled, "item")} with a link that an item above has too.";
    }

    private static string? Count(ParsedFeed feed, Func<FeedEntry, bool> lacks)
    {
        var count = feed.Entries.Count(lacks);
        return count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} of {Counted(feed.Entries.Length, "item")}");
    }

    private static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The days of the oldest and the newest item.</summary>
    private static string Span(ParsedFeed feed)
    {
        var dates = feed.Entries.Select(entry => entry.Published ?? entry.Updated);
        return Day(dates.Min()) is { } oldest ? $" from {oldest} to {Day(dates.Max())}" : "";
    }

    private static string? Day(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Without line breaks, and without the characters by which a feed could take over the terminal or turn its text around.</summary>
    private static string? OneLine(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var shown = string.Concat(text.Select(c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : c));
        return string.Join(' ', shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Name(FeedFormat format) => format switch
    {
        FeedFormat.Rss090 => "RSS 0.90",
        FeedFormat.Rss091 => "RSS 0.91",
        FeedFormat.Rss092 => "RSS 0.92",
        FeedFormat.Rss10 => "RSS 1.0",
        FeedFormat.Rss20 => "RSS 2.0",
        FeedFormat.Atom03 => "Atom 0.3",
        FeedFormat.Atom10 => "Atom 1.0",
        FeedFormat.JsonFeed => "JSON Feed",
        _ => "CDF",
    };
}
