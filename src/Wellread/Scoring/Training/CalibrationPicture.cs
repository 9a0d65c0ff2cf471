using System.Globalization;
using System.Text;

namespace Wellread.Scoring.Training;

/// <summary>Draws what was predicted against what came true; a dot's area grows with its number of texts.</summary>
internal static class CalibrationPicture
{
    private const int Size = 320;

    private const int Margin = 40;

    public static string Draw(IReadOnlyList<CalibrationBin> bins)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size + (2 * Margin)} {Size + (2 * Margin)}" font-family="sans-serif" font-size="12">
              <title>Predicted probability and share of friendly texts</title>
              <rect width="100%" height="100%" fill="#fff"/>
              <rect x="{Margin}" y="{Margin}" width="{Size}" height="{Size}" fill="none" stroke="#888"/>
              <line x1="{Margin}" y1="{Margin + Size}" x2="{Margin + Size}" y2="{Margin}" stroke="#bbb" stroke-dasharray="4"/>
              <text x="{Margin + (Size / 2)}" y="{Size + (2 * Margin) - 10}" text-anchor="middle">predicted probability</text>
              <text x="14" y="{Margin + (Size / 2)}" text-anchor="middle" transform="rotate(-90 14 {Margin + (Size / 2)})">share that was friendly</text>

            """);
        var most = bins.Count == 0 ? 1 : bins.Max(bin => bin.Count);
        foreach (var bin in bins)
        {
            var x = Margin + (bin.Predicted * Size);
            var y = Margin + ((1 - bin.Observed) * Size);
            var radius = 3 + (9 * Math.Sqrt((double)bin.Count / most));
            svg.Append(CultureInfo.InvariantCulture, $"  <circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"{radius:F1}\" fill=\"#27639c\" fill-opacity=\"0.7\"><title>{bin.Count} texts</title></circle>\n");
        }
        return svg.Append("</svg>\n").Replace("\r\n", "\n").ToString();
    }
}
