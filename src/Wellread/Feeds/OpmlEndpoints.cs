using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wellread.Platform;

namespace Wellread.Feeds;

/// <summary>Lists of feeds, in the format that feed readers share.</summary>
internal static class OpmlEndpoints
{
    private const string MediaType = "text/x-opml";

    /// <summary>A file of the largest size, and the form around it.</summary>
    private const int MaxBodyBytes = OpmlReader.MaxImportBytes + 64 * 1024;

    public static IEndpointRouteBuilder MapOpml(this IEndpointRouteBuilder app)
    {
        var opml = app.MapGroup("/api/v1/feeds/opml").WithTags(ApiTags.Feeds);
        opml.MapGet("/", GetOpml).TakesAnyQuery().GivesFile(MediaType);
        opml.MapPost("/", PostOpml)
            .Accepts<OpmlFileRequest>("multipart/form-data", MediaType, "application/xml", "text/xml")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Fails(Problems.InvalidOpml, Problems.BodyTooLarge, Problems.UnsupportedMediaType, Problems.StoreUnavailable);
        return app;
    }

    /// <summary>Save the list of feeds as a file</summary>
    /// <remarks>An OPML file with every feed on the list and its folders. Other feed readers can read it, and so can `POST /api/v1/feeds/opml`.</remarks>
    /// <response code="200">The file.</response>
    internal static FileContentHttpResult GetOpml(CurrentCatalog catalog, TimeProvider time) => TypedResults.File(
        OpmlWriter.Write(catalog.Current.Sources.SelectMany(FeedList), "Feeds of Wellread", time.GetUtcNow()), MediaType, "wellread-feeds.opml");

    /// <summary>Add the feeds of another reader</summary>
    /// <remarks>
    /// Send the OPML file that your feed reader exports. Its feeds are put on the list with their folders; those that are there already stay as they are.
    /// The answer names each line that could not be used, and why. Feeds are read with the next refreshes; look at their health then.
    /// A program may also send the file itself as the body, as `text/x-opml` or `application/xml`.
    /// </remarks>
    /// <response code="200">What became of the list.</response>
    internal static async Task<Results<Ok<OpmlReport>, ProblemHttpResult>> PostOpml(HttpRequest request, OpmlImporter importer, CancellationToken cancellationToken)
    {
        if (await ReadFileAsync(request, cancellationToken) is not { } file) return Problems.InvalidOpml.Because("Choose a file.", "file");
        return OpmlReader.ReadImport(file) switch
        {
            OpmlImport.Read list => TypedResults.Ok(await importer.ImportAsync(list, cancellationToken)),
            OpmlImport.Refused refused => Problems.InvalidOpml.Because(refused.Message, "file"),
            _ => throw new InvalidOperationException("There is no such outcome."),
        };
    }

    /// <summary>The file in a form, or the body itself; null where a form has none or breaks off.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadFileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        try
        {
            if (!request.HasFormContentType) await request.Body.CopyToAsync(bytes, cancellationToken);
            else if ((await request.ReadFormAsync(cancellationToken)).Files is [var file, ..]) await file.CopyToAsync(bytes, cancellationToken);
            else return null;
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A feed once for each of its folders.</summary>
    private static IEnumerable<OpmlFeed> FeedList(FeedSource source)
    {
        var feed = new OpmlFeed(source.Url, source.Title, source.Homepage, source.Publisher, source.Audience, source.Language, source.Topics, source.Enabled);
        return source.Folders.Count == 0 ? [feed] : source.Folders.Select(folder => feed with { Folder = folder });
    }
}

/// <summary>A list of feeds to add.</summary>
public sealed record OpmlFileRequest
{
    /// <summary>The OPML file, of at most 5 MB and 10,000 lines.</summary>
    public required IFormFile File { get; init; }
}

/// <summary>What became of a list of feeds.</summary>
/// <param name="Title">What the list calls itself.</param>
/// <param name="Added">How many feeds are new on the list.</param>
/// <param name="Known">How many were on it already.</param>
/// <param name="Unused">Each line that could not be used, or not wholly, and why.</param>
internal sealed record OpmlReport(string? Title, int Added, int Known, IReadOnlyList<OpmlMistake> Unused);
