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
    public UInt128 TopicBits { get; } = Topics.Bits;
}

/// <summary>What a practice has shared, the oldest first: what comes next should not be the same again. Immutable.</summary>
internal sealed class SharedStories
{
    private readonly ImmutableArray<SharedStory> _stories;

    public SharedStories(IEnumerable<SharedStory> stories)
    {
        _stories = [.. stories.OrderBy(story => story.At).ThenBy(story => story.Title, StringComparer.Ordinal)];
        Shared = [.. _stories.Where(story => story.IsShared)];
    }

    public static SharedStories None { get; } = new([]);

    /// <summary>Those that the practice stood behind, the oldest first.</summary>
    public ImmutableArray<SharedStory> Shared { get; }

    /// <summary>The main topic of what was shared last; -1 where there is none.</summary>
    public int LastTopic => Shared is [.., var last] ? last.Topics.Main : -1;

    /// <summary>The latest story since <paramref name="from"/> of which an article with this title and these topics would be a repeat; null where there is none.</summary>
    public SharedStory? RepeatedBy(string title, TopicCodes topics, DateTimeOffset from) =>
        _stories.IsEmpty ? null : RepeatedBy(TitleSketch.Of(title), topics.Bits, from);

    /// <inheritdoc cref="RepeatedBy(string, TopicCodes, DateTimeOffset)"/>
    public SharedStory? RepeatedBy(TitleSketch title, UInt128 topics, DateTimeOffset from)
    {
        for (var i = _stories.Length - 1; i >= 0 && _stories[i].At >= from; i--)
        {
            if ((_stories[i].TopicBits & topics) != 0 && _stories[i].Sketch.Repeats(title)) return _stories[i];
        }
        return null;
    }
}
