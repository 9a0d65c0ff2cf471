using System.Text.Json;

namespace Wellread.Feeds.Parsing;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org), item by item, so that a document which ends early gives the items before its end.</summary>
internal sealed class JsonFeedMapper
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = FeedLimits.MaxDepth,
    };

    private readonly FeedDraft _feed = new() { Format = FeedFormat.JsonFeed };
    private NameList _author;
    private bool _versionSeen;
    private bool _itemsSeen;

    public static FeedParseResult Parse(ReadOnlyMemory<byte> utf8, string? address)
    {
        var mapper = new JsonFeedMapper();
        var complete = mapper.TryRead(utf8.Span);
        if (!complete)
        {
            mapper = new JsonFeedMapper();
            if (!mapper.TryRead(JsonRepair.Repair(utf8.Span).Span) && mapper._feed.Entries.Count == 0) return ParseFailures.BrokenJson;
        }

        // 1.0's one author goes behind 1.1's list, which replaced it.
        mapper._feed.Author.Offer(mapper._author.Value, 0);
        return mapper.IsFeed ? new FeedParseResult.Parsed(mapper._feed.Finish(address, repaired: !complete)) : ParseFailures.NotAFeed;
    }

    /// <summary>False where the document is no JSON to its end; what was read before that is kept.</summary>
    private bool TryRead(ReadOnlySpan<byte> utf8)
    {
        try
        {
            Read(utf8);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader throws the latter for a string with half a surrogate pair.
            return false;
        }
    }

    /// <summary>By its version; without one, by having items that say something.</summary>
    private bool IsFeed =>
        _versionSeen || (_itemsSeen && _feed.Entries.Exists(entry => (entry.Link.Value ?? entry.Title.Value ?? entry.Content.Value) is not null));

    private void Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == "items" && reader.TokenType == JsonTokenType.StartArray) ReadItems(ref reader);
            else
            {
                using var value = JsonDocument.ParseValue(ref reader);
                ReadProperty(name, value.RootElement);
            }
        }
    }

    private void ReadItems(ref Utf8JsonReader reader)
    {
        _itemsSeen = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject || _feed.Entries.Count >= FeedLimits.MaxEntries)
            {
                reader.Skip();
                continue;
            }

            using var item = JsonDocument.ParseValue(ref reader);
            _feed.Entries.Add(JsonItem.Map(item.RootElement));
        }
    }

    private void ReadProperty(string name, JsonElement value)
    {
        switch (name)
        {
            case "version":
                _versionSeen = JsonItem.Text(value)?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true;
                break;
            case "title":
                _feed.Title.Offer(JsonItem.Text(value), 0);
                break;
            case "home_page_url":
                _feed.Link.Offer(JsonItem.Text(value), 0);
                break;
            case "feed_url":
                _feed.SelfLink.Offer(JsonItem.Text(value), 0);
                break;
            case "description":
                _feed.Summary.Offer(JsonItem.Text(value), 0);
                break;
            case "language":
                _feed.Language.Offer(JsonItem.Text(value), 0);
                break;
            case "icon":
                _feed.Image.Offer(JsonItem.Text(value), 0);
                _feed.Icon.Offer(JsonItem.Text(value), 1);
                break;
            case "favicon":
                _feed.Icon.Offer(JsonItem.Text(value), 0);
                _feed.Image.Offer(JsonItem.Text(value), 1);
                break;
            case "authors":
                JsonItem.OfferAuthors(value, ref _feed.Author);
                break;
            case "author":
                JsonItem.OfferAuthors(value, ref _author);
                break;
        }
    }
}
