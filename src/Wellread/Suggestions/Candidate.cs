using System.Runtime.CompilerServices;
using Wellread.Articles;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>An article that can be suggested, with what ranking needs of it worked out once.</summary>
/// <param name="Article">The article.</param>
/// <param name="Audience">Whom it suits.</param>
/// <param name="Rank">Its time-invariant rank, see <see cref="ArticleRank"/>.</param>
internal sealed record Candidate(Article Article, ArticleAudience Audience, double Rank)
{
    private const int Unread = -1;

    private int _notice = Unread;
    private int _timelyUntil = Unread;
    private int _readersFrom = Unread;

    /// <summary>What it is about, short enough to compare with thousands of others.</summary>
    public TopicCodes Topics { get; } = TopicCodes.Of(Article.Topics);

    /// <summary>0 to 1: what there is to show with the link.</summary>
    public float Presentation { get; } = PresentationRule.Of(Article);

    /// <summary>What is said about its fate, read once, and only where somebody may suggest it: five patterns for each of all that are stored would hold up the start.</summary>
    public ArticleNotice Notice => (ArticleNotice)(_notice == Unread ? _notice = (int)ArticleNotices.Of(Article) : _notice);

    /// <summary>The last day on which its headline fits, read once and only where somebody ranks it.</summary>
    public DateOnly TimelyUntil => DateOnly.FromDayNumber(_timelyUntil == Unread ? _timelyUntil = TimelinessRule.LastDay(this).DayNumber : _timelyUntil);

    /// <summary>The age from which it is for people, read once and only where a practice has patients of certain ages; 0 for any.</summary>
    public int ReadersFrom => _readersFrom == Unread ? _readersFrom = ReadersRule.From(Article) : _readersFrom;

    /// <summary>What its title says, read out of it once for all practices, and only where somebody looks at it closely.</summary>
    public TitleSketch Sketch => field ??= TitleSketch.Of(Article.Title);

    /// <summary>What it fitted when somebody last asked, for all practices that have the same day.</summary>
    public SeasonFit? LastSeason { get; set; }

    /// <summary>False only where no other article tells its story: most are asked, and few have to look.</summary>
    public bool MayBeRetold { get; set; }

    public bool IsSecondChoice => Article.Assessment is { SecondChoice: true };

    public static Candidate From(Article article) => FromStored(ArticleParts.Share(article));

    /// <summary>Of an article as the store gives it, which has one copy already of what it has in common with others.</summary>
    public static Candidate FromStored(Article article) =>
        new(article, article.Assessment?.Audience ?? ArticleAudience.Neither, ArticleRank.Of(article));

    /// <summary>Each is one of its own: what it remembers says nothing of what it is.</summary>
    public bool Equals(Candidate? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Highest rank first; ties by id, so that every instance has the same order.</summary>
    public static IComparer<Candidate> ByRank { get; } = Comparer<Candidate>.Create((a, b) =>
        b.Rank.CompareTo(a.Rank) is not 0 and var order ? order : string.CompareOrdinal(a.Article.Id, b.Article.Id));
}
