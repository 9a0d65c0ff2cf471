using System.Collections.Immutable;

namespace Wellread.Feeds;

/// <summary>
/// Which items of a feed are suggested, by words: with <paramref name="Keep"/> only those that say one of its words, and never those that say one of
/// <paramref name="Block"/>. Each entry is a word or a phrase, looked for in the title, the link and the topics; <c>title:</c>, <c>link:</c> or <c>topic:</c>
/// before it looks in that place only, <c>*</c> behind it takes the rest of a word as well.
/// </summary>
internal sealed record FeedRules(ImmutableArray<string> Keep, ImmutableArray<string> Block)
{
    public static FeedRules None { get; } = new([], []);

    public bool IsNone => Keep.IsEmpty && Block.IsEmpty;
}
