using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Wellread.Tests.Suggestions;

/// <summary>What is kept up to date, made ahead or kept as it is, has the very bytes of what would be made at that moment.</summary>
public sealed class AnswersAheadTests
{
    private const int Practices = 8;

    private readonly TestClock _time = new(Make.Morning);
    private readonly SuggestionState _state = new();
    private readonly JsonOptions _json = new();
    private readonly CurrentPractices _practices = new(new Practice { Id = "default", Languages = ["en"] });

    public AnswersAheadTests() => PlatformFeature.ConfigureJson(_json.SerializerOptions);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_comes_goes_and_is_decided_an_answer_and_its_next_page_have_the_bytes_of_fresh_ones(int seed)
    {
        var world = new RolledWorld(new Random(seed));
        world.Fill(700);
        var queries = Enumerable.Range(0, Practices).Select(i => world.Ask($"p{i}")).ToList();
        _practices.Change(queries.Select(query => query.Practice));
        _state.Change(_ => new SuggestionSnapshot(CandidateIndex.Of(world.Stored.Values), CandidateIndex.Empty, DecisionBoards.Empty, Stale: false));
        var answers = Answers();
        var ahead = new AnswersAhead(answers, NullLogger<AnswersAhead>.Instance);
        var same = 0;
        var last = queries.ToDictionary(query => query, AnswerText? (_) => null);
        for (var step = 0; step < 120; step++)
        {
            _time.Advance(TimeSpan.FromSeconds(20));
            if (step % 9 == 0) DecideBy(queries[world.Dice.Next(Practices)].Practice, world);
            var (written, deleted) = world.Change();
            var next = _state.Current with { Live = _state.Current.Live.With(written, deleted, out var changes) };
            await ahead.PublishAsync(next, changes, () => _state.Change(current => current with { Live = next.Live }), CancellationToken.None);
            var fresh = Answers();
            foreach (var query in queries)
            {
                var answer = answers.Get(query);
                var made = fresh.Get(query);
                Assert.Equal(Said(made), Said(answer));
                Assert.Equal(Next(made, query, fresh), Next(answer, query, fresh));
                if (answer.Text == last[query]) same++;
                last[query] = answer.Text;
            }
        }

        Assert.True(same > 100, $"{same} the same");
    }

    [Fact]
    public async Task What_is_no_longer_given_out_keeps_nothing_that_followed_it_in_memory()
    {
        var world = new RolledWorld(new Random(5));
        world.Fill(300);
        var query = world.Ask("p0");
        _practices.Change([query.Practice]);
        _state.Change(_ => new SuggestionSnapshot(CandidateIndex.Of(world.Stored.Values), CandidateIndex.Empty, DecisionBoards.Empty, Stale: false));
        var answers = Answers();
        for (var i = 0; i < 3; i++)
        {
            var before = answers.Get(query);
            var next = _state.Current with { Live = _state.Current.Live.With([Make.Article($"new {i}", feed: "feed_0", daysOld: 0, seenDaysAgo: 0)], [], out var changes) };
            await new AnswersAhead(answers, NullLogger<AnswersAhead>.Instance).PublishAsync(next, changes, () => _state.Change(current => current with { Live = next.Live }), CancellationToken.None);
            Assert.NotSame(before, answers.Get(query));
            Assert.Null(before.Successor);
        }
    }

    private void DecideBy(Practice practice, RolledWorld world) => _state.Change(current => current with
    {
        Decisions = current.Decisions.With(world.Stored.Values.Skip(world.Dice.Next(world.Stored.Count)).Take(1)
            .Select(article => new PracticeDecisions(practice.Id, Ranked.Decided(article, DecisionAction.Approve, daysAgo: 0)))),
    });

    private SuggestionAnswers Answers() => new(
        new SuggestionFinder(_state, RolledWorld.Catalog, ObservanceCatalog.Empty, Options.Create(new RankingOptions()), _time),
        _state, RolledWorld.Catalog, _practices, _time, Options.Create(_json));

    /// <summary>All but the cursor, which has the time of the last change.</summary>
    private static string Said(SuggestionAnswer answer) =>
        Encoding.UTF8.GetString([.. answer.Text.Begin.Span, .. answer.End]).Replace(answer.NextCursor ?? "none", "", StringComparison.Ordinal) + answer.Text.ETag;

    /// <summary>What the next page shows.</summary>
    private static string? Next(SuggestionAnswer answer, SuggestionQuery query, SuggestionAnswers answers) =>
        answer.NextCursor is { } cursor ? answers.Get(query with { Cursor = SuggestionCursor.Decode(cursor) }).Text.ETag : null;
}
