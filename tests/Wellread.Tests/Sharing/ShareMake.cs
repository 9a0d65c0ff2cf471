using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Sharing;

namespace Wellread.Tests.Sharing;

/// <summary>An article and its text to share, for tests of the text.</summary>
internal static class ShareMake
{
    private static readonly Practice Practice = new() { Id = "green-lane", Languages = ["en", "es"] };

    public static Article Article(string title, string summary, string language = "en", string host = "news.example") => new()
    {
        Id = "art_1",
        Link = $"https://{host}/a",
        Title = title,
        Summary = summary,
        Language = language,
        Topics = ["sun-and-skin", "vaccines"],
        Source = new ArticleSource("feed_1", "Example Health", PublisherType.News, FeedAudience.Consumer),
        Published = DateTimeOffset.UnixEpoch,
        FirstSeen = DateTimeOffset.UnixEpoch,
    };

    public static ShareOffer Offer(Article article, ShareTone tone, string channel = "facebook", double grade = 8, string? feedHost = null) => ShareLinks.For(
        article, new ShareWish(ShareChannel.Find(channel)!, Practice with { TargetGrade = grade }) { Tone = tone, FeedHost = feedHost })!;

    public static string FirstLine(ShareOffer offer) => offer.CopyText.Split('\n')[0];
}
