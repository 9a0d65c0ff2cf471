using System.Globalization;
using System.Text;

namespace Wellread.Scoring.Training;

/// <summary>Draws what was predicted against what came true. A dot's area grows with its number of texts, which stands beside it.</summary>
internal static class CalibrationPicture
{
    private const int Size = 360;

    private const int Left = 64;

    private const int Top = 64;

    private const int Width = Left + Size + 32;

    private const int Height = Top + Size + 64;

    public static string Draw(IReadOnlyList<CalibrationBin> bins)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" fill="#333">
              <title>Predicted probability and share of friendly texts</title>
              <rect width="100%" height="100%" fill="#fff"/>
              <text x="{Left}" y="24" font-size="15" font-weight="bold">Are the probabilities honest?</text>
              <text x="{Left}" y="44">Kept feed items, title and first sentence. On the line: as often as said.</text>

            """);
        for (var tenths = 0; tenths <= 10; tenths += 2) DrawTick(svg, tenths / 10.0);
        svg.Append(CultureInfo.InvariantCulture, $"""
              <line x1="{X(0)}" y1="{Y(0)}" x2="{X(1)}" y2="{Y(1)}" stroke="#999" stroke-dasharray="5"/>
              <text x="{X(0.5)}" y="{Height - 16}" text-anchor="middle">predicted: a patient understands it</text>
              <text x="16" y="{Y(0.5)}" text-anchor="middle" transform="rotate(-90 16 {Y(0.5)})">share that was friendly</text>

            """);
        var most = bins.Count == 0 ? 1 : bins.Max(bin => bin.Count);
        foreach (var bin in bins) DrawBin(svg, bin, 4 + (12 * Math.Sqrt((double)bin.Count / most)));
        return svg.Append("</svg>\n").Replace("\r\n", "\n").ToString();
    }

    private static void DrawTick(StringBuilder svg, double share) => svg.Append(CultureInfo.InvariantCulture, $"""
          <path d="M{X(0)} {Y(share)}H{X(1)}M{X(share)} {Y(0)}V{Y(1)}" stroke="#ddd"/>
          <text x="{Left - 8}" y="{Y(share) + 4}" text-anchor="end">{share * 100:F0} %</text>
          <text x="{X(share)}" y="{Top + Size + 20}" text-anchor="middle">{share * 100:F0} %</text>

        """);

    // The number stands on the side of the dot that has room.
    private static void DrawBin(StringBuilder svg, CalibrationBin bin, double radius)
    {
        var (x, y) = (X(bin.Predicted), Y(bin.Observed));
        var (place, anchor) = bin.Predicted > 0.8 ? (x - radius - 4, "end") : (x + radius + 4, "start");
        svg.Append(CultureInfo.InvariantCulture, $"""
              <circle cx="{x:F1}" cy="{y:F1}" r="{radius:F1}" fill="#27639c" fill-opacity="0.8"/>
              <text x="{place:F1}" y="{y + 4:F1}" text-anchor="{anchor}">{bin.Count}</text>

            """);
    }

    private static double X(double share) => Left + (share * Size);

    private static double Y(double share) => Top + ((1 - share) * Size);
}
