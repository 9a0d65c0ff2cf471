using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>An article while it is read from its stored form, its longer texts as UTF-8 as they will be kept.</summary>
internal sealed class ArticleDraft
{
    public string? Id, Title, Language, Author, StoryId;
    public byte[]? Link, Summary, ImageUrl;
    public ArticleSource? Source;
    public Assessment? Assessment;
    public PageCheck? Page;
    public PaperNotice? Notice;
    public DateTimeOffset? Published, FirstSeen, LastSeen, Updated;
    public ImmutableArray<string> Topics = [], Categories = [], SensitiveTopics = [];
    public ImmutableArray<ArticleSource> AlsoFrom = [];
    public ArticleDating Dating;
    public bool IsSample;

    /// <summary>Null where something is missing that every article has.</summary>
    public Article? ToArticle() =>
        Id is null || Link is null || Title is null || Language is null || Source is null || Published is null || FirstSeen is null
            ? null
            : new Article(Utf8Text.Of(Link), Utf8Text.Of(Summary), Utf8Text.Of(ImageUrl))
            {
                Id = Id,
                Title = Title,
                Language = Language,
                Topics = Topics,
                Categories = Categories,
                SensitiveTopics = SensitiveTopics,
                Source = Source,
                AlsoFrom = AlsoFrom,
                StoryId = StoryId,
                Published = Published.Value,
                Dating = Dating,
                FirstSeen = FirstSeen.Value,
                LastSeen = LastSeen,
                Updated = Updated,
                Author = Author,
                IsSample = IsSample,
                Assessment = Assessment,
                Page = Page,
                Notice = Notice,
            };
}
