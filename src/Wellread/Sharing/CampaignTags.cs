using Wellread.Practices;

namespace Wellread.Sharing;

/// <summary>
/// Tells a practice's own statistics where a visit came from (Google's <c>utm_</c> parameters, lower case as they tell cases apart). Only on its own sites: on another's
/// they help nobody but that other. They never say who.
/// </summary>
internal static class CampaignTags
{
    private const string Campaign = "health-articles";

    public static string On(string link, ShareChannel channel, Practice practice)
    {
        if (!OwnDomain.Covers(practice.OwnDomains, link)) return link;
        var fragment = link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? link[at..] : "";
        var address = link[..^fragment.Length];
        var medium = channel.Channel == Channel.Email ? "email" : "social";
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}utm_source={channel.Slug}&utm_medium={medium}&utm_campaign={Campaign}{fragment}";
    }
}
