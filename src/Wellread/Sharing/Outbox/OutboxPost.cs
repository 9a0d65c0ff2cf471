using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>A post that was shared, or that is approved for a certain time. Pure.</summary>
/// <param name="History">All that was decided on the article.</param>
/// <param name="Place">Where in it the share or the approval is.</param>
/// <param name="Channels">Where it is or goes out, one at least.</param>
internal sealed record OutboxPost(DecisionHistory History, int Place, IReadOnlyList<ShareChannel> Channels)
{
    public Decision Decision => History.Decisions[Place];

    /// <summary>When anything of it last changed.</summary>
    public DateTimeOffset ChangedAt { get; private init; }

    /// <summary>Its text; null where it is down, or nobody should post it.</summary>
    public ShareOffer? Offer { get; private init; }

    /// <summary>What to know in place of a text.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether it is taken down, or does not go out as planned.</summary>
    public bool IsOff { get; private init; }

    public static IEnumerable<OutboxPost> All(SuggestionSnapshot snapshot, Practice practice, Func<string, string?> hostOf)
    {
        var board = snapshot.Decisions.Of(practice.Id);
        foreach (var history in board.All)
        {
            foreach (var post in Shared(history)) yield return post.WithText(snapshot, board, practice, hostOf);
            foreach (var post in Planned(history, snapshot.Find(history.ArticleId)?.Audience, practice)) yield return post.WithText(snapshot, board, practice, hostOf);
        }
    }

    private static IEnumerable<OutboxPost> Shared(DecisionHistory history) =>
        from place in history.StandingPlaces()
        let decision = history.Decisions[place]
        where decision is { Action: DecisionAction.Shared, Article: not null }
        select new OutboxPost(history, place, [Of(ChannelInfo.Of(decision.Channel ?? Channel.Facebook))]);

    /// <summary>One for each approval with a time, on the channels where it still goes out: the practice's own first, all others only where it has none of them.</summary>
    private static IEnumerable<OutboxPost> Planned(DecisionHistory history, ArticleAudience? audienceNow, Practice practice) =>
        from open in ChannelInfo.All.Select(channel => (Channel: channel, Entry: OutboxEntry.On(channel, history, audienceNow)))
        where open.Entry is { Approval: { SharedAt: not null, Article: not null } }
        group open.Channel by open.Entry!.Place into plan
        let own = plan.Where(channel => history.Decisions[plan.Key].Channel is not null || practice.ChannelsFor(channel.Audience).Contains(channel)).ToList()
        select new OutboxPost(history, plan.Key, [.. (own.Count > 0 ? own : plan.ToList()).Select(Of)]);

    private OutboxPost WithText(SuggestionSnapshot snapshot, DecisionBoard board, Practice practice, Func<string, string?> hostOf)
    {
        var isPlan = Decision.Action == DecisionAction.Approve;
        var changed = LatestChange(snapshot, board);
        if (!isPlan && !History.OpenShares().Contains(Decision)) return this with { ChangedAt = changed, Problem = "This post was taken down.", IsOff = true };
        var article = isPlan
            ? OutboxItems.GoingOut(new OutboxEntry(History, Place, Again: null), snapshot, board, practice)
            : OutboxItems.ArticleOf(History.ArticleId, Decision, snapshot, board);
        var wish = new ShareWish(Channels[0], practice) { FeedHost = article is null ? null : hostOf(article.Source.FeedId) };
        var offer = article is null ? null : isPlan ? OutboxOffer.For(article, wish) : ShareLinks.For(article, wish);
        return this with { ChangedAt = changed, Offer = offer, IsOff = isPlan && offer is null, Problem = offer is null ? Trouble(isPlan, article is not null) : null };
    }

    private static string Trouble(bool isPlan, bool hasArticle) => (isPlan, hasArticle) switch
    {
        (false, _) => "Please check this post: its page has changed or gone.",
        (true, false) => "It does not go out: its page has changed or gone, it waits for a yes, or you block it by now.",
        _ => "It does not go out by itself: there is no room for its text or its help line. Please post it by hand.",
    };

    private DateTimeOffset LatestChange(SuggestionSnapshot snapshot, DecisionBoard board)
    {
        var down = History.AllStanding().LastOrDefault(decision => decision.Action == DecisionAction.TakenDown && (decision.Channel is null || decision.Channel == Decision.Channel));
        var change = snapshot.Find(History.ArticleId) is { } candidate ? SuggestionChange.Of(candidate, snapshot, board)?.ChangedAt : null;
        return new[] { Decision.At, down?.At ?? Decision.At, change ?? Decision.At }.Max();
    }

    private static ShareChannel Of(ChannelInfo info) => ShareChannel.All.First(channel => channel.Channel == info.Channel);
}
