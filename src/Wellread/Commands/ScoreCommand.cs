using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Scoring;

namespace Wellread.Commands;

/// <summary><c>score --jsonl</c>: reads <c>{"id","title","text"}</c> lines, writes <c>{"id","probability","verdict","grade","difficulty"}</c> lines.</summary>
internal static class ScoreCommand
{
    internal static Command Create()
    {
        var lines = new Option<bool>("--jsonl") { Description = "Read JSON Lines from standard input and write JSON Lines.", Required = true };
        var model = ModelFolder.Option();
        var command = new Command("score", "Scores texts from standard input.") { lines, model };
        command.SetAction(result => Run(result.GetRequiredValue(model)));
        return command;
    }

    private static int Run(DirectoryInfo folder)
    {
        var current = new CurrentModel(Options.Create(new ScoringOptions { ModelPath = folder.FullName }), HomeFolder.Find(), NullLogger<CurrentModel>.Instance);
        if (current.Model is null) Console.Error.WriteLine($"{current.Problem} Scores come from reading formulas.");
        var scorer = new FriendlinessScorer(current);
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(output, 1 << 16);
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (!TryScore(scorer, line, buffered))
            {
                buffered.Flush();
                Console.Error.WriteLine($"Line {number} is not an object with title and text.");
                return 1;
            }
        }
        return 0;
    }

    private static bool TryScore(FriendlinessScorer scorer, string line, Stream output)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return false;
            var score = scorer.Score(Text(json.RootElement, "title"), Text(json.RootElement, "text"), "en");
            using (var writer = new Utf8JsonWriter(output))
            {
                writer.WriteStartObject();
                writer.WritePropertyName("id");
                if (json.RootElement.TryGetProperty("id", out var id)) id.WriteTo(writer);
                else writer.WriteNullValue();
                writer.WriteNumber("probability", Math.Round(score.Probability, 4));
                writer.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(score.Verdict.ToString()));
                writer.WriteNumber("grade", score.Reading.RoughGrade);
                if (score.Difficulty is { } known) writer.WriteNumber("difficulty", Math.Round(known, 3));
                else writer.WriteNull("difficulty");
                writer.WriteEndObject();
            }
            output.WriteByte((byte)'\n');
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
