using System.Globalization;
using Wellread.Scoring.Training;

namespace Wellread.Commands;

/// <summary>Figures as columns for a console.</summary>
internal static class FigureTable
{
    public static void Write(TextWriter output, IReadOnlyList<SetFigures> figures)
    {
        output.WriteLine($"{"texts kept out of training",-40} {"texts",7} {"AUC",7} {"ECE",7} {"prec.",7} {"recall",7}");
        foreach (var set in figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Set,-40} {set.Texts,7} {set.Auc,7:0.000} {set.CalibrationError,7:0.000} {set.PatientsPrecision,7:0.000} {set.PatientsRecall,7:0.000}"));
    }
}
