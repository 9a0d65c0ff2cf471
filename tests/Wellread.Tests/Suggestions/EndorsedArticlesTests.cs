using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What practices stand behind, as page checks and webhooks ask for it each minute.</summary>
public sealed class EndorsedArticlesTests
{
    private readonly DecisionBoards _boards = DecisionBoards.Empty.With(
    [
        Decided("here", "lunch", (DecisionAction.Approve, 1)),
        Decided("here", "walk", (DecisionAction.Reject, 1)),
        Decided("there", "lunch", (DecisionAction.Shared, 3), (DecisionAction.Shared, 2)),
        Decided("gone", "sleep", (DecisionAction.Approve, 1)),
    ]);

    [Fact]
    public void Of_an_article_that_several_stand_behind_the_latest_counts_and_practices_that_were_removed_count_no_more()
    {
        var endorsed = _boards.EndorsedArticles([Named("here"), Named("there"), Named("new")], DateTimeOffset.MinValue);
        Assert.Equal(KeyValuePair.Create("lunch", Make.Morning.AddHours(2)), Assert.Single(endorsed));
        Assert.Equal(["lunch", "sleep"], _boards.EndorsedArticles([Named("here"), Named("gone")], DateTimeOffset.MinValue).Keys.Order());
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void What_is_out_for_longer_than_anybody_looks_after_it_is_left_out(int sinceHour, int count) =>
        Assert.Equal(count, _boards.EndorsedArticles([Named("here"), Named("there"), Named("gone")], Make.Morning.AddHours(sinceHour)).Count);

    [Fact]
    public void It_is_found_among_some_articles_and_among_all()
    {
        Assert.Equal(["here lunch", "there lunch"], Told(_boards.Endorsing(["lunch", "walk", "other"])));
        Assert.Equal(["gone sleep", "here lunch", "there lunch"], Told(_boards.Endorsing(null)));
    }

    [Fact]
    public void What_one_practice_decides_has_nobody_go_through_the_decisions_of_another_again()
    {
        var (here, there) = (_boards.Of("here").Endorsed, _boards.Of("there").Endorsed);
        var after = _boards.With([Decided("here", "walk", (DecisionAction.Reject, 1), (DecisionAction.Approve, 4))]);
        Assert.Same(there, after.Of("there").Endorsed);
        Assert.Same(here, _boards.Of("here").Endorsed);
        Assert.Equal(["lunch", "walk"], after.Of("here").Endorsed.Keys.Order());
    }

    private static IEnumerable<string> Told(IEnumerable<PracticeDecisions> endorsing) => endorsing.Select(one => $"{one.PracticeId} {one.History.ArticleId}").Order();

    private static Practice Named(string id) => new PracticeSettings().ToPractice(id, version: 0);

    private static PracticeDecisions Decided(string practice, string article, params (DecisionAction Action, int Hour)[] decisions) => new(
        practice, new DecisionHistory(article, [.. decisions.Select(one => new Decision(one.Action, Make.Morning.AddHours(one.Hour), null, null, Channel.X, null))]));
}
