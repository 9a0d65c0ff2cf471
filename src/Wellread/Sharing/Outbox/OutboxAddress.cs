using System.Globalization;
using Wellread.Practices;
using Wellread.Suggestions.Outgoing;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// Which of a practice's feeds it is. Each channel and tone has a text of its own for the same article, so each has its own address and ids: readers take what has one id
/// for one item.
/// </summary>
/// <param name="Home">The service's own address, without a slash at its end.</param>
/// <param name="Path">The feed's path.</param>
/// <param name="Channel">The channel that was asked for; null for the practice's own.</param>
/// <param name="Tone">The tone.</param>
internal sealed record OutboxAddress(string Home, string Path, ShareChannel? Channel, ShareTone Tone)
{
    private string? ToneSlug => Tone == ShareTone.Plain ? null : ShareTones.SlugOf(Tone);

    /// <summary>Without the token.</summary>
    public string Self
    {
        get
        {
            string?[] asked = [Channel is null ? null : $"channel={Channel.Slug}", ToneSlug is null ? null : $"tone={ToneSlug}"];
            var query = string.Join('&', asked.OfType<string>());
            return $"{Home}{Path}{(query.Length == 0 ? "" : $"?{query}")}";
        }
    }

    public string FeedId(Practice practice) => string.Join(':', ((string?[])["urn:wellread:outbox", practice.Id, Channel?.Slug, ToneSlug]).OfType<string>());

    /// <summary>The same as long as it is one post, and another where the article was approved once more after that.</summary>
    public string ItemId(Practice practice, OutboxEntry entry) =>
        $"{FeedId(practice)}:{entry.History.ArticleId}{entry.Again?.ToString("':'yyyyMMdd", CultureInfo.InvariantCulture)}";
}
