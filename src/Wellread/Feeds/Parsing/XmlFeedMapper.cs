namespace Wellread.Feeds.Parsing;

/// <summary>
/// Maps a document in any of the XML formats to a draft: what an element means depends on its vocabulary and name, hardly on the format,
/// since feeds mix them. RSS items may hold Atom elements and the reverse.
/// </summary>
internal sealed partial class XmlFeedMapper(XmlCursor cursor)
{
    private const int MaxWrappers = 20;

    private readonly FeedDraft _feed = new();
    private string _rootNamespace = "";

    /// <summary>The feed, or null where the document's root is none of a feed.</summary>
    public static FeedDraft? Map(XmlCursor cursor) => new XmlFeedMapper(cursor).Map();

    private FeedDraft? Map()
    {
        if (!cursor.MoveToRoot() || FindFormat() is not { } format) return null;
        _feed.Format = format;
        _rootNamespace = cursor.NamespaceAddress;
        if (cursor.Name == "entry")
        {
            ReadEntry(null);
            return _feed;
        }

        ReadContainer();
        return _feed;
    }

    /// <summary>By the root, or by the first elements inside it: some feeds come wrapped in a page or an envelope.</summary>
    private FeedFormat? FindFormat()
    {
        var format = XmlFormats.Of(cursor);
        for (var looked = 0; format is null && looked < MaxWrappers && cursor.MoveToNextElement(); looked++) format = XmlFormats.Of(cursor);
        return format;
    }

    /// <summary>The root and the channel alike: RSS 1.0 has items beside the channel, RSS 2.0 inside it.</summary>
    private void ReadContainer()
    {
        var outer = _feed.Base;
        _feed.Base = cursor.Base(_feed.Base);
        _feed.Language.Offer(cursor.Language, 2);
        ReadChannelAttributes();
        for (var inside = cursor.Enter(); inside && cursor.NextChild();)
        {
            if (IsNative() && cursor.Name is "item" or "entry") ReadEntry(_feed.Base);
            else if (IsNative() && cursor.Name is "channel" or "feed" or "items") ReadContainer();
            else ReadProperty();
        }

        _feed.Base = outer;
    }

    private void ReadChannelAttributes()
    {
        if (_feed.Format != FeedFormat.Cdf) return;
        _feed.Link.Offer(cursor.Attribute("href"), 1, _feed.Base);
        _feed.Updated.Offer(cursor.Attribute("lastmod"), 1);
    }

    private void ReadEntry(string? baseAddress)
    {
        if (_feed.Entries.Count >= FeedLimits.MaxEntries)
        {
            cursor.Skip();
            return;
        }

        var entry = new EntryDraft();
        new EntryMapper(cursor, _feed, entry, IsHome).Read(baseAddress);
        _feed.Entries.Add(entry);
    }

    private bool IsNative() => cursor.Namespace is FeedNamespace.Rss or FeedNamespace.Atom || IsRootNamespace();

    /// <summary>Whether an element is of the vocabulary that the document itself is written in.</summary>
    private bool IsHome() => IsRootNamespace() || cursor.Namespace == (_feed.IsAtom ? FeedNamespace.Atom : FeedNamespace.Rss);

    private bool IsRootNamespace() => cursor.NamespaceAddress == _rootNamespace && cursor.Namespace != FeedNamespace.Rdf;

    private void ReadProperty()
    {
        var place = cursor.Base(_feed.Base);
        if (IsNative()) ReadNative(IsHome() ? 0 : 1, place);
        else if (cursor.Namespace == FeedNamespace.DublinCore) ReadDublinCore(place);
        else if (cursor.Namespace is FeedNamespace.Itunes or FeedNamespace.GooglePlay) ReadPodcast(place);
        else if (cursor.Namespace == FeedNamespace.Media) ReadMedia(place);
        else if (cursor.Namespace == FeedNamespace.Syndication) ReadSyndication();
        else
        {
            _feed.LooksLikeJournal |= cursor.Namespace == FeedNamespace.Prism;
            cursor.Skip();
        }
    }

    private void ReadNative(int rank, string? place)
    {
        switch (cursor.Name)
        {
            case "title": _feed.Title.Offer(TextConstruct.Read(cursor), rank, place); break;
            case "link" or "a": ReadLink(rank, place); break;
            case "description" or "subtitle" or "tagline" or "abstract": _feed.Summary.Offer(TextConstruct.Read(cursor), rank, place); break;
            case "info": _feed.Summary.Offer(TextConstruct.Read(cursor), 3, place); break;
            case "id" or "guid": _feed.Id.Offer(cursor.Text(), rank, place); break;
            case "language": _feed.Language.Offer(cursor.Text(), rank); break;
            case "copyright" or "rights": _feed.Rights.Offer(TextConstruct.Read(cursor), rank, place); break;
            case "pubdate" or "published" or "issued": _feed.Published.Offer(cursor.Text(), rank); break;
            case "lastbuilddate" or "updated" or "modified": _feed.Updated.Offer(cursor.Text(), rank); break;
            case "author" or "managingeditor": _feed.Author.Offer(PersonReader.Read(cursor), rank); break;
            case "webmaster": _feed.Author.Offer(PersonReader.Read(cursor), 4); break;
            case "category": ReadCategory(); break;
            case "image" or "logo" or "icon": ReadImage(rank, place); break;
            case "ttl": _feed.TimeToLive = PaceHints.TimeToLive(cursor.Text()); break;
            case "skiphours" or "skipdays": ReadSkips(); break;
            default: cursor.Skip(); break;
        }
    }

    private void ReadLink(int rank, string? place)
    {
        var href = cursor.Attribute("href");
        var relation = cursor.Attribute("rel") ?? "alternate";
        if (href is null) _feed.Link.Offer(cursor.Text(), rank, place);
        else
        {
            if (relation.EndsWith("alternate", StringComparison.OrdinalIgnoreCase)) _feed.Link.Offer(href, rank, place);
            else if (relation.Equals("self", StringComparison.OrdinalIgnoreCase)) _feed.SelfLink.Offer(href, rank, place);
            cursor.Skip();
        }
    }

    private void ReadCategory()
    {
        var attribute = cursor.Attribute("label") ?? cursor.Attribute("term") ?? cursor.Attribute("text");
        _feed.AddCategory(attribute);
        var text = cursor.Mixed(_ => ReadCategory());
        if (attribute is null) _feed.AddCategory(text);
    }

    private void ReadImage(int rank, string? place)
    {
        var icon = cursor.Name == "icon";
        var url = ImageReader.Read(cursor);
        if (icon) _feed.Icon.Offer(url, rank, place);
        _feed.Image.Offer(url, icon ? rank + 2 : rank, place);
    }

    private void ReadSkips()
    {
        if (!cursor.Enter()) return;
        while (cursor.NextChild())
        {
            if (cursor.Name == "hour") PaceHints.AddHour(_feed, cursor.Text());
            else if (cursor.Name == "day") PaceHints.AddDay(_feed, cursor.Text());
            else cursor.Skip();
        }
    }
}
