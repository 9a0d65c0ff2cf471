namespace Wellread.Feeds.Parsing;

/// <summary>
/// Maps one item. <paramref name="isHome"/> tells whether the current element is of the document's own vocabulary. The ranks say who goes
/// first where several elements give the same: 0 the document's own vocabulary, 1 RSS in Atom and Atom in RSS, then the others.
/// </summary>
internal sealed partial class EntryMapper(XmlCursor cursor, FeedDraft feed, EntryDraft entry, Func<bool> isHome)
{
    public void Read(string? feedBase)
    {
        entry.Base = cursor.Base(feedBase);
        var about = cursor.RdfAttribute("about");
        entry.Id.Offer(about, 3);
        entry.Link.Offer(about, 5, entry.Base);
        entry.Link.Offer(cursor.Attribute("href"), 1, entry.Base);
        entry.Updated.Offer(cursor.Attribute("lastmod"), 1);
        if (!cursor.Enter()) return;
        while (cursor.NextChild()) ReadChild();
    }

    private void ReadChild()
    {
        var place = cursor.Base(entry.Base);
        switch (cursor.Namespace)
        {
            case FeedNamespace.DublinCore: ReadDublinCore(place); break;
            case FeedNamespace.Content: ReadContent(place); break;
            case FeedNamespace.Media: new MediaMapper(cursor, entry, place).Read(); break;
            case FeedNamespace.Itunes or FeedNamespace.GooglePlay: ReadPodcast(place); break;
            case FeedNamespace.Prism: ReadPrism(); break;
            case FeedNamespace.FeedBurner: ReadOriginal(place); break;
            case FeedNamespace.Xhtml when cursor.Name is "body" or "div": entry.Content.Offer(cursor.Markup(), 2, place); break;
            case FeedNamespace.Rss or FeedNamespace.Atom: ReadNative(isHome() ? 0 : 1, place); break;
            default:
                if (isHome()) ReadNative(0, place);
                else cursor.Skip();
                break;
        }
    }

    private void ReadNative(int rank, string? place)
    {
        switch (cursor.Name)
        {
            case "title": entry.Title.Offer(TextConstruct.Read(cursor), rank, place); break;
            case "link" or "a": ReadLink(rank, place); break;
            case "id": ReadId(rank, place); break;
            case "guid": ReadGuid(place); break;
            case "description" or "summary" or "abstract": entry.Summary.Offer(TextConstruct.Read(cursor), rank, place); break;
            case "content": ReadAtomContent(rank, place); break;
            case "body" or "fullitem": entry.Content.Offer(TextConstruct.Read(cursor), 2, place); break;
            case "pubdate" or "published" or "issued": entry.Published.Offer(cursor.Text(), rank); break;
            case "created" or "date": entry.Published.Offer(cursor.Text(), 4); break;
            case "updated" or "modified" or "lastbuilddate": entry.Updated.Offer(cursor.Text(), rank); break;
            case "author": entry.Author.Offer(PersonReader.Read(cursor), rank); break;
            case "category": ReadCategory(); break;
            case "tags" or "keywords": entry.AddCategories(cursor.Text()); break;
            case "comments": ReadComments(place); break;
            case "enclosure": ReadEnclosure(place); break;
            case "image": entry.Image.Offer(ImageReader.Read(cursor), 4, place); break;
            case "source": ReadSource(); break;
            default: cursor.Skip(); break;
        }
    }

    private void ReadLink(int rank, string? place)
    {
        var href = cursor.Attribute("href");
        if (href is null)
        {
            var link = cursor.Text();
            entry.Link.Offer(link, rank, place);
            NoteIdentifier(link);
            return;
        }

        var relation = cursor.Attribute("rel") ?? "alternate";
        relation = relation[(relation.LastIndexOf('/') + 1)..].Trim().ToLowerInvariant();
        var type = cursor.Attribute("type");
        if (relation is "alternate" or "") entry.Link.Offer(href.Length == 0 ? place : href, IsPage(type) ? rank : rank + 2, place);
        else if (relation == "canonical") entry.Link.Offer(href, -1, place);
        else if (relation == "enclosure") AddEnclosure(href, type, cursor.Attribute("length"), place);
        else if (relation == "replies") entry.Comments.Offer(href, IsPage(type) ? 1 : 2, place);
        cursor.Skip();
    }

