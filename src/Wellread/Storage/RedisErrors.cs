using System.Security.Authentication;
using StackExchange.Redis;

namespace Wellread.Storage;

/// <summary>What Redis and its client report, in an operator's words. Their own messages can name commands and keys and stay inside.</summary>
internal static class RedisErrors
{
    private static readonly (string Code, string Words)[] Answers =
    [
        ("LOADING", "is still loading its data"),
        ("OOM", "is out of memory"),
        ("READONLY", "is a read-only replica"),
        ("MISCONF", "can't save to its disk and takes no writes"),
        ("NOREPLICAS", "has too few replicas and takes no writes"),
        ("MASTERDOWN", "has lost its primary"),
        ("CLUSTERDOWN", "belongs to a cluster that is down"),
        ("WRONGPASS", Credentials),
        ("NOAUTH", Credentials),
        ("NOPERM", "does not let this user do what Wellread needs"),
        ("BUSY", "is busy with another script"),
        ("WRONGTYPE", "holds something else under one of Wellread's keys"),
    ];

    private const string Credentials = "refuses the user name or password";
    private const string Certificate = "shows a TLS certificate that this machine does not trust";

    public static bool IsUnavailable(Exception exception) =>
        exception is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;

    /// <summary>True when asking again can't help until an operator has changed something.</summary>
    public static bool IsRefusal(Exception exception) => Describe(exception) is Credentials or Certificate;

    public static StorageUnavailableException Unavailable(StorageConnection.Redis address, Exception exception) =>
        new($"{address} {Describe(exception)}.", exception);

    public static string Describe(Exception exception) => exception switch
    {
        RedisServerException => DescribeAnswer(exception.Message),
        RedisConnectionException => DescribeConnection(exception),
        TimeoutException => "does not answer in time",
        ObjectDisposedException => "is no longer asked: the store is closed",
        _ => "answers with something unexpected",
    };

    /// <summary>An error that Redis answered. Before version 7 one that comes out of a script has the code in its middle.</summary>
    internal static string DescribeAnswer(string message)
    {
        foreach (var (code, words) in Answers)
            if (message.Contains(code, StringComparison.Ordinal)) return words;
        return "answers with an error";
    }

    /// <summary>"No connection" carries inside why the last attempt failed; the certificate lies deeper than the failed authentication.</summary>
    private static string DescribeConnection(Exception exception)
    {
        var words = "can't be reached";
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException) return Certificate;
            if (cause is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }) words = Credentials;
        }
        return words;
    }
}
