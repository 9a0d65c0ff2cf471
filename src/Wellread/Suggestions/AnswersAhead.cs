using System.Diagnostics;

namespace Wellread.Suggestions;

/// <summary>
/// Makes answers anew before what changes them is there to be seen: new articles change the answers of many practices at one stroke, and whoever asked next would wait
/// for all who asked before. Only answers that were asked for since they were made are made again, a few at a time, so that requests come in between.
/// </summary>
internal sealed partial class AnswersAhead(SuggestionAnswers answers, ILogger<AnswersAhead> logger)
{
    /// <summary>A new article is to be suggested within a second, half of which may pass until it is noticed. What is not made by then is made when it is asked for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(450);

    /// <summary>What is not made by then is too much to be made with pauses: all who ask together wait longer for what is left than for a turn that follows the last.</summary>
    private static readonly TimeSpan Leisurely = TimeSpan.FromMilliseconds(200);

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

    /// <summary>First those that stay as they are, which takes a hundredth of making one anew and is most of them.</summary>
    private async Task MakeAsync(SuggestionSnapshot next, CandidateChanges changes, List<AnswerKey> made, CancellationToken cancellationToken)
    {
        var turns = new Turns();
        var others = new List<KeyValuePair<AnswerKey, SuggestionAnswer>>();
        foreach (var asked in answers.AskedAndChangedBy(next))
        {
            if (answers.KeepAhead(asked.Key, asked.Value, next, changes)) made.Add(asked.Key);
            else others.Add(asked);
            if (!await turns.GoOnAsync(cancellationToken)) return;
        }
        foreach (var (key, answer) in others)
        {
            if (answers.MakeAhead(key, answer, next)) made.Add(key);
            if (!await turns.GoOnAsync(cancellationToken)) return;
        }
    }

    /// <summary>Lets requests come in between.</summary>
    private sealed class Turns
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private long _turn = Stopwatch.GetTimestamp();

        /// <summary>False when the time is over.</summary>
        public async ValueTask<bool> GoOnAsync(CancellationToken cancellationToken)
        {
            if (Stopwatch.GetElapsedTime(_turn) < AtATime) return true;
            var gone = Stopwatch.GetElapsedTime(_began);
            if (gone > Longest) return false;
            // Whatever waits for a thread has its turn either way.
            if (gone < Leisurely) await Task.Delay(Pause, cancellationToken);
            else await Task.Yield();
            _turn = Stopwatch.GetTimestamp();
            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Answers were not made ahead; they are made when they are asked for")]
        public static partial void NotMade(ILogger logger, Exception exception);
    }
}
