using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Sharing;
using Wellread.Sharing.Outbox;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>A text of an outbox is made once for as long as it would be made the same.</summary>
public sealed class OutboxTextsTests
{
    private static readonly ShareWish Wish = new(ShareChannel.Find("facebook")!, new Practice { Id = "green-lane", Languages = ["en"] });
    private static readonly Article Article = Make.Article("walk") with { Title = "Walk a little each day", Summary = "Ten minutes are a good start.", Topics = ["exercise"] };

    private readonly CurrentCatalog _feeds = Make.Catalog(("feed_a", FeedRules.None));
    private readonly OutboxTexts _texts;

    public OutboxTextsTests() => _texts = new OutboxTexts(_feeds);

    [Fact]
    public void Put_together_again_from_the_same_words_an_article_has_the_text_that_it_had()
    {
        var (byHand, byItself) = (_texts.ByHand(Article, Wish), _texts.ByItself(Article, Wish));
        var again = Article with { Topics = [.. Article.Topics], SensitiveTopics = [.. Article.SensitiveTopics] };
        Assert.Same(byHand, _texts.ByHand(again, Wish with { }));
        Assert.Same(byItself, _texts.ByItself(again, Wish with { }));
        Assert.Equal(ShareLinks.For(Article, Wish)!.CopyText, byHand!.CopyText);
    }

    [Fact]
    public void It_is_made_anew_with_whatever_changes()
    {
        var before = _texts.ByHand(Article, Wish)!;
        Assert.Contains("#Walking", before.CopyText, StringComparison.Ordinal);
        Assert.Contains("Twenty", _texts.ByHand(Article with { Summary = "Twenty minutes are a good start." }, Wish)!.CopyText, StringComparison.Ordinal);
        Assert.Contains("988", _texts.ByHand(Article with { Title = "When a friend speaks of suicide", SensitiveTopics = ["suicide"] }, Wish)!.CopyText, StringComparison.Ordinal);
        Assert.StartsWith("Sample", _texts.ByHand(Article with { IsSample = true }, Wish)!.CopyText, StringComparison.Ordinal);
        Assert.Contains("utm_source=facebook", _texts.ByHand(Article, Wish with { Practice = Wish.Practice with { OwnDomains = ["news.example"] } })!.Link, StringComparison.Ordinal);
        Assert.NotSame(before, _texts.ByHand(Article, Wish with { Tone = ShareTone.Tip }));
        Assert.NotSame(before, _texts.ByHand(Article, Wish with { Channel = ShareChannel.Find("x")! }));
        Assert.NotSame(before, _texts.ByHand(Article with { Source = Article.Source with { Name = "Another" } }, Wish));
    }
}
