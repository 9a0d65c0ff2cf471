namespace Wellread.Tests.Support;

/// <summary>Something that a test waits for.</summary>
internal sealed class Signal
{
    /// <summary>Far longer than anything here takes, so that a test that hangs says where.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set() => _set.TrySetResult();

    public Task WaitAsync() => _set.Task.WaitAsync(Patience);
}
