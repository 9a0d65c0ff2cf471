using System.Globalization;

namespace Wellread.Platform;

/// <summary>What holds for the whole program, wherever it runs.</summary>
internal static class ProcessDefaults
{
    /// <summary>The runtime's name for the limit of expressions without one of their own. It is read once, before the first expression is made.</summary>
    private const string ExpressionLimit = "REGEX_DEFAULT_MATCH_TIMEOUT";

    public static void Set()
    {
        // Expressions read what feeds and callers send. One that needs more than a moment, by a slip of ours, ends with an exception that fails that feed or call only.
        AppContext.SetData(ExpressionLimit, TimeSpan.FromSeconds(5));
        // What is written is for programs. Libraries that format numbers and days by the machine's culture (Ical.Net does) would write them in its digits and years.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    }
}
