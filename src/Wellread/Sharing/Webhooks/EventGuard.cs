using Wellread.Platform;

namespace Wellread.Sharing.Webhooks;

/// <summary>What one document or one article brings to light costs that one's event, and no other.</summary>
internal sealed partial class EventGuard(ILogger<EventGuard> logger)
{
    /// <summary>Null where the work gives none, or broke.</summary>
    /// <param name="subject">What it is about, by ids.</param>
    /// <param name="work">Makes it.</param>
    public T? Try<T>(string subject, Func<T?> work) where T : class
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not DependencyUnavailableException)
        {
            Log.EventBroke(logger, exception, subject);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What is to be told of {Subject} could not be made out")]
        public static partial void EventBroke(ILogger logger, Exception exception, string subject);
    }
}
