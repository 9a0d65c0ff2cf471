using Wellread.Practices;
using Wellread.Suggestions.Today;

namespace Wellread.Suggestions.Outgoing;

/// <summary>Goes through what was decided and set, moment by moment, and lets out what waits as its turn comes.</summary>
internal sealed class TurnQueue(ChannelInfo channel)
{
    /// <summary>Items come out this far apart at least: several tools take items of one minute for one, or post them on top of each other.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string ArticleId, int Place), Turn> _turns = [];
    private readonly Dictionary<string, TurnArticle> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string ArticleId, int Place), DateTimeOffset> _earlier = [];
    private readonly HashSet<(string ArticleId, int Place)> _staying = [];
    private readonly List<Waiting> _queue = [];
    private readonly PostTimes _posts = new();
    private ChannelClock _clock = null!;
    private bool _hasOwnGap;
    private DateTimeOffset _lastOut = DateTimeOffset.MinValue;

    /// <summary>When the first of the queue has its turn, as long as nothing changes that decides on it.</summary>
    private (bool IsKnown, DateTimeOffset? Slot) _next;

    public IReadOnlyDictionary<(string ArticleId, int Place), Turn> Turns => _turns;

    /// <summary>When an approval had come out that waits anew, in other words.</summary>
    public IReadOnlyDictionary<(string ArticleId, int Place), DateTimeOffset> Earlier => _earlier;

    /// <summary>The approvals of what was out in the same words.</summary>
    public IReadOnlySet<(string ArticleId, int Place)> Staying => _staying;

    public DateTimeOffset LastChange { get; private set; } = DateTimeOffset.MinValue;

    public void Run(DecisionBoard board, IReadOnlyList<(DateTimeOffset From, Practice Practice)> periods)
    {
        Set(periods[0].Practice);
        foreach (var change in Changes(board).Concat(periods.Skip(1).Select(period => new Change(period.From, null, 0, period.Practice)))
            .OrderBy(change => change.At).ThenBy(change => change.History?.ArticleId, StringComparer.Ordinal).ThenBy(change => change.Place))
        {
            LetOut(change.At);
            LastChange = change.At;
            if (change.Practice is { } practice) Set(practice);
            else Decide(change.History!, change.Place, change.At);
        }

        LetOut(null);
    }

    /// <summary>Only of articles that ever went out or were shared here. No decision comes before the one that it follows, whatever the clocks of two instances said.</summary>
    private IEnumerable<Change> Changes(DecisionBoard board)
    {
        foreach (var history in board.All)
        {
            if (!history.Decisions.Any(decision => decision.Action == DecisionAction.Approve || (decision.Action == DecisionAction.Shared && decision.Channel == channel.Channel))) continue;
            var at = DateTimeOffset.MinValue;
            for (var place = 0; place < history.Decisions.Length; place++)
            {
                if (history.Decisions[place].At > at) at = history.Decisions[place].At;
                yield return new Change(at, history, place, null);
            }
        }
    }

    private void Set(Practice practice)
    {
        var policy = practice.Policy(channel.Channel);
        _hasOwnGap = policy.LeastGap >= Apart;
        _clock = new ChannelClock(practice, policy, _hasOwnGap ? policy.LeastGap : Apart);
        _next = default;
    }

    private void Decide(DecisionHistory history, int place, DateTimeOffset at)
    {
        var known = history.Decisions.Length == place + 1 ? history : history with { Decisions = history.Decisions[..(place + 1)] };
        if (!_articles.TryGetValue(history.ArticleId, out var article)) _articles[history.ArticleId] = article = new TurnArticle();
        CountShares(article, known, at);
        // For whom an old approval was that does not say so is not known here: it has no turn, as it came out at once.
        var entry = OutboxEntry.On(channel, known, audienceNow: null, (open, one) => Stays(open, one, known, at));
        if (article.Entry is { } before && (entry is null || !IsSame(before, entry))) Leave(before, at);
        if (entry is not null && (article.Entry is null || !IsSame(article.Entry, entry))) Enter(article, entry, at);
        article.Entry = entry;
    }

    /// <summary>What is out is not given out twice because somebody says yes once more; whether it was is asked when they do.</summary>
    private bool Stays(OutboxEntry open, int place, DecisionHistory known, DateTimeOffset at)
    {
        var id = (known.ArticleId, place);
        var isNew = place == known.Decisions.Length - 1 && _turns.TryGetValue((known.ArticleId, open.Place), out var turn) && turn.At <= at;
        if (isNew && open.Words.Article?.AsSeen is { } seen && seen == known.Decisions[place].Article?.AsSeen) _staying.Add(id);
        return _staying.Contains(id);
    }

    /// <summary>A share of what had come out here is the same post, unless it says its own time.</summary>
    private void CountShares(TurnArticle article, DecisionHistory known, DateTimeOffset at)
    {
        var standing = known.StandingPlaces().Where(place => known.Decisions[place] is var one && one.Action == DecisionAction.Shared && one.Channel == channel.Channel).ToHashSet();
        foreach (var gone in article.Shares.Keys.Except(standing).ToList())
        {
            if (article.Shares.Remove(gone, out var time) && time is { } counted) Remove(counted);
        }

        foreach (var place in standing.Where(place => !article.Shares.ContainsKey(place)))
        {
            var share = known.Decisions[place];
            var isOut = article.Entry is { } entry && _turns.TryGetValue((known.ArticleId, entry.Place), out var turn) && turn.At <= at;
            DateTimeOffset? counts = isOut && share.SharedAt is null ? null : ChannelClock.Whole(share.OutAt);
            if (counts is { } time) Add(time);
            article.Shares[place] = counts;
        }
    }

    /// <summary>What is out stays counted: a tool may have posted it.</summary>
    private void Leave(OutboxEntry entry, DateTimeOffset at)
    {
        var id = (entry.History.ArticleId, entry.Place);
        if (_queue.RemoveAll(one => one.Id == id) > 0) _next = default;
        if (!_turns.TryGetValue(id, out var turn) || turn.At <= at) return;
        _turns.Remove(id);
        Remove(turn.At);
    }

    private void Enter(TurnArticle article, OutboxEntry entry, DateTimeOffset at)
    {
        var id = (entry.History.ArticleId, entry.Place);
        var words = entry.Words.Article?.AsSeen;
        // Taken back and said again, it is where it was. In other words it is read anew by whoever had it, so it waits its turn.
        if (_turns.ContainsKey(id) && article.Words.TryGetValue(entry.Place, out var before) && before == words) return;
        if (_turns.Remove(id, out var turn))
        {
            if (turn.At > at) Remove(turn.At);
            else _earlier.TryAdd(id, turn.At);
        }

        article.Words[entry.Place] = words;
        var asked = entry.Approval.SharedAt;
        if (entry.Approval.WaitsItsTurn || asked < at - Decision.Retry) _queue.Add(new Waiting(id, ChannelClock.Whole(at)));
        else Plan(id, ChannelClock.Whole(asked > at ? asked.Value : at));
    }

    /// <summary>At the time that an editor chose, and of two at one moment the second a little later.</summary>
    private void Plan((string ArticleId, int Place) id, DateTimeOffset time)
    {
        while (_posts.Near(time, Apart) is { } near) time = near + Apart;
        _turns[id] = new Turn(time, null);
        Add(time);
    }

    /// <summary>Lets out all whose turn comes by then; with null, all that wait, as it is if nothing happens any more.</summary>
    private void LetOut(DateTimeOffset? until)
    {
        while (_queue is [var first, ..])
        {
            if (!_next.IsKnown) _next = (true, _clock.FirstSlot(Max(first.Since, Max(ChannelClock.Whole(LastChange), _lastOut)), _posts));
            if (_next.Slot is not { } slot || slot > until) return;
            _queue.RemoveAt(0);
            _turns[first.Id] = new Turn(slot, slot == first.Since ? null : LimitAt(first.Since));
            Add(slot);
            _lastOut = slot;
        }
    }

    private void Add(DateTimeOffset post)
    {
        _posts.Add(post);
        _next = default;
    }

    private void Remove(DateTimeOffset post)
    {
        _posts.Remove(post);
        _next = default;
    }

    /// <summary>What is in the way at the moment of the yes, as an editor would be told.</summary>
    private ShareLimit? LimitAt(DateTimeOffset at) =>
        _clock.Broken(at, _posts).Where(limit => limit != ShareLimit.LeastGap || _hasOwnGap).Select(limit => (ShareLimit?)limit).FirstOrDefault();

    private static bool IsSame(OutboxEntry one, OutboxEntry other) => one.Place == other.Place && one.Words.Article?.AsSeen == other.Words.Article?.AsSeen;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Change(DateTimeOffset At, DecisionHistory? History, int Place, Practice? Practice);

    private readonly record struct Waiting((string ArticleId, int Place) Id, DateTimeOffset Since);

    /// <summary>What is known of an article so far.</summary>
    private sealed class TurnArticle
    {
        public OutboxEntry? Entry { get; set; }

        /// <summary>The standing shares by place, and what they count as; null where that is counted already.</summary>
        public Dictionary<int, DateTimeOffset?> Shares { get; } = [];

        /// <summary>In which words each approval took its turn.</summary>
        public Dictionary<int, DecidedArticle?> Words { get; } = [];
    }
}
