using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Wellread.Tests.Support;

/// <summary>All that a host writes of itself, at the most talkative setting: log lines with their values, scopes and exceptions, and the tags and events of its traces.</summary>
internal sealed class RecordedTelemetry : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;

    public RecordedTelemetry()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _lines.Enqueue(
                $"activity {activity.DisplayName} {Text(activity.TagObjects)} {Text(activity.Baggage)} {activity.StatusDescription} "
                + string.Concat(activity.Events.Select(e => $"{e.Name} {Text(e.Tags)}"))),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Writer(_lines, categoryName);

    public void Dispose() => _activities.Dispose();

    private static string Text<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs) => string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}"));

    private sealed class Writer(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"scope {category} {Values(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {category} {formatter(state, exception)} {Values(state)} {exception}"));

        private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs ? Text(pairs) : $"{state}";
    }
}
