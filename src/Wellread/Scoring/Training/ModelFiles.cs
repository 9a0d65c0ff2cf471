using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wellread.Scoring.Training;

/// <summary>Writes what a training leaves behind: the model, its figures, a picture of its calibration, and the figures in its card.</summary>
internal static class ModelFiles
{
    private const string Start = "<!-- figures: written by the train command -->";
    private const string End = "<!-- end of figures -->";

    public static void Write(string folder, FriendlinessModel model, IReadOnlyList<SetFigures> figures, IReadOnlyList<(double Mean, double Friendly, int Count)> bins)
    {
        Directory.CreateDirectory(folder);
        // The service may be reading: the new file is put in place whole.
        var path = Path.Combine(folder, FriendlinessModels.FileName);
        using (var stream = File.Create(path + ".new")) model.Save(stream);
        File.Move(path + ".new", path, overwrite: true);
        File.WriteAllText(Path.Combine(folder, "metrics.json"), JsonSerializer.Serialize(new ModelFigures(model.Version, model.Threshold, figures), ModelJson.Default.ModelFigures) + "\n");
        File.WriteAllText(Path.Combine(folder, "calibration.svg"), Picture(bins));
        var card = Path.Combine(folder, "card.md");
        if (File.Exists(card)) File.WriteAllText(card, WithFigures(File.ReadAllText(card), model, figures));
    }

    private static string WithFigures(string card, FriendlinessModel model, IReadOnlyList<SetFigures> figures)
    {
        var from = card.IndexOf(Start, StringComparison.Ordinal);
        var to = card.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < from) return card;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{Start}\n\nModel `{model.Version}`. From a probability of {model.Threshold:0.00} on, a text is for patients.\n\n");
        table.Append("| texts kept out of training | texts | AUC | calibration error | precision of \"patients\" | recall |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var set in figures)
            table.Append(CultureInfo.InvariantCulture, $"| {set.Set} | {set.Texts} | {Number(set.Auc)} | {Number(set.CalibrationError)} | {Number(set.PatientsPrecision)} | {Number(set.PatientsRecall)} |\n");
        return card[..from] + table + "\n" + card[to..];
    }

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Probability across, the share that really is friendly up; the diagonal is a perfect model, a dot's area is its number of texts.</summary>
    private static string Picture(IReadOnlyList<(double Mean, double Friendly, int Count)> bins)
    {
        var most = bins.Count == 0 ? 1 : bins.Max(bin => bin.Count);
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 260 260\" font-family=\"sans-serif\" font-size=\"9\">\n");
        svg.Append("<rect width=\"260\" height=\"260\" fill=\"#fff\"/>\n<path d=\"M40 10V220H250\" fill=\"none\" stroke=\"#333\"/>\n<path d=\"M40 220L240 20\" stroke=\"#bbb\"/>\n");
        svg.Append("<text x=\"145\" y=\"248\" text-anchor=\"middle\">probability that a patient understands it</text>\n");
        svg.Append("<text x=\"14\" y=\"120\" text-anchor=\"middle\" transform=\"rotate(-90 14 120)\">share that is for patients</text>\n");
        foreach (var mark in new[] { 0, 0.5, 1 })
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{40 + (mark * 200):0}\" y=\"232\" text-anchor=\"middle\">{mark:0.0}</text><text x=\"36\" y=\"{223 - (mark * 200):0}\" text-anchor=\"end\">{mark:0.0}</text>\n");
        foreach (var (mean, friendly, count) in bins)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{40 + (mean * 200):0.0}\" cy=\"{220 - (friendly * 200):0.0}\" r=\"{2 + (10 * Math.Sqrt((double)count / most)):0.0}\" fill=\"#2a6f97\" fill-opacity=\"0.7\"><title>{count} texts</title></circle>\n");
        return svg.Append("</svg>\n").ToString();
    }
}

/// <summary>What <c>metrics.json</c> holds.</summary>
internal sealed record ModelFigures(string ModelVersion, double Threshold, IReadOnlyList<SetFigures> Sets);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(ModelFigures))]
internal sealed partial class ModelJson : JsonSerializerContext;
