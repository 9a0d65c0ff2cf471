using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>Which titles promise steps, to be taken in their order and none left out.</summary>
internal static partial class Steps
{
    public static bool AreToldBelow(string title) => Title().IsMatch(title);

    [GeneratedRegex(@"\b(how to|what to do|first aid|steps?|cómo \w+[aei]r(se)?|qué hacer|primeros auxilios|pasos?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
