using System.Diagnostics;

namespace Wellread.Suggestions;

/// <summary>
/// Makes answers anew before what changes them is there to be seen: new articles change the answers of many practices at one stroke, and whoever asked next would wait
/// for all who asked before. Only answers that were asked for since they were made are made again, a few at a time, so that requests come in between.
/// </summary>
internal sealed partial class AnswersAhead(SuggestionAnswers answers, ILogger<AnswersAhead> logger)
{
    /// <summary>A new article is to be suggested within a second. What is not made by then is made when it is asked for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan AtATime = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Makes the answers to <paramref name="next"/> that somebody is likely to ask for, and then has it published.</summary>
    /// <param name="next">What there will be.</param>
    /// <param name="changes">How its articles differ from those of now.</param>
    /// <param name="publish">Has it seen.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task PublishAsync(SuggestionSnapshot next, CandidateChanges changes, Action publish, CancellationToken cancellationToken)
    {
        var made = new List<AnswerKey>();
        try
        {
            await MakeAsync(next, changes, made, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An answer that can't be made is its reader's trouble when it is asked for, not everyone's now.
            Log.NotMade(logger, exception);
        }

        publish();
        foreach (var key in made) answers.Succeed(key);
    }

    private async Task MakeAsync(SuggestionSnapshot next, CandidateChanges changes, List<AnswerKey> made, CancellationToken cancellationToken)
    {
        var (began, turn) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        foreach (var (key, answer) in answers.AskedAndChangedBy(next))
        {
            if (answers.MakeAhead(key, answer, next, changes)) made.Add(key);
            if (Stopwatch.GetElapsedTime(turn) < AtATime) continue;
            if (Stopwatch.GetElapsedTime(began) > Longest) return;
            await Task.Delay(Pause, cancellationToken);
            turn = Stopwatch.GetTimestamp();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Answers were not made ahead; they are made when they are asked for")]
        public static partial void NotMade(ILogger logger, Exception exception);
    }
}
