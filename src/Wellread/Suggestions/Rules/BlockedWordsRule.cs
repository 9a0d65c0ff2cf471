using System.Runtime.CompilerServices;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>What says a word that the practice blocked, in its title, text, link or topics, is never suggested.</summary>
internal static class BlockedWordsRule
{
    private static readonly ConditionalWeakTable<Practice, FeedRules> Rules = [];

    public static bool Allows(Article article, Practice practice) =>
        practice.BlockedWords.IsEmpty || FeedRuleMatcher.Allows(Rules.GetValue(practice, of => new FeedRules([], of.BlockedWords)), article, inText: true);
}
