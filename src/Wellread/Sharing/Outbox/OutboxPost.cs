using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Outgoing;

namespace Wellread.Sharing.Outbox;

/// <summary>How far a post of a calendar is.</summary>
internal enum PostStage
{
    /// <summary>Approved for later, when it goes out by itself.</summary>
    Planned,

    /// <summary>Its time has come: other tools have it to post.</summary>
    GivenOut,

    /// <summary>Other tools had it to post, and it has changed since.</summary>
    Check,

    /// <summary>It does not go out after all.</summary>
    Off,

    /// <summary>Somebody has set it up to be posted later.</summary>
    SetUp,

    /// <summary>It is out.</summary>
    Shared,

    /// <summary>It should come down.</summary>
    TakeDown,

    TakenDown,
}

/// <summary>A post that was shared, or that is approved for a certain time.</summary>
/// <param name="History">All that was decided on the article.</param>
/// <param name="Place">Where in it the share or the approval is.</param>
/// <param name="Channels">Where it is or goes out, one at least.</param>
internal sealed record OutboxPost(DecisionHistory History, int Place, IReadOnlyList<ShareChannel> Channels)
{
    public Decision Decision => History.Decisions[Place];

    /// <summary>When it comes out by itself; null where somebody gave it a time.</summary>
    public DateTimeOffset? Turn { get; private init; }

    /// <summary>When it is out.</summary>
    public DateTimeOffset OutAt => Turn ?? Decision.OutAt;

    /// <summary>When its turn may have moved last.</summary>
    private DateTimeOffset? MovedAt { get; init; }

    /// <summary>When anything of it last changed.</summary>
    public DateTimeOffset ChangedAt { get; private init; }

    /// <summary>How far it is.</summary>
    public PostStage Stage { get; private init; }

    /// <summary>Its text; null where it is down, or nobody should post it.</summary>
    public ShareOffer? Offer { get; private init; }

    /// <summary>What to know before its text, or in place of it; null where there is nothing.</summary>
    public string? Note { get; private init; }

    public static IEnumerable<OutboxPost> All(SuggestionSnapshot snapshot, Practice practice, OutboxTexts texts, DateTimeOffset now)
    {
        var board = snapshot.Decisions.Of(practice.Id);
        foreach (var history in board.All)
        {
            foreach (var post in Shared(history)) yield return post.AsShared(snapshot, practice, texts, now);
            foreach (var post in Planned(history, board, snapshot.Find(history.ArticleId)?.Audience, practice)) yield return post.AsPlanned(snapshot, board, practice, texts, now);
            foreach (var post in InTurn(history, board, practice)) yield return post.AsPlanned(snapshot, board, practice, texts, now);
            foreach (var post in TakenBack(history, board, practice, now)) yield return post.AsTakenBack(snapshot, board, practice, texts, now);
        }
    }

    private static IEnumerable<OutboxPost> Shared(DecisionHistory history) =>
        from place in history.StandingPlaces()
        let decision = history.Decisions[place]
        where decision is { Action: DecisionAction.Shared, Article: not null }
        select new OutboxPost(history, place, [Of(ChannelInfo.Of(decision.Channel ?? Channel.Facebook))]);

    /// <summary>One for each approval with a time, on the channels where it still goes out: the practice's own first, all others only where it has none of them.</summary>
    private static IEnumerable<OutboxPost> Planned(DecisionHistory history, DecisionBoard board, ArticleAudience? audienceNow, Practice practice) =>
        from open in ChannelInfo.All.Select(channel => (Channel: channel, Entry: ChannelTurns.Of(board, practice, channel).EntryOf(history, audienceNow)))
        where open.Entry is { Approval: { SharedAt: not null, Article: not null } }
        group open.Channel by open.Entry!.Place into plan
        let own = plan.Where(channel => history.Decisions[plan.Key].Channel is not null || practice.ChannelsFor(channel.Audience).Contains(channel)).ToList()
        select new OutboxPost(history, plan.Key, [.. (own.Count > 0 ? own : plan.ToList()).Select(Of)]);

    /// <summary>One for each channel where an approval without a time waits for its turn, or had it.</summary>
    private static IEnumerable<OutboxPost> InTurn(DecisionHistory history, DecisionBoard board, Practice practice) =>
        from channel in ChannelInfo.All
        where practice.Policy(channel.Channel).Enabled
        let turns = ChannelTurns.Of(board, practice, channel)
        let entry = turns.EntryOf(history, audienceNow: null)
        where entry is { Approval: { WaitsItsTurn: true, Article: not null } }
        let turn = turns.Of(entry)
        where turn is not null
        select new OutboxPost(history, entry.Place, [Of(channel)]) { Turn = turn.Value.At, MovedAt = turn.Value.At < turns.LastChange ? entry.Words.At : turns.LastChange };

    /// <summary>One for each channel where something came out by an approval that no longer holds.</summary>
    private static IEnumerable<OutboxPost> TakenBack(DecisionHistory history, DecisionBoard board, Practice practice, DateTimeOffset now) =>
        from one in GivenOut.All(history, board, practice, now)
        where history.Decisions[one.Place].Article is not null
            && ChannelTurns.Of(board, practice, ChannelInfo.Of(one.Channel)).EntryOf(history, audienceNow: null)?.Place != one.Place
        select new OutboxPost(history, one.Place, [Of(ChannelInfo.Of(one.Channel))]) { Turn = one.At };

