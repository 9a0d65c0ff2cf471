using Microsoft.Extensions.Options;
using Wellread.Refresh;
using Wellread.Refresh.PageChecks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class SitePaceTests
{
    private readonly SitePace _pace = new(Options.Create(new PageChecksOptions()));

    [Fact]
    public void A_site_is_looked_at_twice_in_ten_minutes_however_often_there_is_a_run()
    {
        _pace.Count("news.example", Make.Morning);
        Assert.Equal(1, _pace.Left("NEWS.example", Make.Morning));
        _pace.Count("news.example", Make.Morning.AddMinutes(4));
        Assert.Equal((0, 2), (_pace.Left("news.example", Make.Morning.AddMinutes(9)), _pace.Left("other.example", Make.Morning.AddMinutes(9))));
        Assert.Equal(1, _pace.Left("news.example", Make.Morning.AddMinutes(10)));
        Assert.Equal(2, _pace.Left("news.example", Make.Morning.AddMinutes(14)));
    }

    [Fact]
    public void Ever_more_sites_are_not_all_remembered_and_none_too_soon_forgotten()
    {
        for (var i = 0; i < 5_000; i++) _pace.Count($"s{i}.example", Make.Morning);
        _pace.Count("late.example", Make.Morning.AddMinutes(5));
        Assert.Equal(1, _pace.Left("s0.example", Make.Morning.AddMinutes(5)));
        _pace.Count("later.example", Make.Morning.AddMinutes(11));
        Assert.Equal((1, 1), (_pace.Left("late.example", Make.Morning.AddMinutes(11)), _pace.Left("later.example", Make.Morning.AddMinutes(11))));
    }

    [Fact]
    public async Task A_bell_that_rang_is_heard_once()
    {
        var bell = new NewArticles();
        bell.Ring();
        bell.Ring();
        await bell.HearAsync(CancellationToken.None);
        var next = bell.HearAsync(CancellationToken.None);
        Assert.False(next.IsCompleted);
        bell.Ring();
        await next.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
