using System.Net.Sockets;

namespace Wellread.Feeds.Outbound;

/// <summary>What an exception of the network means to an editor. Its own text is never shown: it can hold what a stranger's server sent.</summary>
internal static class OutboundFaults
{
    /// <summary>Null for an exception that is a bug.</summary>
    public static FeedFault? Of(Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutException => FeedFaults.Timeout,
        SocketException => FeedFaults.NameNotFound,
        HttpRequestException { InnerException: TimeoutException or OperationCanceledException } => FeedFaults.Timeout,
        HttpRequestException request => Of(request.HttpRequestError),
        HttpIOException io => Of(io.HttpRequestError),
        IOException => FeedFaults.BrokenAnswer,
        _ => null,
    };

    private static FeedFault Of(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => FeedFaults.Unreachable,
        HttpRequestError.SecureConnectionError => FeedFaults.Insecure,
        HttpRequestError.ConfigurationLimitExceeded => FeedFaults.HeadersTooLarge,
        _ => FeedFaults.BrokenAnswer,
    };
}
