namespace Wellread.Feeds.Parsing;

/// <content>The vocabularies beside RSS and Atom.</content>
internal sealed partial class EntryMapper
{
    private void ReadDublinCore(string? place)
    {
        var name = cursor.Name;
        var text = cursor.Text();
        switch (name)
        {
            case "title": entry.Title.Offer(text, 2, place); break;
            case "description" or "abstract": entry.Summary.Offer(text, 2, place); break;
            case "date":
                // The vocabulary does not say which of an item's dates it is.
                entry.Published.Offer(text, 3);
                entry.Updated.Offer(text, 3);
                break;
            case "issued" or "created" or "available": entry.Published.Offer(text, name == "issued" ? 2 : 5); break;
            case "modified": entry.Updated.Offer(text, 2); break;
            case "creator" or "author": entry.Author.Offer(PersonReader.Name(text), 2); break;
            case "contributor" or "publisher": entry.Author.Offer(PersonReader.Name(text), 6); break;
            case "subject": entry.AddCategory(text); break;
            case "identifier":
                entry.Id.Offer(text, 2);
                NoteIdentifier(text);
                break;
        }
    }

    private void ReadPodcast(string? place)
    {
        switch (cursor.Name)
        {
            case "title": entry.Title.Offer(cursor.Text(), 4, place); break;
            case "summary" or "description": entry.Summary.Offer(cursor.Text(), 4, place); break;
            case "subtitle": entry.Summary.Offer(cursor.Text(), 5, place); break;
            case "author": entry.Author.Offer(cursor.Text(), 3); break;
            case "keywords": entry.AddCategories(cursor.Text()); break;
            case "image":
                entry.Image.Offer(cursor.Attribute("href"), 2, place);
                cursor.Skip();
                break;
            default: cursor.Skip(); break;
        }
    }

    private void ReadPrism()
    {
        feed.LooksLikeJournal = true;
        var name = cursor.Name;
        var text = cursor.Text();
        if (name is "publicationdate" or "coverdate") entry.Published.Offer(text, name == "publicationdate" ? 6 : 7);
        else if (name == "keyword") entry.AddCategory(text);
        else if (name == "doi") entry.Id.Offer(text, 4);
    }
}
