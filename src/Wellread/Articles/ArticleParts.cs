using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>
/// Gives articles that are kept in memory one copy of what many of them have: the source, topics, the words of a reason, a model's version. It takes a third of
/// an article's memory away. Only what was met lately is remembered, so that an odd article in a million costs nothing later.
/// </summary>
internal static class ArticleParts
{
    private static readonly SharedValues<string> Texts = new(16_384);
    private static readonly SharedValues<AssessmentReason> Reasons = new(16_384);
    private static readonly SharedValues<ArticleSource> Sources = new(2_048);

    /// <summary>The same article.</summary>
    public static Article Share(Article article) => article with
    {
        Language = Texts.Of(article.Language),
        Topics = Texts.OfAll(article.Topics),
        Categories = Texts.OfAll(article.Categories),
        SensitiveTopics = Texts.OfAll(article.SensitiveTopics),
        Source = Sources.Of(article.Source),
        AlsoFrom = Sources.OfAll(article.AlsoFrom),
        Author = article.Author is { } author ? Texts.Of(author) : null,
        Assessment = article.Assessment is { } assessment ? Share(assessment) : null,
    };

    public static string Share(string text) => Texts.Of(text);

    public static ImmutableArray<string> Share(ImmutableArray<string> texts) => Texts.OfAll(texts);

    public static AssessmentReason Share(AssessmentReason reason) => Reasons.Of(reason);

    public static ArticleSource Share(ArticleSource source) => Sources.Of(source);

    public static ImmutableArray<ArticleSource> Share(ImmutableArray<ArticleSource> sources) => sources.IsDefault ? sources : Sources.OfAll(sources);

    private static Assessment Share(Assessment assessment) => assessment with
    {
        Reasons = Reasons.OfAll(assessment.Reasons),
        ModelVersion = Texts.Of(assessment.ModelVersion),
        RulesVersion = assessment.RulesVersion is { } rules ? Texts.Of(rules) : null,
    };

    /// <summary>One value for all that are equal, as long as no other took its slot. Two threads may meet here: each slot holds a whole value at any time.</summary>
    private sealed class SharedValues<T>(int slots) where T : class, IEquatable<T>
    {
        private readonly T?[] _slots = new T?[slots];

        public T Of(T value)
        {
            ref var slot = ref _slots[(uint)value.GetHashCode() % (uint)_slots.Length];
            if (Volatile.Read(ref slot) is { } known && known.Equals(value)) return known;
            Volatile.Write(ref slot, value);
            return value;
        }

        public ImmutableArray<T> OfAll(ImmutableArray<T> values)
        {
            foreach (var value in values)
            {
                if (!ReferenceEquals(Of(value), value)) return [.. values.Select(Of)];
            }
            return values;
        }
    }
}
