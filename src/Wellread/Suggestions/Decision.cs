using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What an editor did with a suggestion.</summary>
internal enum DecisionAction
{
    Approve,
    Reject,
    Snooze,
    Shared,

    /// <summary>Takes back the latest decision that stands.</summary>
    Undo,

    /// <summary>The posts are taken down again, or the one on a channel. That they were shared stays so.</summary>
    TakenDown,
}

/// <summary>Why a suggestion was rejected.</summary>
internal enum RejectReason
{
    TooTechnical,
    NotToday,
    OffTopic,
    DoNotTrustSource,
    AlreadyKnown,
    Other,
}

/// <summary>One decision as it was made. It is never changed: a later decision is added behind it.</summary>
/// <param name="Action">What was done.</param>
/// <param name="At">When it was made.</param>
/// <param name="Reason">Why, for a rejection.</param>
/// <param name="Until">When a snoozed suggestion comes back.</param>
/// <param name="Channel">Where it was shared, taken down, or is approved for; null where it was taken down, or is approved, everywhere.</param>
/// <param name="ModelVersion">The model that had scored the article then.</param>
internal sealed record Decision(
    DecisionAction Action, DateTimeOffset At, RejectReason? Reason, DateTimeOffset? Until, Channel? Channel, string? ModelVersion)
{
    /// <summary>How long a suggestion is put off where nobody says until when.</summary>
    public static readonly TimeSpan UsualSnooze = TimeSpan.FromDays(7);

    /// <summary>For so long a request that says the same is taken for one that was sent again.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromMinutes(5);

    /// <summary>Who made it, as they call themselves; null where nobody said.</summary>
    public string? By { get; init; }

    /// <summary>When it was or will be shared, where that is another time than <see cref="At"/>; for an approval, when it is to go out.</summary>
    public DateTimeOffset? SharedAt { get; init; }

    /// <summary>For an approval, whether other tools get the article to post; null for all else, and for an approval of an older version of Wellread.</summary>
    public bool? Outbox { get; init; }

    /// <summary>
    /// For an approval, the channels on which it goes out in its turn, by their names on the wire, with spaces between; null for all else, and for an approval of an older
    /// version of Wellread, which went out at once.
    /// </summary>
    public string? GoesTo { get; init; }

    /// <summary>Its place in the practice's order then, from 1; null where it stood behind the first few hundred.</summary>
    public int? Rank { get; init; }

    /// <summary>The article as it was then; null for a decision of an older version of Wellread.</summary>
    public DecidedArticle? Article { get; init; }

    /// <summary>The article's sensitive subjects then, by slug, with spaces between; null where it had none.</summary>
    public string? SensitiveTopics { get; init; }

    /// <summary>Whether the practice stands behind the article with it.</summary>
    public bool Endorses => Action is DecisionAction.Approve or DecisionAction.Shared;

    /// <summary>Whether it is an approval that goes out when the practice's limits let it: an editor's own time overrides them.</summary>
    [JsonIgnore]
    public bool WaitsItsTurn => Action == DecisionAction.Approve && GoesTo is not null && SharedAt is null;

    /// <summary>When what was shared is out.</summary>
    [JsonIgnore]
    public DateTimeOffset OutAt => SharedAt ?? At;

    /// <summary>Whether the suggestion stays away at <paramref name="now"/>: always, but for a snooze that has run out.</summary>
    public bool Hides(DateTimeOffset now) => Action != DecisionAction.Snooze || Until > now;

    /// <summary>Whether the other decision says the same of the same, whenever it was made. A snooze of the usual length is the same whenever it ends.</summary>
    public bool SaysTheSameAs(Decision other) =>
        (Action, Reason, Channel, Article?.AsSeen, SensitiveTopics, By, SharedAt, Outbox, GoesTo)
        == (other.Action, other.Reason, other.Channel, other.Article?.AsSeen, other.SensitiveTopics, other.By, other.SharedAt, other.Outbox, other.GoesTo)
        && (Until == other.Until || (Until == At + UsualSnooze && other.Until == other.At + UsualSnooze));

    /// <summary>
    /// Whether this is the other decision's request sent again, and no second decision: it says the same, within minutes or of the same moment. An evergreen that is
    /// shared again after weeks is a post of its own.
    /// </summary>
    public bool Repeats(Decision other) => SaysTheSameAs(other) && (SharedAt is not null || (At - other.At).Duration() <= Retry);
}

/// <summary>What an editor saw of an article when deciding: it tells later whether it has changed, and stays when the article's feed goes.</summary>
internal sealed record DecidedArticle(string Title, string Summary, string Link, string Source)
{
    /// <summary>Its topics then, by slug, with spaces between; null where it had none, or where an older version of Wellread decided.</summary>
    public string? Topics { get; init; }

    /// <summary>The feed that it came from; null where an older version of Wellread decided.</summary>
    public string? FeedId { get; init; }

    /// <summary>The school grade at which it read; null where that was not known.</summary>
    public double? Grade { get; init; }

