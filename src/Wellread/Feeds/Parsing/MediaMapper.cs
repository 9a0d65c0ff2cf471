namespace Wellread.Feeds.Parsing;

/// <summary>Media RSS (rssboard.org/media-rss): groups, contents and thumbnails, wherever they stand in an item.</summary>
internal sealed class MediaMapper(XmlCursor cursor, EntryDraft entry, string? place)
{
    public void Read()
    {
        switch (cursor.Name)
        {
            case "group": ReadChildren(); break;
            case "content": ReadContent(); break;
            case "thumbnail": ReadThumbnail(); break;
            case "title": entry.Title.Offer(TextConstruct.Read(cursor), 3, place); break;
            case "description": entry.Summary.Offer(TextConstruct.Read(cursor), 3, place); break;
            case "category": ReadCategory(); break;
            case "keywords": entry.AddCategories(cursor.Text()); break;
            case "player": ReadPlayer(); break;
            case "peerlink": ReadPeerLink(); break;
            default: cursor.Skip(); break;
        }
    }

    public static bool IsImage(XmlCursor content) =>
        content.Attribute("medium") == "image" || content.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private void ReadChildren()
    {
        if (!cursor.Enter()) return;
        while (cursor.NextChild())
        {
            if (cursor.Namespace == FeedNamespace.Media) Read();
            else cursor.Skip();
        }
    }

    private void ReadContent()
    {
        var (url, type) = (cursor.Attribute("url"), cursor.Attribute("type"));
        var image = IsImage(cursor);
        if (image) entry.Image.Offer(url, 1, place);
        entry.AddEnclosure(url, type ?? (image ? "image/*" : null), cursor.Attribute("fileSize"), place);
        ReadChildren();
    }

    private void ReadThumbnail()
    {
        entry.Image.Offer(cursor.Attribute("url"), 0, place);
        entry.Image.Offer(cursor.Text(), 0, place);
    }

    private void ReadCategory()
    {
        var label = cursor.Attribute("label");
        var text = cursor.Text();
        entry.AddCategory(string.IsNullOrWhiteSpace(label) ? text : label);
    }

    private void ReadPlayer()
    {
        entry.Link.Offer(cursor.Attribute("url"), 7, place);
        cursor.Skip();
    }

    private void ReadPeerLink()
    {
        entry.AddEnclosure(cursor.Attribute("href"), cursor.Attribute("type"), null, place);
        cursor.Skip();
    }
}
