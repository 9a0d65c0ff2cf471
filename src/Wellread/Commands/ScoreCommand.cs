using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Scoring;

namespace Wellread.Commands;

/// <summary><c>wellread score</c>: reads texts from standard input, one JSON object a line, and writes one a line with what scoring says.</summary>
internal static class ScoreCommand
{
    internal static Command Create()
    {
        var models = new Option<string>("--models") { Description = "The folder of the model. Default: models.", DefaultValueFactory = _ => "models" };
        var lines = new Option<bool>("--jsonl") { Description = "One JSON object a line in and out: {\"id\",\"title\",\"text\",\"language\"}. This is the only form, and the default." };
        var command = new Command("score", "Score texts: JSON lines from standard input, JSON lines to standard output.") { models, lines };
        command.SetAction(result => Run(result.GetRequiredValue(models), Console.In, result.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, TextReader input, InvocationConfiguration console)
    {
        var models = new FriendlinessModels(Options.Create(new ScoringOptions { Models = folder }), HomeFolder.Find(), NullLogger<FriendlinessModels>.Instance);
        models.Look();
        if (models.Fault is { } fault) console.Error.WriteLine($"{fault} Formulas score instead.");
        var scorer = new FriendlinessScorer(models);
        var number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                var text = JsonSerializer.Deserialize(line, ScoreJson.Default.TextToScore) ?? throw new JsonException();
                var language = text.Language ?? LanguageDetector.Detect($"{text.Title}\n{text.Text}", "en");
                var assessment = scorer.Score(text.Title ?? "", text.Text ?? "", language);
                var verdict = assessment.Audience == ArticleAudience.Patients ? "patients" : "colleagues";
                console.Output.WriteLine(JsonSerializer.Serialize(
                    new ScoredLine(text.Id, Math.Round(assessment.Probability, 4), verdict, Math.Round(assessment.Grade, 1)), ScoreJson.Default.ScoredLine));
            }
            catch (JsonException)
            {
                console.Error.WriteLine($"Line {number} is not a JSON object with id, title and text.");
                return CommandLine.WrongUsage;
            }
        }

        return 0;
    }
}

/// <summary>A text to score, as it comes in.</summary>
internal sealed record TextToScore(string? Id = null, string? Title = null, string? Text = null, string? Language = null);

/// <summary>What scoring says of it.</summary>
internal sealed record ScoredLine(string? Id, double Probability, string Verdict, double Grade);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TextToScore))]
[JsonSerializable(typeof(ScoredLine))]
internal sealed partial class ScoreJson : JsonSerializerContext;