    /// <summary>Whom it was for; null where that was not known, or where an older version of Wellread decided.</summary>
    public ArticleAudience? Audience { get; init; }

    /// <summary>Without what learning and the outbox alone need.</summary>
    [JsonIgnore]
    public DecidedArticle AsSeen => this with { Topics = null, FeedId = null, Grade = null, Audience = null };

    public static DecidedArticle Of(Article article) => new(article.Title, article.Summary, article.Link, article.Source.Name)
    {
        Topics = article.Topics.IsDefaultOrEmpty ? null : string.Join(' ', article.Topics),
        FeedId = article.Source.FeedId,
        Grade = article.Assessment?.Grade,
        Audience = article.Assessment?.Audience,
    };
}

/// <summary>Everything that one practice decided about one article, oldest first, what was taken back and the taking back among it. Stored as JSON.</summary>
internal sealed record DecisionHistory(string ArticleId, ImmutableArray<Decision> Decisions)
{
    /// <summary>True where the stored history can't be read here, perhaps as a newer version of Wellread wrote it. No history that was read is empty.</summary>
    [JsonIgnore]
    public bool IsUnreadable => Decisions.IsEmpty;

    /// <summary>The last entry, an <see cref="DecisionAction.Undo"/> perhaps.</summary>
    [JsonIgnore]
    public Decision Latest => Decisions[^1];

    /// <summary>What counts: the latest decision that was not taken back; null where none stands.</summary>
    [JsonIgnore]
    public Decision? Standing
    {
        get
        {
            var undone = 0;
            for (var i = Decisions.Length - 1; i >= 0; i--)
            {
                if (Decisions[i].Action == DecisionAction.Undo) undone++;
                else if (undone-- == 0) return Decisions[i];
            }

            return null;
        }
    }

    /// <summary>Every decision that was not taken back, oldest first.</summary>
    public ImmutableArray<Decision> AllStanding() =>
        Decisions.All(decision => decision.Action != DecisionAction.Undo) ? Decisions : [.. StandingPlaces().Select(place => Decisions[place])];

    /// <summary>The places of the decisions that were not taken back, in order.</summary>
    public IReadOnlyList<int> StandingPlaces()
    {
        var places = new List<int>(Decisions.Length);
        for (var place = 0; place < Decisions.Length; place++)
        {
            if (Decisions[place].Action != DecisionAction.Undo) places.Add(place);
            else if (places.Count > 0) places.RemoveAt(places.Count - 1);
        }

        return places;
    }

    /// <summary>Whether it was shared, whatever was decided later: what a post has told is told.</summary>
    [JsonIgnore]
    public bool WasShared => AllStanding().Any(decision => decision.Action == DecisionAction.Shared);

    /// <summary>The shares whose posts have not been taken down, the oldest first.</summary>
    public IReadOnlyList<Decision> OpenShares()
    {
        var open = new List<Decision>();
        foreach (var decision in AllStanding())
        {
            if (decision.Action == DecisionAction.Shared) open.Add(decision);
            else if (decision.Action == DecisionAction.TakenDown) open.RemoveAll(share => decision.Channel is null || share.Channel == decision.Channel);
        }

        return open;
    }

    /// <summary>
    /// The decision by which the practice stands behind the article now: as long as a post is up, the latest share or approval; else an approval that nothing came after.
    /// </summary>
    [JsonIgnore]
    public Decision? Endorsed
    {
        get
        {
            if (!Decisions.Any(decision => decision.Endorses)) return null;
            var open = OpenShares();
            return open.Count == 0
                ? Standing is { Action: DecisionAction.Approve } approved ? approved : null
                : AllStanding().Last(decision => decision.Action == DecisionAction.Approve || open.Contains(decision));
        }
    }

    /// <summary>
    /// What a change is told against: the decision by which the practice stands behind it; where that was taken back, the last one, as a tool may have posted it before. Whoever
    /// takes it back knows what the article was like then.
    /// </summary>
    [JsonIgnore]
    public Decision? Watched => Endorsed ?? (Decisions.Any(decision => decision.Outbox is true) && Standing is not { Action: DecisionAction.TakenDown, Channel: null } ? Latest : null);

    /// <summary>What had been decided by then; null where nothing had.</summary>
    public DecisionHistory? UpTo(DateTimeOffset then) =>
        Latest.At <= then ? this : Decisions.RemoveAll(decision => decision.At > then) is { IsEmpty: false } decided ? this with { Decisions = decided } : null;

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DecisionJson.Default.DecisionHistory);

    /// <summary>Throws <see cref="JsonException"/> where it is no history of at least one decision.</summary>
    public static DecisionHistory FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, DecisionJson.Default.DecisionHistory) is { ArticleId.Length: > 0, Decisions.IsDefaultOrEmpty: false } history
            ? history
            : throw new JsonException("A decision history is an object with an article and its decisions.");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DecisionHistory))]
internal sealed partial class DecisionJson : JsonSerializerContext;