    /// <summary>What somebody posted, or set up by hand to be posted. What has to come down is off; of what has to be looked at again the text still says what was posted.</summary>
    private OutboxPost AsShared(SuggestionSnapshot snapshot, Practice practice, OutboxTexts texts, DateTimeOffset now)
    {
        if (!History.OpenShares().Contains(Decision)) return At(PostStage.TakenDown, TakenDownAt(), now) with { Note = "This post was taken down." };
        var change = snapshot.Find(History.ArticleId) is { } candidate ? SuggestionChange.Since(Decision, candidate, snapshot, [.. Channels.Select(channel => channel.Channel)], _ => []) : null;
        if (change is { Advice: ChangeAdvice.TakeDown }) return At(PostStage.TakeDown, change.ChangedAt, now) with { Note = change.Message };
        var stage = Decision.OutAt > now ? PostStage.SetUp : PostStage.Shared;
        return At(stage, change?.ChangedAt, now) with
        {
            Offer = OutboxItems.InWordsOf(Decision, History.ArticleId, snapshot) is { } article ? texts.ByHand(article, new ShareWish(Channels[0], practice)) : null,
            Note = change is { Advice: ChangeAdvice.Check } ? change.Message : null,
        };
    }

    /// <summary>What goes out by itself at its time, where nothing bars it.</summary>
    private OutboxPost AsPlanned(SuggestionSnapshot snapshot, DecisionBoard board, Practice practice, OutboxTexts texts, DateTimeOffset now)
    {
        var entry = ChannelTurns.Of(board, practice, ChannelInfo.Of(Channels[0].Channel)).EntryOf(History, snapshot.Find(History.ArticleId)?.Audience) ?? new OutboxEntry(History, Place, Again: null);
        if (!Channels.Any(channel => practice.Policy(channel.Channel).Enabled))
            return At(PostStage.Off, null, now) with { Note = $"It does not go out. Your practice has switched off {string.Join(", ", Channels.Select(channel => channel.Name))}." };
        if (OutboxBar.WhyNot(entry, snapshot, board, practice) is { } reason)
        {
            var change = snapshot.Find(History.ArticleId) is { } candidate ? SuggestionChange.Since(entry.Words, candidate, snapshot, shared: [], at => ChannelsOutBefore(board, practice, at, now)) : null;
            return AsOut(change, now, () => OfferOf(entry.Words, snapshot, practice, texts)) ?? At(PostStage.Off, change?.ChangedAt, now) with { Note = $"It does not go out. {reason}" };
        }

        return OfferOf(entry.Words, snapshot, practice, texts) is { } offer
            ? At(OutAt > now ? PostStage.Planned : PostStage.GivenOut, entry.Words.At, now) with { Offer = offer }
            : At(PostStage.Off, null, now) with { Note = "It does not go out by itself: there is no room for its text or its help line. Please post it by hand." };
    }

    /// <summary>A tool may have posted it; nobody should by now.</summary>
    private OutboxPost AsTakenBack(SuggestionSnapshot snapshot, DecisionBoard board, Practice practice, OutboxTexts texts, DateTimeOffset now)
    {
        var change = snapshot.Find(History.ArticleId) is { } candidate ? SuggestionChange.Of(candidate, snapshot, board, practice, now) : null;
        var isOut = change?.GivenOutOn.Contains(Channels[0].Channel) is true;
        if (isOut && AsOut(change, now, () => OfferOf(Decision, snapshot, practice, texts)) is { } changed) return changed;
        var isPlanned = ChannelTurns.Of(board, practice, ChannelInfo.Of(Channels[0].Channel)).EntryOf(History, audienceNow: null) is not null;
        return At(PostStage.GivenOut, History.Latest.At, now) with
        {
            Note = isPlanned ? "It came out at this time, and was approved once more since." : "It came out at this time, and the yes to it was taken back since. If it was posted, please take it down there.",
        };
    }

    /// <summary>What was out when it changed; null where nothing is to do about that.</summary>
    private OutboxPost? AsOut(SuggestionChange? change, DateTimeOffset now, Func<ShareOffer?> offer) => change switch
    {
        { GivenOutOn.Count: > 0, Advice: ChangeAdvice.TakeDown } => At(PostStage.TakeDown, change.ChangedAt, now) with { Note = change.Message },
        { GivenOutOn.Count: > 0, Advice: ChangeAdvice.Check } => At(PostStage.Check, change.ChangedAt, now) with { Note = change.Message, Offer = offer() },
        _ => null,
    };

    private ShareOffer? OfferOf(Decision words, SuggestionSnapshot snapshot, Practice practice, OutboxTexts texts) =>
        OutboxItems.InWordsOf(words, History.ArticleId, snapshot) is { } article ? texts.ByItself(article, new ShareWish(Channels[0], practice)) : null;

    private Channel[] ChannelsOutBefore(DecisionBoard board, Practice practice, DateTimeOffset? changedAt, DateTimeOffset now) => GivenOut.Was(OutAt, Decision, changedAt, now)
        ? [.. Channels.Select(channel => channel.Channel)]
        : [.. GivenOut.All(History, board, practice, now).Where(one => one.Place == Place && GivenOut.Was(one.At, Decision, changedAt, now)).Select(one => one.Channel)];

    /// <summary>That its time has come is a change as well: what was planned is out.</summary>
    private OutboxPost At(PostStage stage, DateTimeOffset? changed, DateTimeOffset now) => this with
    {
        Stage = stage,
        ChangedAt = new[] { Decision.At, changed ?? Decision.At, MovedAt ?? Decision.At, OutAt <= now ? OutAt : Decision.At }.Max(),
    };

    private DateTimeOffset? TakenDownAt() =>
        History.AllStanding().LastOrDefault(decision => decision.Action == DecisionAction.TakenDown && (decision.Channel is null || decision.Channel == Decision.Channel))?.At;

    private static ShareChannel Of(ChannelInfo info) => ShareChannel.All.First(channel => channel.Channel == info.Channel);
}
