namespace Wellread.Feeds.Outbound;

/// <summary>How Wellread names itself to publishers, so that they can tell who visits and where to complain.</summary>
internal static class UserAgent
{
    public static string Default { get; } =
        $"Wellread/{typeof(UserAgent).Assembly.GetName().Version?.ToString(3)} (+https://github.com/wellread/wellread)";

    /// <summary>True for visible ASCII and spaces, 3 to 300 characters: what every server takes in a header.</summary>
    public static bool IsValid(string value) => value.Trim().Length is >= 3 and <= 300 && value.All(c => c is >= ' ' and <= '~');
}