    private static bool IsPage(string? type) => string.IsNullOrWhiteSpace(type) || type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private void ReadId(int rank, string? place)
    {
        var id = cursor.Text();
        entry.Id.Offer(id, rank, place);
        OfferAddress(id, 5);
        NoteIdentifier(id);
    }

    private void ReadGuid(string? place)
    {
        var permanent = cursor.Attribute("isPermaLink")?.Trim() is null or "" or "true" or "True" or "TRUE";
        var guid = cursor.Text();
        entry.Id.Offer(guid, 0, place);
        if (permanent) OfferAddress(guid, 4);
        NoteIdentifier(guid);
    }

    /// <summary>Takes what may be an address of the item for its link where nothing better is given.</summary>
    private void OfferAddress(string text, int rank)
    {
        var address = text.AsSpan().Trim();
        if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            entry.Link.Offer(text, rank);
    }

    private void ReadAtomContent(int rank, string? place)
    {
        var source = cursor.Attribute("src");
        if (source is null)
        {
            entry.Content.Offer(TextConstruct.Read(cursor), rank, place);
            return;
        }

        entry.Link.Offer(IsPage(cursor.Attribute("type")) ? source : null, 6, place);
        cursor.Skip();
    }

    private void ReadCategory()
    {
        var (term, label) = (cursor.Attribute("term"), cursor.Attribute("label"));
        entry.AddCategory(term);
        entry.AddCategory(label);
        var text = cursor.Text();
        if (term is null && label is null) entry.AddCategory(text);
    }

    /// <summary>Some put a count or a sentence here.</summary>
    private void ReadComments(string? place)
    {
        var address = cursor.Text().Trim();
        if (!address.AsSpan().ContainsAny(" \n")) entry.Comments.Offer(address, 0, place);
    }

    private void ReadEnclosure(string? place)
    {
        var url = cursor.Attribute("url") ?? cursor.Attribute("href");
        var (type, length) = (cursor.Attribute("type"), cursor.Attribute("length"));
        var text = cursor.Text();
        AddEnclosure(string.IsNullOrWhiteSpace(url) ? text : url, type, length, place);
    }

    private void AddEnclosure(string? url, string? type, string? length, string? place)
    {
        entry.AddEnclosure(url, type, length, place);
        entry.Link.Offer(url, 8, place);
        if (type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true) entry.Image.Offer(url, 3, place);
    }

    private void ReadContent(string? place)
    {
        if (cursor.Name == "encoded") entry.Content.Offer(cursor.Text(), 0, place);
        else cursor.Skip();
    }

    /// <summary>Feed services put redirects in an item's links and the addresses that it had before here.</summary>
    private void ReadOriginal(string? place)
    {
        if (cursor.Name is "origlink") entry.Link.Offer(cursor.Text(), -1, place);
        else if (cursor.Name is "origenclosurelink") entry.OriginalEnclosure.Offer(cursor.Text(), 0, place);
        else cursor.Skip();
    }

    /// <summary>RFC 4287, 4.2.1: an item taken from another feed is by that feed's authors where it names none itself.</summary>
    private void ReadSource()
    {
        if (!cursor.Enter()) return;
        while (cursor.NextChild())
        {
            if (cursor.Name == "author" && cursor.Namespace == FeedNamespace.Atom) entry.Author.Offer(PersonReader.Read(cursor), 5);
            else cursor.Skip();
        }
    }

    private void NoteIdentifier(string identifier) => feed.LooksLikeJournal |= DigitalObjectIdentifier.IsIn(identifier);
}
