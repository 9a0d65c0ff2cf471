using System.Security.Cryptography;
using System.Text;

namespace Wellread.Feeds;

/// <summary>
/// A feed's id: <c>feed_</c> and 20 hex digits of its address's SHA-256, so that the same address is the same feed in every pack and on every
/// machine.
/// </summary>
internal static class FeedId
{
    public static string Of(Uri url) => $"feed_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WithoutFragment(url))).AsSpan(0, 10))}";

    private static string WithoutFragment(Uri url) => url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
}
