using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>
/// Articles on sensitive subjects wait until a person says yes. An approval lets one through, so that it is suggested like any other; what is decided
/// after that counts as usual. A rejection keeps it out. What was shared does not come back, nor wait again, whatever its subject. Only an approval that was given with the article's subjects in sight counts: one from before a
/// subject was found says nothing.
/// </summary>
internal static class Held
{
    /// <summary>Whether it must not be suggested, as nobody has said yes yet, or somebody has said no since.</summary>
    public static bool Holds(Article article, DecisionHistory? history) =>
        !article.SensitiveTopics.IsEmpty && ReleaseOf(article.SensitiveTopics, history?.AllStanding() ?? []) < 0;

    /// <summary>
    /// Whether the decision at this place is an approval that gives the article to other tools to post. One that only lets a held article through is a yes to suggesting
    /// it: nobody has chosen to share it yet.
    /// </summary>
    public static bool PutsOut(DecisionHistory history, int place)
    {
        var decision = history.Decisions[place];
        if (decision.Action != DecisionAction.Approve) return false;
        if (decision.Outbox is { } known) return known;
        // An older version of Wellread did not tell the two apart.
        return decision.SensitiveTopics is not { } subjects
            || ReleaseOf(subjects.Split(' '), (history with { Decisions = history.Decisions[..place] }).AllStanding()) >= 0;
    }

    /// <summary>
    /// Whether it waits for a decision at this moment: it is held, and was neither rejected nor put off. It waits again when a subject comes in that
    /// nobody has said yes to.
    /// </summary>
    public static bool Waits(Article article, DecisionHistory? history, DateTimeOffset now) =>
        Holds(article, history)
        && history?.WasShared is not true
        && (history?.Standing is not { } standing || !standing.Hides(now) || standing is { Action: DecisionAction.Approve, SensitiveTopics: not null });

    /// <summary>Whether what was decided keeps it away, as all that was shared; for a sensitive article, what was decided after the
    /// approval that let it through, or that approval where it is one to share.</summary>
    public static bool Hides(Article article, DecisionHistory? history, DateTimeOffset now)
    {
        if (history is null) return false;
        if (article.SensitiveTopics.IsEmpty) return history.Standing is { } last && (last.Hides(now) || history.WasShared);
        if (history.WasShared) return true;
        var standing = history.AllStanding();
        var release = ReleaseOf(article.SensitiveTopics, standing);
        return standing.Length > release + 1 ? standing[^1].Hides(now) : release >= 0 && standing[release].Outbox is true;
    }

    /// <summary>Where among the standing decisions the approval is that lets it through; below zero where none does.</summary>
    private static int ReleaseOf(IEnumerable<string> subjects, ImmutableArray<Decision> standing)
    {
        var release = -1;
        for (var i = 0; i < standing.Length; i++)
        {
            var decision = standing[i];
            if (release < 0 && Releases(decision, subjects)) release = i;
            if (decision.Action == DecisionAction.Reject) release = -1;
        }
        return release;
    }

    private static bool Releases(Decision decision, IEnumerable<string> subjects) =>
        decision is { Action: DecisionAction.Approve, SensitiveTopics: { } seen } && subjects.All(seen.Split(' ').Contains);
}
