using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

public sealed class SafeRepliesTests
{
    [Fact]
    public void No_safe_reply_says_that_somebody_is_a_patient() =>
        Assert.All(SafeReplies.All, reply => Assert.Empty(PostGuard.Check(reply.Text, PostMode.Reply).Findings));

    [Fact]
    public void Every_kind_has_a_reply_in_both_languages()
    {
        Assert.True(SafeReplies.Kinds.Count >= 8);
        foreach (var kind in SafeReplies.Kinds)
        {
            Assert.NotEmpty(SafeReplies.Of(kind, "en"));
            Assert.NotEmpty(SafeReplies.Of(kind, "es"));
        }
    }
}
