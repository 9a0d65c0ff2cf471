using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Wellread.Tests.Support;

/// <summary>Keeps what was logged, and lets a test wait until something was.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Ends when a line that contains <paramref name="text"/> is logged from now on.</summary>
    public Task NextAsync(string text)
    {
        var awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[text] = awaited;
        return awaited.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{logLevel}: {formatter(state, exception)} {exception}";
        _lines.Enqueue(line);
        foreach (var (text, awaited) in _awaited)
            if (line.Contains(text, StringComparison.Ordinal)) awaited.TrySetResult();
    }
}
