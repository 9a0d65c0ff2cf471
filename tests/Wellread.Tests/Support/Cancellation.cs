namespace Wellread.Tests.Support;

internal static class Cancellation
{
    /// <summary>Ends, without an exception, when the token is cancelled.</summary>
    public static Task WaitAsync(this CancellationToken token)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(ended.SetResult);
        return ended.Task;
    }
}
