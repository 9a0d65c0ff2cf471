using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Practices;

internal static partial class PracticesEndpoints
{
    private const int MaxLimit = 200;
    private const string MergePatchType = "application/merge-patch+json";

    public static IEndpointRouteBuilder MapPractices(this IEndpointRouteBuilder app)
    {
        var practices = app.MapGroup("/api/v1/practices").WithTags(ApiTags.Practices);
        practices.MapGet("/", GetPractices).Fails(Problems.Validation, Problems.InvalidCursor, Problems.StoreUnavailable);
        practices.MapGet("/{id}", GetPractice).GuardsChanges().Fails(Problems.UnknownPractice, Problems.StoreUnavailable);
        practices.MapPut("/{id}", PutPractice).GuardsChanges().Accepts<PracticeRequest>("application/json").Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.MoreChannels, Problems.TooManyPractices, Problems.StaleETag, Problems.BodyTooLarge,
            Problems.UnsupportedMediaType, Problems.StoreUnavailable);
        practices.MapPatch("/{id}", PatchPractice).GuardsChanges().Accepts<PracticeRequest>(MergePatchType, "application/json").Fails(
            Problems.Validation, Problems.UnreadableBody, Problems.UnknownPractice, Problems.MoreChannels, Problems.StaleETag, Problems.BodyTooLarge,
            Problems.UnsupportedMediaType, Problems.StoreUnavailable);
        practices.MapDelete("/{id}", DeletePractice).Fails(Problems.UnknownPractice, Problems.DefaultPractice, Problems.StaleETag, Problems.StoreUnavailable);
        app.MapGroup("/api/v1/specialties").WithTags(ApiTags.Practices).MapGet("/", GetSpecialties);
        return app;
    }

    /// <summary>Show the practices</summary>
    /// <remarks>Everyone that suggestions are for. The practice `default` is there without being set up.</remarks>
    /// <param name="practices">Set by the service.</param>
    /// <param name="limit" example="50">How many to show, from 1 to 200. 50 if left empty.</param>
    /// <param name="cursor">The `nextCursor` of the page before, to see more.</param>
    internal static Results<Ok<PracticeList>, ProblemHttpResult> GetPractices(
        CurrentPractices practices, [Range(1, MaxLimit, ErrorMessage = "Ask for 1 to 200 practices.")] int limit = 50, string? cursor = null)
    {
        if (!string.IsNullOrEmpty(cursor) && !Id().IsMatch(cursor)) return Problems.InvalidCursor.Because("Send the nextCursor of the page before.", "cursor");
        if (!practices.IsComplete) return NotReadYet();
        var found = practices.All.Where(practice => string.CompareOrdinal(practice.Id, cursor ?? "") > 0).Take(limit + 1).Select(PracticeSummary.From).ToArray();
        return TypedResults.Ok(new PracticeList(found[..Math.Min(limit, found.Length)], found.Length > limit ? found[limit - 1].Id : null));
    }

    /// <summary>Show one practice</summary>
    /// <param name="id" example="default">The practice's `id`.</param>
    /// <param name="practices">Set by the service.</param>
    /// <param name="response">Set by the service.</param>
    /// <response code="200">The practice. Its `ETag` tells its settings apart: send it back as `If-Match` to change only what you saw.</response>
    internal static Results<Ok<PracticeItem>, ProblemHttpResult> GetPractice(string id, CurrentPractices practices, HttpResponse response)
    {
        if (!practices.IsComplete) return NotReadYet();
        if (practices.Find(id) is not { } practice) return NoSuch("id");
        response.Headers.ETag = PracticeETag.Of(practice);
        return TypedResults.Ok(PracticeItem.From(practice));
    }

    /// <summary>Set up a practice</summary>
    /// <remarks>
    /// Sets up a new practice under an id that you choose, or puts one in the place of what there was. What you leave out is as it is for everyone: all topics count
    /// the same, grade 8, three posts a week on Facebook and five on X, LinkedIn for colleagues, everything else off. It holds at once.
    /// </remarks>
    /// <param name="id" example="green-lane">The practice's `id`: 1 to 64 small letters, digits and hyphens.</param>
    /// <param name="editing">Set by the service.</param>
    /// <param name="json">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="200">It is changed.</response>
    /// <response code="201">It is set up.</response>
    internal static async Task<Results<Ok<PracticeItem>, Created<PracticeItem>, ProblemHttpResult>> PutPractice(
        string id, PracticeEditing editing, IOptions<JsonOptions> json, HttpContext context, CancellationToken cancellationToken)
    {
        if (!Id().IsMatch(id)) return Problems.Validation.Because("An id is 1 to 64 small letters, digits and hyphens, such as green-lane.", "id");
        var options = json.Value.SerializerOptions;
        var request = PracticeBody.Request(await PracticeBody.ReadAsync(context.Request, ofId: null, options, cancellationToken), options);
        var change = await editing.PutAsync(id, request, PracticeETag.Allows(context.Request), Caller.Of(context), cancellationToken);
        if (change is not PracticeChange.Saved { Practice: var practice, IsNew: var isNew }) return Refuse(change);
        context.Response.Headers.ETag = PracticeETag.Of(practice);
        return isNew ? TypedResults.Created($"/api/v1/practices/{practice.Id}", PracticeItem.From(practice)) : TypedResults.Ok(PracticeItem.From(practice));
    }

    /// <summary>Change a practice</summary>
    /// <remarks>
    /// Only what you send is changed. Send null to put something back to what it is for everyone (JSON merge patch, RFC 7396). So
    /// `{ "channels": { "facebook": { "weeklyBudget": 2 } } }` changes that one number. For a third channel for patients, send `"confirmMoreChannels": true` too.
    /// </remarks>
    /// <param name="id" example="default">The practice's `id`.</param>
    /// <param name="editing">Set by the service.</param>
    /// <param name="json">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    internal static async Task<Results<Ok<PracticeItem>, ProblemHttpResult>> PatchPractice(
        string id, PracticeEditing editing, IOptions<JsonOptions> json, HttpContext context, CancellationToken cancellationToken)
    {
        var options = json.Value.SerializerOptions;
        var patch = await PracticeBody.ReadAsync(context.Request, id, options, cancellationToken);
        var change = await editing.PatchAsync(
            id,
            patch,
            request => (JsonObject)JsonSerializer.SerializeToNode(request, options)!,
            merged => PracticeBody.Request(merged, options),
            PracticeETag.Allows(context.Request),
            Caller.Of(context),
            cancellationToken);
        if (change is not PracticeChange.Saved { Practice: var practice }) return Refuse(change);
        context.Response.Headers.ETag = PracticeETag.Of(practice);
        return TypedResults.Ok(PracticeItem.From(practice));
    }

    /// <summary>Remove a practice</summary>
    /// <remarks>
    /// Nothing is suggested for it any more, its outbox is closed and its token taken back, and webhooks tell nothing of it. What it decided is not lost: `GET /api/v1/audit`
    /// still shows it. Set it up again under the same `id`, and it has what it decided before. The practice `default` stays.
    /// </remarks>
    /// <param name="id" example="green-lane">The practice's `id`.</param>
    /// <param name="editing">Set by the service.</param>
    /// <param name="time">Set by the service.</param>
    /// <param name="context">Set by the service.</param>
    /// <param name="cancellationToken">Set by the service.</param>
    /// <response code="204">It is removed.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DeletePractice(
        string id, PracticeEditing editing, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (id == Practice.DefaultId)
            return Problems.DefaultPractice.Because("Calls that name no practice mean this one. To begin anew with it, put {} in its place.", "id");
        if (!Id().IsMatch(id)) return NoSuch("id");
        var change = await editing.RemoveAsync(id, PracticeETag.Allows(context.Request), time.GetUtcNow(), Caller.Of(context), cancellationToken);
        return change is PracticeChange.Saved ? TypedResults.NoContent() : Refuse(change);
    }

    /// <summary>Show the specialties</summary>
    /// <remarks>Kinds of practice, each a preset of how much topics count. A practice can change single topics for itself.</remarks>
    internal static Ok<SpecialtyList> GetSpecialties() => TypedResults.Ok(new SpecialtyList([.. SpecialtyCatalog.All.Select(SpecialtyItem.From)]));

    /// <summary>The answer where a call names a practice that there is not.</summary>
    public static ProblemHttpResult NoSuch(string field = "practice") =>
        Problems.UnknownPractice.Because("Use the id of a practice from GET /api/v1/practices, or leave it out for the default practice.", field);

    /// <summary>The answer where the store has not been reached since the start: neither "there is none" nor the configured settings would be true.</summary>
    private static ProblemHttpResult NotReadYet() =>
        Problems.StoreUnavailable.Because("The practices have not been read yet, as the place where we keep them does not answer. Please try again in a few seconds.");

    private static ProblemHttpResult Refuse(PracticeChange change) => change switch
    {
        PracticeChange.Wrong { Errors: [var only] } => Problems.Validation.Because(only.Message, only.Field),
        PracticeChange.Wrong { Errors: var errors } => Problems.Validation.Because(errors.Select(error => (error.Field, error.Message))),
        PracticeChange.NeedsYes { Channels: var channels } => Problems.MoreChannels.Because(
            $"Your practice would be on {channels.Length} channels for patients: {Listed([.. channels.Select(channel => channel.Name)])}. Two done well reach more people than "
            + "many done badly. If you are sure, send it again with \"confirmMoreChannels\": true.",
            "confirmMoreChannels"),
        PracticeChange.TooMany => Problems.TooManyPractices.Because($"There are {PracticeEditing.MaxPractices} practices. Change one that you no longer need."),
        PracticeChange.Stale => Problems.StaleETag.Because("Get the practice again, look at what changed, and send your change with the new ETag."),
        _ => NoSuch("id"),
    };

    private static string Listed(IReadOnlyList<string> names) => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    [GeneratedRegex("^[a-z0-9-]{1,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
