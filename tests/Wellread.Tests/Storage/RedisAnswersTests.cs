using StackExchange.Redis;
using Wellread.Storage;

namespace Wellread.Tests.Storage;

public sealed class RedisAnswersTests
{
    [Theory]
    [InlineData("LOADING Redis is loading the dataset in memory", "is still loading its data")]
    [InlineData("MISCONF Redis is configured to save RDB snapshots, but ...", "can't save to its disk and takes no writes")]
    [InlineData("READONLY You can't write against a read only replica.", "is a read-only replica")]
    [InlineData("ERR Error running script (call to f_1): @user_script:1: -OOM command not allowed", "is out of memory")]
    [InlineData("ERR something new", "answers with an error")]
    public void An_answer_that_refuses_is_told_in_words(string answer, string words) =>
        Assert.Equal(words, RedisErrors.DescribeAnswer(answer));

    [Fact]
    public void An_answer_of_another_shape_is_the_servers_fault()
    {
        var nothing = RedisResult.Create(RedisValue.Null);
        Assert.Throws<RedisException>(() => RedisAnswers.Read(nothing, answer => RedisAnswers.Log(answer, 0)));
        Assert.Throws<RedisException>(() => RedisAnswers.Read(nothing, answer => RedisAnswers.Commit(new StorageBatch("library"), answer)));
        Assert.Throws<RedisException>(() => RedisAnswers.Read(nothing, answer => RedisAnswers.Page("article", answer)));
        Assert.Throws<RedisException>(() => RedisAnswers.Document("article", "a", "no version"));
    }
}
