namespace Wellread.Feeds.Parsing;

/// <summary>The address of a picture: RSS has it in a child, iTunes in an attribute, Atom and others as text.</summary>
internal static class ImageReader
{
    public static string Read(XmlCursor cursor)
    {
        var href = cursor.Attribute("href");
        string? url = null;
        var text = cursor.Mixed(child =>
        {
            if (child == "url") url = cursor.Text();
            else cursor.Skip();
        });
        return url ?? href ?? text;
    }
}
