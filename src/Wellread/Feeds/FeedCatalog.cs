using System.Collections.Frozen;
using System.Collections.Immutable;
using Wellread.Platform;

namespace Wellread.Feeds;

/// <summary>A pack that can't be used as it is. The message names each file, line and mistake.</summary>
internal sealed class FeedPackException : StartRefusedException
{
    public FeedPackException() { }

    public FeedPackException(string message) : base(message) { }

    public FeedPackException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>
/// The feeds that articles come from: immutable. Those that the OPML packs of a folder list, with what editors said on top. A mistake in a pack is an error when the service starts, with file and line, because a
/// warning in a log would let an operator's typo hide a feed for months.
/// </summary>
internal sealed class FeedCatalog
{
    private static long _made;

    private readonly FrozenDictionary<string, FeedSource> _byId;

    public FeedCatalog(IEnumerable<FeedSource> sources)
    {
        Sources = [.. sources.OrderBy(source => source.Title, StringComparer.OrdinalIgnoreCase).ThenBy(source => source.Id, StringComparer.Ordinal)];
        _byId = Sources.ToFrozenDictionary(source => source.Id);
    }

    /// <summary>Every feed once, by title.</summary>
    public ImmutableArray<FeedSource> Sources { get; }

    /// <summary>No other catalog of this program has the same, whatever is in it.</summary>
    public long Stamp { get; } = Interlocked.Increment(ref _made);

    public FeedSource? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>This catalog with what editors said on top: feeds changed, added, and taken off the list.</summary>
    public FeedCatalog With(IReadOnlyDictionary<string, FeedSetting> settings) => settings.Count == 0 ? this : new FeedCatalog(
        Sources.Select(source => settings.TryGetValue(source.Id, out var setting) ? setting.ApplyTo(source) : source)
            .Concat(settings.Values.Where(setting => Find(setting.FeedId) is null).Select(setting => setting.ApplyTo(listed: null)))
            .OfType<FeedSource>());

    /// <summary>Reads every <c>*.opml</c> of a folder, its subfolders not. Throws <see cref="FeedPackException"/> where one can't be used.</summary>
    public static FeedCatalog Load(string folder, bool isSample = false)
    {
        if (!Directory.Exists(folder)) throw new FeedPackException($"There is no folder '{folder}'.");
        var files = Directory.GetFiles(folder, "*.opml").Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0) throw new FeedPackException($"The folder '{folder}' has no *.opml file.");
        var packs = Array.ConvertAll(files, Read);
        var mistakes = packs
            .SelectMany(pack => pack.Document.Mistakes.Select(mistake => $"{pack.Name}.opml, line {mistake.Line}: {mistake.Message}"))
            .ToArray();
        if (mistakes.Length > 0) throw new FeedPackException(string.Join(' ', mistakes.Take(10)));
        return new FeedCatalog(packs
            .SelectMany(pack => pack.Document.Feeds.Select(feed => Source(feed, pack.Name, isSample)))
            .GroupBy(source => source.Id, StringComparer.Ordinal)
            .Select(same => same.Aggregate(Merge)));
    }

    private static (string Name, OpmlDocument Document) Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return (Path.GetFileNameWithoutExtension(file), OpmlReader.Read(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FeedPackException($"The file '{file}' can't be read.", exception);
        }
    }

    private static FeedSource Source(OpmlFeed feed, string pack, bool isSample) => new()
    {
        Id = FeedId.Of(feed.Url),
        Url = feed.Url,
        Title = feed.Title,
        Homepage = feed.Homepage,
        Publisher = feed.Publisher,
        Audience = feed.Audience,
        Language = feed.Language,
        Topics = feed.Topics,
        Packs = [pack],
        Folders = feed.Folder.Count > 0 ? [feed.Folder] : [],
        Enabled = feed.Enabled,
        IsSample = isSample,
    };

    /// <summary>A feed that two packs list: what the first says holds, the second adds what is new and can switch it on.</summary>
    private static FeedSource Merge(FeedSource first, FeedSource second) => first with
    {
        Homepage = first.Homepage ?? second.Homepage,
        Publisher = first.Publisher == PublisherType.Other ? second.Publisher : first.Publisher,
        Audience = first.Audience == FeedAudience.Unknown ? second.Audience : first.Audience,
        Language = first.Language ?? second.Language,
        Topics = [.. first.Topics.Union(second.Topics)],
        Packs = [.. first.Packs.Union(second.Packs)],
        Folders = [.. first.Folders.Concat(second.Folders).DistinctBy(folder => string.Join('\n', folder))],
        Enabled = first.Enabled || second.Enabled,
    };
}
