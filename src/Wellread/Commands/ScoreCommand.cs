using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Scoring;

namespace Wellread.Commands;

/// <summary>
/// <c>score --jsonl</c>: reads <c>{"id","title","text","language"}</c> lines, writes <c>{"id","probability","verdict","grade","difficulty"}</c> lines. Title or text, id and language
/// may be left out.
/// </summary>
internal static class ScoreCommand
{
    internal static Command Create()
    {
        var lines = new Option<bool>("--jsonl") { Description = "Read JSON Lines and write JSON Lines, which is what happens without it, too." };
        var model = ModelFolder.Option();
        var language = new Option<string?>("--language") { Description = "The language of lines without a \"language\" of their own: en or es. Found out line by line if you leave it out." };
        language.AcceptOnlyFromAmong([.. ArticleLanguage.Known]);
        var gate = new Option<bool>("--gate")
        {
            Description = "Look at what a text is about, as the API does: what is no health information for patients is for neither. Takes about seven times as long.",
        };
        var command = new Command(
            "score",
            "Scores texts from standard input, a JSON object a line: id, title, text, language. Answers with id, probability (0 to 1 that a patient understands it), verdict (patients, colleagues "
            + "or neither, by how it reads), grade (US school grade; null below ten words) and difficulty (1 easy to 6 hard; null in Spanish).") { lines, language, gate, model };
        command.SetAction(result => Run(result.GetRequiredValue(model), result.GetValue(language), result.GetValue(gate)));
        return command;
    }

    private static int Run(DirectoryInfo folder, string? language, bool withGate)
    {
        var current = new CurrentModel(Options.Create(new ScoringOptions { ModelPath = folder.FullName }), HomeFolder.Find(), NullLogger<CurrentModel>.Instance);
        if (current.Model is null) Console.Error.WriteLine($"{current.Problem} Scores come from reading formulas.");
        using var output = Console.OpenStandardOutput();
        var scorer = new FriendlinessScorer(current);
        using var lines = new ScoreLines(new TextScoring(new ArticleScoring(scorer, new Explainer(scorer))), output) { Language = language, WithGate = withGate };
        try
        {
            using var input = Console.OpenStandardInput();
            if (lines.Run(input, Console.Error.WriteLine)) return 0;
        }
        catch (IOException e)
        {
            // Whoever reads has gone, or who writes.
            Console.Error.WriteLine(e.Message);
        }
        return 1;
    }
}
