using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>Going through the log page by page, as the API does, while entries come in late from other instances.</summary>
public sealed class AuditCursorTests
{
    private static readonly DateTimeOffset Now = Make.Morning;
    private readonly List<AuditEntry> _log = [];

    [Fact]
    public void An_entry_that_comes_in_late_is_shown_once_and_nothing_twice()
    {
        for (var i = 0; i < 8; i++) Add($"a{i}", minutesAgo: 8 - i);
        var (first, cursor) = Page(3, null);
        Add("late", minutesAgo: 7.5);
        var (second, next) = Page(3, cursor);
        var (third, last) = Page(3, next);
        Assert.Equal(["a0", "a1", "a2", "late", "a3", "a4", "a5", "a6", "a7"], first.Concat(second).Concat(third));
        Assert.Null(last);
    }

    [Fact]
    public void A_page_of_nothing_but_late_entries_goes_on_where_it_was()
    {
        for (var i = 0; i < 4; i++) Add($"a{i}", minutesAgo: 4 - i);
        var (first, cursor) = Page(2, null);
        Add("late0", minutesAgo: 3.9);
        Add("late1", minutesAgo: 3.8);
        var (second, next) = Page(1, cursor);
        var (third, after) = Page(1, next);
        Add("late2", minutesAgo: 3.95);
        Assert.Equal(["a0", "a1", "late0", "late1", "late2", "a2", "a3"], first.Concat(second).Concat(third).Concat(Page(9, after).Shown));
    }

    [Fact]
    public void Of_very_many_at_once_none_is_shown_twice()
    {
        for (var i = 0; i < 300; i++) Add($"a{i:000}", minutesAgo: 5);
        var shown = new List<string>();
        string? cursor = null;
        do
        {
            var (page, next) = Page(70, cursor);
            shown.AddRange(page);
            cursor = next;
        }
        while (cursor is not null);
        Assert.Equal(_log.Select(entry => entry.Subject).Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public void What_was_long_ago_is_told_by_its_place_alone()
    {
        for (var i = 0; i < 4; i++) Add($"a{i}", minutesAgo: 10_000 - i);
        var (_, cursor) = Page(2, null);
        Assert.True(cursor!.Length < 150);
        Assert.Equal(["a2", "a3"], Page(2, cursor).Shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MXwwfGF8MHxm")]
    [InlineData("MnwwfGF8MHwwfHp6fGY")]
    [InlineData("MnwwfGF8MHwtMXwwfGY")]
    public void A_cursor_that_is_none_of_ours_is_none(string text) => Assert.Null(AuditCursor.Decode(text));

    [Fact]
    public void The_longest_cursor_can_be_read_again()
    {
        for (var i = 0; i < 90; i++) Add($"art_0123456789abcdef{i:00}", minutesAgo: 5 - (i / 100.0));
        var filter = $"{new string('p', 64)}|2026-11-01|2026-11-30|oldest";
        var cursor = AuditCursor.Behind(_log.GetRange(0, 80).ToArray(), before: null, _log, filter, Now);
        var read = AuditCursor.Decode(cursor.Encode())!;
        Assert.Equal((cursor.After, filter), (read.After, read.Filter));
        Assert.Equal(10, _log.Count(entry => read.IsStillToCome(entry, isOldestFirst: true)));
    }

    private void Add(string articleId, double minutesAgo)
    {
        _log.Add(new AuditEntry.Decided(articleId, 0, new Decision(DecisionAction.Approve, Now.AddMinutes(-minutesAgo), null, null, null, null), Undoes: null));
        _log.Sort((a, b) => AuditEntry.ByTime.Compare(a.Position, b.Position));
    }

    private (List<string> Shown, string? Next) Page(int limit, string? cursor)
    {
        var known = cursor is null ? null : AuditCursor.Decode(cursor);
        var page = _log.Where(entry => known?.IsStillToCome(entry, isOldestFirst: true) != false).Take(limit + 1).ToArray();
        var next = page.Length > limit ? AuditCursor.Behind(page.AsSpan(0, limit), known, _log, "f", Now).Encode() : null;
        return ([.. page.Take(limit).Select(entry => entry.Subject)], next);
    }
}
