using System.Text.Json;

namespace Wellread.Feeds.Parsing;

/// <summary>One item of a JSON Feed; a value of a type that the format does not allow is read as far as it makes sense.</summary>
internal static class JsonItem
{
    public static EntryDraft Map(JsonElement item)
    {
        var entry = new EntryDraft();
        foreach (var property in item.EnumerateObject()) Read(property.Name, property.Value, entry);
        // 1.0's one author goes behind 1.1's list, which replaced it.
        if (item.TryGetProperty("author", out var author)) OfferAuthors(author, ref entry.Author);
        // Plain text makes a better title than the beginning of markup.
        if (entry.Title.Value is null && entry.Summary.Value is null) entry.Title.Offer(TitleFallback.Of(Escape(Property(item, "content_text"))), 1);
        return entry;
    }

    private static void Read(string name, JsonElement value, EntryDraft entry)
    {
        switch (name)
        {
            case "id": entry.Id.Offer(Text(value), 0); break;
            case "url": entry.Link.Offer(Text(value), 0); break;
            case "external_url": entry.Link.Offer(Text(value), 1); break;
            case "title": entry.Title.Offer(Text(value), 0); break;
            case "summary": entry.Summary.Offer(Text(value), 0); break;
            case "content_html": entry.Content.Offer(Text(value), 0); break;
            case "content_text": entry.Content.Offer(Escape(Text(value)), 1); break;
            case "image": entry.Image.Offer(Text(value), 0); break;
            case "banner_image": entry.Image.Offer(Text(value), 1); break;
            case "date_published": entry.Published.Offer(Text(value), 0); break;
            case "date_modified": entry.Updated.Offer(Text(value), 0); break;
            case "authors": OfferAuthors(value, ref entry.Author); break;
            case "tags": AddTags(value, entry); break;
            case "attachments": AddAttachments(value, entry); break;
        }
    }

    private static string? Escape(string? text) =>
        text?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>A string, or a number as it is written; null for anything else.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>1.0 has one author, 1.1 a list; feeds also have one where a list belongs, and plain names.</summary>
    public static void OfferAuthors(JsonElement value, ref NameList authors)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in value.EnumerateArray()) OfferAuthors(one, ref authors);
            return;
        }

        var name = value.ValueKind == JsonValueKind.Object ? value.TryGetProperty("name", out var named) ? Text(named) : null : Text(value);
        authors.Offer(name, 0);
    }

    private static void AddTags(JsonElement value, EntryDraft entry)
    {
        if (value.ValueKind != JsonValueKind.Array) entry.AddCategory(Text(value));
        else foreach (var tag in value.EnumerateArray()) entry.AddCategory(Text(tag));
    }

    private static void AddAttachments(JsonElement value, EntryDraft entry)
    {
        if (value.ValueKind != JsonValueKind.Array) return;
        foreach (var file in value.EnumerateArray())
        {
            if (file.ValueKind != JsonValueKind.Object) continue;
            entry.AddEnclosure(Property(file, "url"), Property(file, "mime_type"), Property(file, "size_in_bytes"), null);
        }
    }

    private static string? Property(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Text(value) : null;
}
