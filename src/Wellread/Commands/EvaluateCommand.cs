using System.CommandLine;
using Wellread.Platform;
using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Commands;

/// <summary><c>wellread evaluate --data FILE</c>: the model's figures on labelled texts, all of them whatever their split.</summary>
internal static class EvaluateCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A file or folder of labelled texts, as for train.", Required = true };
        var models = new Option<string>("--models") { Description = "The folder of the model. Default: models.", DefaultValueFactory = _ => "models" };
        var command = new Command("evaluate", "Show how well the model does on labelled texts.") { data, models };
        command.SetAction(result => Run(result.GetRequiredValue(data), result.GetRequiredValue(models), result.InvocationConfiguration));
        return command;
    }

    private static int Run(string data, string models, InvocationConfiguration console)
    {
        try
        {
            if (!File.Exists(data) && !Directory.Exists(data)) throw new InvalidDataException($"There is no file or folder '{data}'.");
            var model = FriendlinessModel.Load(File.ReadAllBytes(Path.Combine(HomeFolder.Find().Resolve(models), FriendlinessModels.FileName)));
            var texts = Corpus.Read(data);
            var labelled = texts.Where(text => text.Label is not null).GroupBy(text => text.Corpus).OrderBy(corpus => corpus.Key, StringComparer.Ordinal);
            FigureTable.Write(console.Output, [.. labelled.SelectMany(corpus => new[]
            {
                ModelTraining.Of($"{corpus.Key}, title and first sentence", model, corpus.Select(text => (TrainingTexts.TitleAndFirstSentence(text), text.Label == 1))),
                ModelTraining.Of($"{corpus.Key}, whole", model, corpus.Select(text => (ScoredText.Of(text.Title, text.Text), text.Label == 1))),
            })]);
            var graded = texts.Where(text => text.Grade is not null).ToList();
            if (graded.Count > 1)
            {
                var correlation = ModelMetrics.Spearman([.. graded.Select(text => text.Grade!.Value)], [.. graded.Select(text => -model.Probability(ScoredText.Of(text.Title, text.Text), out _))]);
                console.Output.WriteLine($"Rank correlation with {graded.Count} human ratings of difficulty: {correlation:0.000}");
            }

            return 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            console.Error.WriteLine(exception.Message);
            return CommandLine.WrongUsage;
        }
    }
}
