using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>A story that a practice has decided on and does not want to see told again.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="Sketch">What its title says.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="FeedId">Where it came from; null where that is not known.</param>
/// <param name="At">When it was or will be shared, or was decided on.</param>
/// <param name="Action">What was decided.</param>
internal sealed record SharedStory(string Title, TitleSketch Sketch, TopicCodes Topics, string? FeedId, DateTimeOffset At, DecisionAction Action)
{
    /// <summary>True where the practice stood behind it.</summary>
    public bool IsShared => Action is DecisionAction.Approve or DecisionAction.Shared;

    public IEnumerable<int> TopicPlaces => Enumerable.Range(0, Topics.Count).Select(i => Topics[i]);
}

/// <summary>What a practice has shared, the oldest first: what comes next should not be the same again. Immutable.</summary>
internal sealed class SharedStories
{
    /// <summary>By topic, the latest first.</summary>
    private readonly SharedStory[]?[] _byTopic = new SharedStory[]?[TopicCatalog.All.Length];

    /// <summary>All, the latest first; for an article of which no topic is known.</summary>
    private readonly SharedStory[] _all;

    /// <summary>Those of which no topic is known, as there was none or it has another name now; the latest first.</summary>
    private readonly SharedStory[] _withoutTopic;

    public SharedStories(IEnumerable<SharedStory> stories)
    {
        var byTime = stories.OrderBy(story => story.At).ThenBy(story => story.Title, StringComparer.Ordinal).ToList();
        _all = [.. byTime.Reverse<SharedStory>()];
        _withoutTopic = [.. _all.Where(story => story.Topics.Count == 0)];
        Shared = [.. byTime.Where(story => story.IsShared)];
        foreach (var topic in _all.SelectMany(story => story.TopicPlaces, (story, topic) => (topic, story)).GroupBy(pair => pair.topic, pair => pair.story))
            _byTopic[topic.Key] = [.. topic];
    }

    public static SharedStories None { get; } = new([]);

    /// <summary>Those that the practice stood behind, the oldest first.</summary>
    public ImmutableArray<SharedStory> Shared { get; }

    /// <summary>Those of them that are out by <paramref name="now"/>: what is only planned says nothing yet of what was seen last.</summary>
    public ImmutableArray<SharedStory> OutBy(DateTimeOffset now)
    {
        var end = Shared.Length;
        while (end > 0 && Shared[end - 1].At > now) end--;
        return Shared[..end];
    }

    /// <summary>The latest story since <paramref name="from"/> of which an article with this title and these topics would be a repeat; null where there is none. Titles are compared
    /// where a topic is shared, or where one of the two has none.</summary>
    public SharedStory? RepeatedBy(TitleSketch title, TopicCodes topics, DateTimeOffset from)
    {
        var latest = Latest(topics.Count == 0 ? _all : _withoutTopic, title, from, null);
        for (var i = 0; i < topics.Count; i++) latest = Latest(_byTopic[topics[i]] ?? [], title, from, latest);
        return latest;
    }

    private static SharedStory? Latest(SharedStory[] stories, TitleSketch title, DateTimeOffset from, SharedStory? known)
    {
        foreach (var story in stories)
        {
            if (story.At < from || story.At <= known?.At) break;
            if (story.Sketch.Repeats(title)) return story;
        }

        return known;
    }
}
