using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <content>The vocabularies beside RSS and Atom.</content>
internal sealed partial class XmlFeedMapper
{
    private void ReadDublinCore(string? place)
    {
        var name = cursor.Name;
        var text = cursor.Text();
        switch (name)
        {
            case "title": _feed.Title.Offer(text, 2, place); break;
            case "description": _feed.Summary.Offer(text, 2, place); break;
            case "language": _feed.Language.Offer(text, 1); break;
            case "rights": _feed.Rights.Offer(text, 2, place); break;
            case "modified": _feed.Updated.Offer(text, 2); break;
            case "date":
                _feed.Published.Offer(text, 3);
                _feed.Updated.Offer(text, 3);
                break;
            case "issued" or "created": _feed.Published.Offer(text, 2); break;
            case "creator" or "author": _feed.Author.Offer(PersonReader.Name(text), 2); break;
            case "publisher" or "contributor": _feed.Author.Offer(PersonReader.Name(text), 5); break;
            case "subject": _feed.AddCategory(text); break;
            case "identifier": _feed.Id.Offer(text, 2); break;
        }
    }

    private void ReadPodcast(string? place)
    {
        switch (cursor.Name)
        {
            case "image":
                _feed.Image.Offer(cursor.Attribute("href"), 3, place);
                cursor.Skip();
                break;
            case "category": ReadCategory(); break;
            case "keywords": _feed.AddCategories(cursor.Text()); break;
            case "author": _feed.Author.Offer(cursor.Text(), 3); break;
            case "owner": _feed.Author.Offer(PersonReader.Read(cursor), 4); break;
            case "summary" or "description": _feed.Summary.Offer(cursor.Text(), 3, place); break;
            case "subtitle": _feed.Summary.Offer(cursor.Text(), 4, place); break;
            default: cursor.Skip(); break;
        }
    }

    private void ReadMedia(string? place)
    {
        if (cursor.Name == "thumbnail" || (cursor.Name == "content" && MediaMapper.IsImage(cursor))) _feed.Image.Offer(cursor.Attribute("url"), 4, place);
        cursor.Skip();
    }

    private void ReadSyndication()
    {
        var name = cursor.Name;
        var text = cursor.Text();
        if (name == "updateperiod") _feed.UpdatePeriod = text;
        else if (name == "updatefrequency" && double.TryParse(text, CultureInfo.InvariantCulture, out var frequency)) _feed.UpdateFrequency = frequency;
    }
}
