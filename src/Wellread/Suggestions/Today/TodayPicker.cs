using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions.Today;

/// <summary>The picks of a day. <paramref name="Repeats"/> says that others were asked for and all there is had been shown.</summary>
internal sealed record TodayPicks(DateOnly Date, ImmutableArray<RankedSuggestion> Items, ChannelBudget Budget, bool Repeats, bool Samples, bool Stale);

/// <summary>
/// Picks what to share today on one channel: as many as are left of the week's budget, at least one and at most five, the same all day. What became unfit to be shared
/// is replaced; what was decided on stays. While the store does not answer, it goes on from memory.
/// </summary>
internal sealed class TodayPicker(SuggestionState state, SuggestionFinder finder, DayPicksStore store, CurrentCatalog feeds, TimeProvider time)
{
    private const int MostPicks = 5;
    private const int MaxAttempts = 20;

    /// <summary>How many of a day are remembered, the last: whoever asks for others all day long sees some again, and each call costs the same.</summary>
    private const int MostShown = 200;

    public async Task<TodayPicks> PickAsync(Practice practice, Channel channel, bool reroll, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = time.GetUtcNow();
            var snapshot = state.Current;
            var budget = ChannelBudget.Of(practice, channel, snapshot.Decisions.Of(practice.Id), now);
            var known = store.Find(practice.Id, channel, practice.Today(now));
            var (picks, repeats) = Next(practice, channel, known, reroll, budget, snapshot);
            if (ReferenceEquals(picks, known) && known.IsStored) return Answer(practice, picks, budget, repeats, snapshot);
            if (snapshot.Stale) return Answer(practice, store.KeepHere(picks), budget, repeats, snapshot);
            try
            {
                // A first pick that lost against another call's is dropped for that; a second one asked for, or a replacement, is tried again on top of it.
                var (saved, stored) = await store.SaveAsync(picks, cancellationToken);
                if (saved) return Answer(practice, stored!, budget, repeats, snapshot);
            }
            catch (StorageUnavailableException)
            {
                return Answer(practice, store.KeepHere(picks), budget, repeats, snapshot with { Stale = true });
            }
        }

        throw new StorageUnavailableException($"A day's picks met other writers {MaxAttempts} times in a row.");
    }

    /// <summary>The picks as they are to be now: <paramref name="known"/> itself where nothing changes.</summary>
    private (DayPicks Picks, bool Repeats) Next(Practice practice, Channel channel, DayPicks? known, bool reroll, ChannelBudget budget, SuggestionSnapshot snapshot)
    {
        if (known is null || reroll || known.Articles.IsEmpty)
        {
            var count = Math.Clamp(budget.Left, 1, MostPicks);
            var others = Choose(practice, channel, count, known?.Shown ?? [], known?.Articles ?? [], budget.Now, snapshot);
            var repeats = known is not null && others.Exists(known.Shown.Contains);
            var shown = known?.Shown ?? [];
            var picks = new DayPicks(practice.Id, channel, practice.Today(budget.Now), [.. others], [.. shown.Except(others).Concat(others).TakeLast(MostShown)]) { Version = known?.Version ?? 0 };

            // Where there is nothing else, what is shown is better than nothing.
            return others.Count == 0 && known is not null ? (known, reroll) : (picks, repeats);
        }

        var fit = known.Articles.Where(id => IsFit(id, practice, channel, budget.Now, snapshot)).ToList();
        if (fit.Count == known.Articles.Length) return (known, false);
        var come = Choose(practice, channel, known.Articles.Length - fit.Count, known.Shown, known.Articles, budget.Now, snapshot).Except(fit).ToList();
        return (known with { Articles = [.. fit, .. come], Shown = [.. known.Shown.Except(come).Concat(come).TakeLast(MostShown)], IsStored = false }, false);
    }

    /// <summary>
    /// The best of the practice's order that were not shown today, here or on another channel of the same readers. Where there are not enough, those of the other channels
    /// come in, then those of before, those of just now last.
    /// </summary>
    private List<string> Choose(
        Practice practice, Channel channel, int count, ImmutableArray<string> shown, ImmutableArray<string> justNow, DateTimeOffset now, SuggestionSnapshot snapshot)
    {
        var day = practice.Today(now);
        var audience = ChannelInfo.Of(channel).Audience;
        var elsewhere = ChannelInfo.All.Where(info => info.Channel != channel && info.Audience == audience)
            .SelectMany(info => store.Find(practice.Id, info.Channel, day)?.Articles ?? []).ToHashSet(StringComparer.Ordinal);
        var limit = count + shown.Length + elsewhere.Count;
        var query = new SuggestionQuery(practice, ChannelInfo.Of(channel), Topic: null, Language: null, limit, Cursor: null);
        var order = finder.Find(query).Items.Select(item => item.Candidate.Article.Id);
        var stories = Stories(shown.Concat(elsewhere), snapshot);
        return [.. order.OrderBy(Turn).Take(count)];

        int Turn(string id) =>
            justNow.Contains(id) ? 3
            : shown.Contains(id) ? 2
            : elsewhere.Contains(id) || stories.Contains(snapshot.Find(id)?.Article.Story ?? id) ? 1
            : 0;
    }

    private static HashSet<string> Stories(IEnumerable<string> ids, SuggestionSnapshot snapshot) =>
        ids.Select(id => snapshot.Find(id)?.Article.Story).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether it may still be shared; what was decided on stays in sight whatever was decided, unless it was taken back by its publisher or is blocked.</summary>
    private bool IsFit(string articleId, Practice practice, Channel channel, DateTimeOffset now, SuggestionSnapshot snapshot)
    {
        if (snapshot.Find(articleId) is not { Audience: not ArticleAudience.Neither } candidate || candidate.Article.IsSample != snapshot.ShowsSamples) return false;
        if (!SafetyRule.IsUnspoilt(candidate, practice) || !FeedRule.Allows(candidate, feeds.Current)) return false;
        var decisions = snapshot.Decisions.Of(practice.Id);
        var history = decisions.Find(articleId);
        if (history?.Standing is not null) return true;
        return candidate.Audience == ChannelInfo.Of(channel).Audience
            && practice.Languages.Contains(candidate.Article.Language)
            && !Held.Holds(candidate.Article, history)
            && !snapshot.Hides(candidate, decisions, now);
    }

    private TodayPicks Answer(Practice practice, DayPicks picks, ChannelBudget budget, bool repeats, SuggestionSnapshot snapshot) => new(
        picks.Date,
        [.. picks.Articles.Select(id => finder.Find(practice, SuggestionId.Of(id))).OfType<RankedSuggestion>()],
        budget,
        repeats,
        snapshot.ShowsSamples,
        snapshot.Stale);
}
