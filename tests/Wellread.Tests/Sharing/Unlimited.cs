namespace Wellread.Tests.Sharing;

/// <summary>What a practice asks for that wants its outbox to give out at once.</summary>
internal static class Unlimited
{
    public static Dictionary<string, object> Channels(params string[] channels) => channels.ToDictionary(
        channel => channel, object (_) => new { enabled = true, weeklyBudget = 50, leastGapHours = 0, quietHours = new { from = "00:00", to = "00:00" } });
}
