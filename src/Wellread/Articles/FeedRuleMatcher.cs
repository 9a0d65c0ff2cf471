using System.Runtime.CompilerServices;
using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>
/// Whether a feed's keep and block rules let an article through. Words are compared without case and accents, phrases word by word; a rule is read once for as long
/// as the catalog holds it.
/// </summary>
internal sealed class FeedRuleMatcher
{
    private static readonly ConditionalWeakTable<FeedRules, FeedRuleMatcher> Read = [];

    private readonly Phrase[] _keep;
    private readonly Phrase[] _block;

    private FeedRuleMatcher(FeedRules rules) => (_keep, _block) = ([.. rules.Keep.Select(Phrase.From)], [.. rules.Block.Select(Phrase.From)]);

    /// <param name="rules">What to keep and to block.</param>
    /// <param name="article">The article.</param>
    /// <param name="inText">True to look in its text as well, which the rules of a feed do not.</param>
    public static bool Allows(FeedRules rules, Article article, bool inText = false) =>
        rules.IsNone || Read.GetValue(rules, read => new FeedRuleMatcher(read)).Allows(new Places(article, inText));

    private bool Allows(Places places) => (_keep.Length == 0 || Array.Exists(_keep, places.Say)) && !Array.Exists(_block, places.Say);

    /// <summary>A rule's words in their order, and the place that it is for; null = every place.</summary>
    private sealed record Phrase(string? Place, FoldedWords Words, bool IsBeginning)
    {
        public static Phrase From(string rule)
        {
            var colon = rule.IndexOf(':', StringComparison.Ordinal);
            var place = colon < 0 ? null : rule[..colon].Trim().ToLowerInvariant();
            var isPlace = place is "title" or "link" or "topic";
            var words = (isPlace ? rule[(colon + 1)..] : rule).TrimEnd(' ', '.', ',', '!', '?');
            return new Phrase(isPlace ? place : null, FoldedWords.From(words), words.EndsWith('*'));
        }

        public bool IsIn(FoldedWords text)
        {
            for (var start = 0; start + Words.Count <= text.Count; start++)
            {
                var at = 0;
                while (at < Words.Count && Is(text[start + at], at)) at++;
                if (at == Words.Count && at > 0) return true;
            }

            return false;
        }

        private bool Is(ReadOnlySpan<char> word, int at) =>
            IsBeginning && at == Words.Count - 1 ? word.StartsWith(Words[at], StringComparison.Ordinal) : word.SequenceEqual(Words[at]);
    }

    /// <summary>Where words are looked for, each read only if a rule asks for it.</summary>
    private sealed class Places(Article article, bool inText)
    {
        private FoldedWords? _text;
        private FoldedWords? _title;
        private FoldedWords? _link;
        private FoldedWords? _topics;

        public bool Say(Phrase phrase) =>
            (phrase.Place is null or "title" && phrase.IsIn(_title ??= FoldedWords.From(article.Title)))
            || (phrase.Place is null or "link" && phrase.IsIn(_link ??= FoldedWords.From(new Uri(article.Link).PathAndQuery)))
            || (phrase.Place is null && inText && phrase.IsIn(_text ??= FoldedWords.From(article.Summary)))
            || (phrase.Place is null or "topic" && phrase.IsIn(_topics ??= FoldedWords.From(string.Join('\n', article.Topics.SelectMany(Names)))));

        private static IEnumerable<string> Names(string slug) => TopicCatalog.Find(slug) is { } topic ? [slug, topic.English, topic.Spanish] : [slug];
    }
}
