using System.Collections.Immutable;

namespace Wellread.Sharing;

/// <summary>What publishers ask of those who pass their words on, as <c>feeds/README.md</c> lists it with what is known of the others.</summary>
internal static class Attributions
{
    private static readonly ImmutableArray<Attribution> All =
    [
        new("medlineplus.gov", "Information from MedlinePlus.gov", "Información de MedlinePlus.gov", Unchanged: false),
        new("kffhealthnews.org", "Source: KFF Health News", "Fuente: KFF Health News", Unchanged: true),
        new("theconversation.com", "Source: The Conversation", "Fuente: The Conversation", Unchanged: true),
    ];

    /// <summary>The terms that hold for an article at this host, or else for one that a feed at the other host brought; null where none are known.</summary>
    public static Attribution? For(string host, string? feedHost) => Find(host) ?? (feedHost is null ? null : Find(feedHost));

    private static Attribution? Find(string host) =>
        All.FirstOrDefault(one => host.Equals(one.Host, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{one.Host}", StringComparison.OrdinalIgnoreCase));
}

/// <summary>A publisher's terms.</summary>
/// <param name="Host">Its site.</param>
/// <param name="English">What has to be said; null where naming the source is enough.</param>
/// <param name="Spanish">The same in Spanish.</param>
/// <param name="Unchanged">True where its words may be passed on only as they are.</param>
internal sealed record Attribution(string Host, string? English, string? Spanish, bool Unchanged);
