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
/// is replaced; what was decided on stays. Sets have numbers, so that asking twice for one is no other; none is made before somebody asks for it. While the store does not answer,
/// it goes on from memory.
/// </summary>
internal sealed class TodayPicker(SuggestionState state, SuggestionFinder finder, DayPicksStore store, CurrentCatalog feeds, TimeProvider time)
{
    /// <summary>The last set of a day that can be asked for in place of the first.</summary>
    public const int MostRerolls = 20;

    private const int MostPicks = 5;
    private const int MaxAttempts = 20;

    /// <param name="practice">The practice.</param>
    /// <param name="channel">Where it shares.</param>
    /// <param name="reroll">Which set of the day, 0 for the first; null for the last that anyone asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TodayPicks> PickAsync(Practice practice, Channel channel, int? reroll, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = time.GetUtcNow();
            var snapshot = state.Current;
            var budget = ChannelBudget.Of(practice, channel, snapshot.Decisions.Of(practice.Id), now);
            var known = store.Find(practice.Id, channel, practice.Today(now)) ?? new DayPicks(practice.Id, channel, practice.Today(now), []);
            var picks = Next(practice, known, reroll, budget, snapshot);
            if (ReferenceEquals(picks, known) && (known.IsStored || known.Sets.IsEmpty)) return Answer(practice, picks, reroll, budget, snapshot);
            if (snapshot.Stale) return Answer(practice, store.KeepHere(picks), reroll, budget, snapshot);
            try
            {
                // A first pick that lost against another call's is dropped for that; another set asked for, or a replacement, is tried again on top of it.
                var (saved, stored) = await store.SaveAsync(picks, cancellationToken);
                if (saved) return Answer(practice, stored!, reroll, budget, snapshot);
            }
            catch (StorageUnavailableException)
            {
                return Answer(practice, store.KeepHere(picks), reroll, budget, snapshot with { Stale = true });
            }
        }

        throw new StorageUnavailableException($"A day's picks met other writers {MaxAttempts} times in a row.");
    }

    /// <summary>The picks as they are to be now: <paramref name="known"/> itself where nothing changes.</summary>
    private DayPicks Next(Practice practice, DayPicks known, int? reroll, ChannelBudget budget, SuggestionSnapshot snapshot)
    {
        var number = reroll ?? known.Number;
        // Others than the first need a first.
        if (number > 0 && known[0].IsEmpty && Next(practice, known, 0, budget, snapshot) is { Articles.IsEmpty: false } begun) return Next(practice, begun, number, budget, snapshot);
        var set = known[number];
        var fit = set.Where(id => IsFit(id, practice, known.Channel, budget.Now, snapshot)).ToList();
        if (fit.Count == set.Length && !set.IsEmpty) return number == known.Number ? known : known.With(number, set);
        // Where there is nothing else, what is shown is better than nothing.
        var count = set.IsEmpty ? Math.Clamp(budget.Left, 1, MostPicks) : set.Length - fit.Count;
        var come = NextOf(practice, known, snapshot).Take(count, Shown(known.Sets), set.IsEmpty ? known.Articles : set).Except(fit);
        ImmutableArray<string> next = [.. fit, .. come];
        return next.IsEmpty && set.IsEmpty ? known : known.With(number, next);
    }

    private static HashSet<string> Shown(ImmutableArray<ImmutableArray<string>> sets) => sets.SelectMany(set => set).ToHashSet(StringComparer.Ordinal);

    private NextPicks NextOf(Practice practice, DayPicks known, SuggestionSnapshot snapshot)
    {
        var channel = ChannelInfo.Of(known.Channel);
        var elsewhere = ChannelInfo.All.Where(info => info != channel && info.Audience == channel.Audience)
            .SelectMany(info => store.Find(practice.Id, info.Channel, known.Date)?.Articles ?? []).ToHashSet(StringComparer.Ordinal);
        var limit = Shown(known.Sets).Count + elsewhere.Count + MostPicks;
        var page = finder.Find(new SuggestionQuery(practice, channel, Topic: null, Language: null, limit, Cursor: null));
        return new NextPicks([.. page.Items.Select(item => item.Candidate.Article.Id)], elsewhere, snapshot);
    }

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
            && (candidate.Topics.Count == 0 || practice.TopicWeight(TopicCatalog.All[candidate.Topics.Main].Slug) > 0)
            && !Held.Holds(candidate.Article, history)
            && !snapshot.Hides(candidate, decisions, now);
    }

    private TodayPicks Answer(Practice practice, DayPicks picks, int? reroll, ChannelBudget budget, SuggestionSnapshot snapshot)
    {
        var number = reroll is { } asked && !picks[asked].IsEmpty ? asked : picks.Number;
        var set = picks[number];
        return new TodayPicks(
            picks.Date,
            [.. set.Select(id => finder.Find(practice, SuggestionId.Of(id))).OfType<RankedSuggestion>()],
            budget,
            number != (reroll ?? number) || picks.Sets.Take(number).Any(before => before.Any(set.Contains)),
            snapshot.ShowsSamples,
            snapshot.Stale);
    }
}
