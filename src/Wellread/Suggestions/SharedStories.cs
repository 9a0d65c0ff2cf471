using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>A story that a practice has decided on and does not want to see told again.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="Sketch">What its title says.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="FeedId">Where it came from; null where that is not known.</param>
/// <param name="At">When it was shared, or decided on.</param>
/// <param name="IsShared">True where the practice stood behind it.</param>
internal sealed record SharedStory(string Title, TitleSketch Sketch, TopicCodes Topics, string? FeedId, DateTimeOffset At, bool IsShared)
{
    public IEnumerable<int> TopicPlaces => Enumerable.Range(0, Topics.Count).Select(i => Topics[i]);
}

/// <summary>What a practice has shared, the oldest first: what comes next should not be the same again. Immutable.</summary>
internal sealed class SharedStories
{
    /// <summary>By topic, the latest first.</summary>
    private readonly SharedStory[]?[] _byTopic = new SharedStory[]?[TopicCatalog.All.Length];

    public SharedStories(IEnumerable<SharedStory> stories)
    {
        var byTime = stories.OrderBy(story => story.At).ThenBy(story => story.Title, StringComparer.Ordinal).ToList();
        Shared = [.. byTime.Where(story => story.IsShared)];
        foreach (var topic in byTime.Reverse<SharedStory>().SelectMany(story => story.TopicPlaces, (story, topic) => (topic, story)).GroupBy(pair => pair.topic, pair => pair.story))
            _byTopic[topic.Key] = [.. topic];
    }

    public static SharedStories None { get; } = new([]);

    /// <summary>Those that the practice stood behind, the oldest first.</summary>
    public ImmutableArray<SharedStory> Shared { get; }

    /// <summary>The main topic of what was shared last; -1 where there is none.</summary>
    public int LastTopic => Shared is [.., var last] ? last.Topics.Main : -1;

    /// <summary>The latest story since <paramref name="from"/> of which an article with this title and these topics would be a repeat; null where there is none.</summary>
    public SharedStory? RepeatedBy(TitleSketch title, TopicCodes topics, DateTimeOffset from)
    {
        SharedStory? latest = null;
        for (var i = 0; i < topics.Count; i++)
        {
            foreach (var story in _byTopic[topics[i]] ?? [])
            {
                if (story.At < from || story.At <= latest?.At) break;
                if (!story.Sketch.Repeats(title)) continue;
                latest = story;
                break;
            }
        }
        return latest;
    }
}
