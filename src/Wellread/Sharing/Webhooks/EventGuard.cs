using Wellread.Platform;

namespace Wellread.Sharing.Webhooks;

/// <summary>A bug that one article brings to light costs that article's event, and no other.</summary>
internal sealed partial class EventGuard(ILogger<EventGuard> logger)
{
    public T? Try<T>(string practiceId, string articleId, Func<T?> work) where T : class
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not DependencyUnavailableException)
        {
            Log.EventBroke(logger, exception, practiceId, articleId);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What practice {PracticeId} is to be told of article {ArticleId} could not be made out")]
        public static partial void EventBroke(ILogger logger, Exception exception, string practiceId, string articleId);
    }
}
