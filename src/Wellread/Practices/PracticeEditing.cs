using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Platform;

namespace Wellread.Practices;

/// <summary>Sets practices up and changes them, held to the rules of a request.</summary>
internal sealed class PracticeEditing(PracticeStore store, CurrentPractices practices, CurrentCatalog feeds)
{
    /// <summary>Far above what one service is for; it keeps a mistaken program from filling the memory.</summary>
    public const int MaxPractices = 10_000;

    /// <summary>What a practice does well on; more than that it is asked about.</summary>
    private const int FewChannels = 2;

    /// <summary>Puts a practice in the place of what there is, or sets up a new one; only while <paramref name="allows"/> says yes to what there is.</summary>
    public Task<PracticeChange> PutAsync(string id, PracticeRequest request, Func<Practice?, bool> allows, Caller caller, CancellationToken cancellationToken) =>
        store.ChangeAsync(id, before => Edit(before, request, allows), caller, cancellationToken);

    /// <summary>Changes what the patch names; <paramref name="read"/> makes a request of the merged JSON.</summary>
    public Task<PracticeChange> PatchAsync(
        string id,
        JsonObject patch,
        Func<PracticeRequest, JsonObject> write,
        Func<JsonObject, PracticeRequest> read,
        Func<Practice?, bool> allows,
        Caller caller,
        CancellationToken cancellationToken) =>
        store.ChangeAsync(
            id,
            before => before is null
                ? new PracticeEdit.Refused(new PracticeChange.Unknown())
                : Edit(before, read(MergePatch.Apply(write(PracticeRequest.From(before.Settings)), patch)), allows),
            caller,
            cancellationToken);

    /// <summary>Removes a practice; its settings and what it decided stay in store.</summary>
    public Task<PracticeChange> RemoveAsync(string id, Func<Practice?, bool> allows, DateTimeOffset now, Caller caller, CancellationToken cancellationToken) =>
        store.ChangeAsync(
            id,
            before => before is null ? new PracticeEdit.Refused(new PracticeChange.Unknown())
                : !allows(before) ? new PracticeEdit.Refused(new PracticeChange.Stale())
                : new PracticeEdit.Accepted(before.Settings with { RemovedAt = now }),
            caller,
            cancellationToken);

    private PracticeEdit Edit(Practice? before, PracticeRequest request, Func<Practice?, bool> allows)
    {
        if (!allows(before)) return new PracticeEdit.Refused(new PracticeChange.Stale());
        if (before is null && practices.Count >= MaxPractices) return new PracticeEdit.Refused(new PracticeChange.TooMany());
        var (settings, errors) = new PracticeRequestRules(feeds.Current, before).Read(request);
        if (!errors.IsEmpty) return new PracticeEdit.Refused(new PracticeChange.Wrong(errors));
        settings = settings with { TimeZone = settings.TimeZone ?? practices.Configured.TimeZone };
        var after = settings.ToPractice(before?.Id ?? "", version: 0).ChannelsFor(ArticleAudience.Patients).ToList();
        var added = after.Except(before?.ChannelsFor(ArticleAudience.Patients) ?? []);
        return after.Count > FewChannels && added.Any() && request.ConfirmMoreChannels is not true
            ? new PracticeEdit.Refused(new PracticeChange.NeedsYes([.. after]))
            : new PracticeEdit.Accepted(settings);
    }
}
