using System.Buffers;
using System.Globalization;
using System.Net;

namespace Wellread.Feeds.Outbound;

/// <summary>What the policy says of an address.</summary>
internal abstract record AddressVerdict
{
    private AddressVerdict() { }

    /// <summary>May be asked for. <paramref name="IsPrivateEndpoint"/> is true where an operator named its host and port.</summary>
    internal sealed record Allowed(Uri Url, bool IsPrivateEndpoint) : AddressVerdict;

    /// <summary><paramref name="Reason"/> is for an editor and never repeats the address.</summary>
    internal sealed record Refused(string Reason) : AddressVerdict;
}

/// <summary>
/// Which addresses Wellread may ask for: pure, by the text of the URL and by the IP address that its name stands for. The URL is read by hand and
/// then by <see cref="Uri"/>; where the two disagree about the host it is refused.
/// </summary>
internal sealed class AddressPolicy(PrivateEndpoints privateEndpoints)
{
    public const int MaxUrlLength = 4096;

    public const string NoWebScheme = "The address must start with https:// or http://.";

    private static readonly int[] PublicPorts = [80, 443, 8080, 8443];

    /// <summary>Judges a URL by its text alone, before any name is looked up.</summary>
    public AddressVerdict Judge(string url)
    {
        if (url.Length > MaxUrlLength) return new AddressVerdict.Refused("The address is too long.");
        if (url.Any(c => c <= ' ' || c == '\\' || char.IsControl(c))) return Malformed;
        var schemeLength = SchemeLength(url);
        if (schemeLength == 0) return new AddressVerdict.Refused(NoWebScheme);
        var rest = url.AsSpan(schemeLength);
        var end = rest.IndexOfAny('/', '?', '#');
        var authority = (end < 0 ? rest : rest[..end]).ToString();
        if (authority.Contains('@', StringComparison.Ordinal)) return new AddressVerdict.Refused("The address must not hold a user name or password.");
        if (Split(authority, schemeLength == "https://".Length ? 443 : 80) is not var (host, port)) return Malformed;
        return host.StartsWith('[') ? JudgeV6(url, host, port) : JudgeName(url, host, port);
    }

    /// <summary>Judges where an answer from <paramref name="from"/> sends us: relative to it, and by the text as sent where it names a host.</summary>
    public AddressVerdict JudgeRedirect(Uri from, string location)
    {
        var fragment = location.IndexOf('#', StringComparison.Ordinal);
        var target = fragment < 0 ? location : location[..fragment];
        if (target.StartsWith("//", StringComparison.Ordinal)) target = $"{from.Scheme}:{target}";
        else if (!HasScheme(target))
        {
            if (target.Length == 0 || !Uri.TryCreate(from, target, out var absolute)) return Malformed;
            target = absolute.AbsoluteUri;
        }

        var verdict = Judge(target);
        // Only an operator's own feed may lead to a private endpoint, or any public page could reach into it.
        return IsPrivateEndpoint(verdict) && !IsPrivateEndpoint(Judge(from.AbsoluteUri)) ? Inside : verdict;
    }

    /// <summary>Whether a connection to <paramref name="address"/> may be made for a URL that was allowed.</summary>
    public static bool MayDial(AddressVerdict.Allowed url, IPAddress address) =>
        AddressRanges.IsPublic(address) || (url.IsPrivateEndpoint && AddressRanges.IsInternal(address));

    private static bool IsPrivateEndpoint(AddressVerdict verdict) => verdict is AddressVerdict.Allowed { IsPrivateEndpoint: true };

    private static AddressVerdict.Refused Malformed { get; } = new("This is not a web address.");

    private static AddressVerdict.Refused Odd { get; } = new("The address writes its number in an unusual way.");

    private static AddressVerdict.Refused NoSite { get; } = new("No site has such a name: it ends with a word that is kept for trials.");

    private static AddressVerdict.Refused Inside { get; } = new("The address leads into a private network.");

    private AddressVerdict JudgeV6(string url, string host, int port)
    {
        if (HostAddress.ParseV6(host[1..^1]) is not { } address) return Malformed;
        return JudgeAddress(url, address, port);
    }

    private AddressVerdict JudgeName(string url, string host, int port)
    {
        if (!HostNames.HasOnlyPlainLetters(host)) return Malformed;
        if (HostAddress.LooksNumeric(host)) return HostAddress.ParseV4(host) is { } address ? JudgeAddress(url, address, port) : Odd;
        if (AsciiHost(url) is not { } ascii) return Malformed;
        var name = (ascii.EndsWith('.') ? ascii[..^1] : ascii).ToLowerInvariant();
        if (!HostNames.IsWellFormed(name) || (host.All(char.IsAscii) && !host.Equals(ascii, StringComparison.OrdinalIgnoreCase))) return Malformed;
        if (privateEndpoints.Contains(name, port)) return Allow(url, isPrivate: true);
        if (HostNames.IsForTrials(name)) return NoSite;
        if (!HostNames.IsPublicName(name)) return Inside;
        return JudgePort(url, port);
    }

    private AddressVerdict JudgeAddress(string url, IPAddress address, int port)
    {
        var plain = AddressRanges.Unmap(address);
        if (!IPAddress.TryParse(AsciiHost(url)?.Trim('[', ']'), out var asRead) || !AddressRanges.Unmap(asRead).Equals(plain)) return Malformed;
        if (privateEndpoints.Contains(plain.ToString(), port)) return Allow(url, isPrivate: true);
        return AddressRanges.IsPublic(plain) ? JudgePort(url, port) : Inside;
    }

    private static AddressVerdict JudgePort(string url, int port) =>
        PublicPorts.Contains(port) ? Allow(url, isPrivate: false) : new AddressVerdict.Refused("The address uses a port that is not for web pages.");

    private static AddressVerdict.Allowed Allow(string url, bool isPrivate) => new(new Uri(url, UriKind.Absolute), isPrivate);

    private static (string Host, int Port)? Split(string authority, int defaultPort)
    {
        var colon = authority.StartsWith('[') ? authority.IndexOf("]:", StringComparison.Ordinal) + 1 : authority.IndexOf(':', StringComparison.Ordinal);
        var host = colon > 0 ? authority[..colon] : authority;
        if (host.Length == 0 || host.Contains('%', StringComparison.Ordinal) || (host[0] == '[' && host[^1] != ']')) return null;
        if (colon <= 0) return (host, defaultPort);
        var isPort = int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535;
        return isPort ? (host, port) : null;
    }

    private static int SchemeLength(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;

    private static bool HasScheme(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(target[0]) && target.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>The host as <see cref="Uri"/> reads it; null where it can't. <see cref="Uri.IdnHost"/> can throw for a URL that was created.</summary>
    private static string? AsciiHost(string url)
    {
        try
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.IdnHost : null;
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            return null;
        }
    }
}
