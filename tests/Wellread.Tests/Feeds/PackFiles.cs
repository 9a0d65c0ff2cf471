using System.Xml.Linq;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>The OPML packs of the checkout, read as plain XML so that these tests hold the files and not our reader of them.</summary>
internal static class PackFiles
{
    public static IReadOnlyList<(string Pack, Outline Feed)> Listed { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Path("feeds"), "*.opml").Order(StringComparer.Ordinal)
            .SelectMany(file => Read(file).Select(feed => (Path.GetFileNameWithoutExtension(file), feed))),
    ];

    public static IEnumerable<Outline> Read(string file) =>
        XDocument.Load(file).Descendants("outline").Select(outline => new Outline(outline));
}

/// <summary>One line of a pack. A missing attribute fails the test that asks for it, by name.</summary>
internal sealed record Outline(XElement Element)
{
    public string Address => this["xmlUrl"];

    public bool Enabled => this["enabled"] == "true";

    public string this[string attribute] =>
        Element.Attribute(attribute)?.Value ?? throw new InvalidDataException($"'{attribute}' is missing: {Element}");

    public string AllAttributes => string.Join(' ', Element.Attributes().OrderBy(a => a.Name.LocalName, StringComparer.Ordinal));

    public override string ToString() => Address;
}
