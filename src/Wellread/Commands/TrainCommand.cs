using System.CommandLine;
using Wellread.Platform;
using Wellread.Scoring.Training;

namespace Wellread.Commands;

/// <summary><c>wellread train --data DIR</c>: fits the model. Leaves with 0, or 2 where the data can't be used.</summary>
internal static class TrainCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A folder of labelled texts: *.jsonl or *.jsonl.gz, each line an object with text, title, label (0 or 1), group and split. Default: ../shared/corpora beside the checkout.", DefaultValueFactory = _ => HomeFolder.Find().Resolve("../shared/corpora") };
        var models = new Option<string>("--out") { Description = "The folder to write the model to. Default: models.", DefaultValueFactory = _ => "models" };
        var seed = new Option<int>("--seed") { Description = "The same texts and seed give the same model. Default: 1.", DefaultValueFactory = _ => 1 };
        var command = new Command("train", "Train the model on labelled texts.") { data, models, seed };
        command.SetAction(result => Run(result.GetRequiredValue(data), result.GetRequiredValue(models), result.GetValue(seed), result.InvocationConfiguration));
        return command;
    }

    private static int Run(string data, string models, int seed, InvocationConfiguration console)
    {
        if (!Directory.Exists(data))
        {
            console.Error.WriteLine($"There is no folder '{data}'.");
            return CommandLine.WrongUsage;
        }

        try
        {
            var texts = Corpus.Read(data);
            if (!texts.Any(text => text is { Split: "train", Label: 1 }) || !texts.Any(text => text is { Split: "train", Label: 0 }))
                throw new InvalidDataException($"'{data}' has no texts to learn from: some with label 1 and some with label 0 are needed, with split \"train\".");
            var model = ModelTraining.Train(texts, seed, console.Output.WriteLine);
            var figures = ModelTraining.Evaluate(model, texts);
            var held = ModelTraining.HeldOut(texts).SelectMany(text => ModelTraining.FeedForms(text).Select(form => (model.Probability(form, out _), text.Label == 1)));
            var folder = HomeFolder.Find().Resolve(models);
            ModelFiles.Write(folder, model, figures, ModelMetrics.Bins(held));
            FigureTable.Write(console.Output, figures);
            console.Output.WriteLine($"Model {model.Version} is in {folder}.");
            return 0;
        }
        catch (InvalidDataException exception)
        {
            console.Error.WriteLine(exception.Message);
            return CommandLine.WrongUsage;
        }
    }
}
