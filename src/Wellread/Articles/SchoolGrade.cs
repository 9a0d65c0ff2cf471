using System.Globalization;

namespace Wellread.Articles;

/// <summary>A US school grade as a sentence gives it: the whole number next to the tenth that is shown as the figure, so that no two sentences on one text differ.</summary>
internal static class SchoolGrade
{
    public const int Lowest = 1;
    public const int Highest = 18;

    public static string Whole(double grade) =>
        Math.Clamp((int)Math.Round(Math.Round(grade, 1), MidpointRounding.AwayFromZero), Lowest, Highest).ToString(CultureInfo.InvariantCulture);
}
