using System.Collections.Frozen;

namespace Wellread.Articles;

/// <summary>
/// Query parameters that say where a reader came from and nothing about the page. The names are as their makers document them: Google Analytics
/// and Ads, Meta, Microsoft, X, TikTok, LinkedIn, Yandex, Mailchimp, HubSpot, Marketo, Adobe, Matomo, Piano (BBC's <c>at_</c>), Vero, Drip,
/// Olytics; and as publishers put them on their own feeds' links (BBC, New York Times, Elsevier, Wiley, Oxford, Medscape, PubMed).
/// </summary>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes =
    [
        "utm_", "at_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "__hs", "_hs", "ns_", "vero_", "oly_", "trk_", "rb_click", "gad_", "mkt_", "asc_",
    ];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "srsltid", "_ga", "_gl", "_gac", "usqp",
        "fbclid", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "igshid", "igsh", "mibextid",
        "msclkid", "twclid", "ttclid", "li_fat_id", "yclid", "ysclid", "_openstat", "epik", "rdt_cid", "sc_cid", "irclickid", "irgwc",
        "mc_cid", "mc_eid", "mc_tc", "hsctatracking", "s_cid", "s_kwcid", "ef_id", "__s", "_ke", "wickedid", "cvid", "oicd", "ml_subscriber",
        "ml_subscriber_hash", "ss_source", "ss_campaign_id", "ss_email_id", "sb_referer_host", "mkevt", "campid", "cmpid", "icid", "ncid", "ocid", "xtor",
        "smid", "smtyp", "emc", "wprss", "wpisrc", "wpmm", "sr_share", "guccounter", "guce_referrer", "guce_referrer_sig", "dgcid", "rft_dat", "spref",
        "sharetype", "share_source", "shareid", "referringsource", "__twitter_impression", "amp_js_v", "amp_gsa", "echobox");

    /// <summary>Names that mean something on some sites: dropped only where the value names a feed, a network or a mailing.</summary>
    private static readonly FrozenSet<string> DroppedByValue = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ref", "ref_src", "referrer", "source", "src", "from", "via", "feed", "partner", "medium", "channel", "campaign", "mod", "rss", "track", "cmp", "share", "origin", "platform");

    private static readonly FrozenSet<string> FeedAndNetworkValues = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "1", "true", "rss", "rss2", "atom", "feed", "feeds", "rssfeed", "rss-feed", "rss_feed", "feedburner", "feedly", "twitter", "x", "tw", "facebook", "fb", "linkedin",
        "instagram", "pinterest", "reddit", "whatsapp", "telegram", "email", "e-mail", "mail", "newsletter", "social", "socialflow", "hootsuite", "buffer",
        "flipboard", "googlenews", "google_news", "google-news", "applenews", "twsrc%5etfw", "twsrc^tfw", "copylink", "share", "mobile");

    /// <summary>A value of these names says "on" on sites that also use the number 1 for content.</summary>
    private static readonly FrozenSet<string> Switches = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "rss", "track", "share");

    private static readonly FrozenDictionary<string, string[]> OfOneHost = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["pubmed.ncbi.nlm.nih.gov"] = ["fc", "ff", "v"],
        ["onlinelibrary.wiley.com"] = ["af", "campaign"],
        ["www.youtube.com"] = ["feature", "si", "pp"],
        ["youtu.be"] = ["feature", "si"],
        ["www.cbsnews.com"] = ["ftag"],
        ["www.theguardian.com"] = ["cmp"],
        ["www.npr.org"] = ["ft", "f"],
        ["www.sciencedaily.com"] = ["src"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string host, string name, string value)
    {
        if (Names.Contains(name)) return true;
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }
        if (OfOneHost.TryGetValue(host, out var own) && own.Contains(name, StringComparer.OrdinalIgnoreCase)) return true;
        if (!DroppedByValue.Contains(name) || !FeedAndNetworkValues.Contains(value)) return false;
        return Switches.Contains(name) || !(value is "1" or "true");
    }
}
