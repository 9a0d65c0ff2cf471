using System.Buffers;
using System.Text.Json;
using Wellread.Articles;
using Wellread.Scoring;

namespace Wellread.Commands;

/// <summary>
/// Scores JSON Lines: <c>{"id","title","text"}</c> in, with a <c>language</c> where that is known, <c>{"id","probability","verdict","grade","difficulty"}</c> out, one for one. The
/// figures are those that <c>POST /api/v1/scores</c> gives, and with the gate so is the verdict. Of a line without words nothing is known.
/// </summary>
internal sealed class ScoreLines(TextScoring scoring, Stream output) : IDisposable
{
    // A file of another kind is wrong in every line.
    private const int MostTold = 20;

    private readonly ArrayBufferWriter<byte> _written = new(1 << 17);
    private readonly Utf8JsonWriter _writer = new(Stream.Null);

    /// <summary>The language of lines that do not say theirs; null to find it out.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the verdict looks at what a text is about; without, it says only for whom it reads.</summary>
    public bool WithGate { get; init; }

    /// <summary>A line that can't be scored is told of and left out, and those behind it are scored.</summary>
    /// <param name="input">The lines.</param>
    /// <param name="say">Is told what is wrong with a line, in words and without any of its own.</param>
    /// <returns>Whether every line was scored.</returns>
    public bool Run(Stream input, Action<string> say)
    {
        using var lines = new ByteLines(input, Flush);
        var refused = 0;
        try
        {
            while (lines.Next(out var line))
            {
                if (line.Trim(" \t"u8).IsEmpty) continue;
                if (ScoreLine.Read(line, out var read) is not { } problem) Write(read.Id, Score(read));
                else if (++refused <= MostTold) say($"Line {lines.Number} {problem}.");
            }
        }
        catch (InvalidDataException e)
        {
            say(e.Message);
            return false;
        }
        finally
        {
            Flush();
        }
        if (refused > MostTold) say($"{refused} lines were left out.");
        return refused == 0;
    }

    public void Dispose() => _writer.Dispose();

    private void Flush()
    {
        if (_written.WrittenCount == 0) return;
        output.Write(_written.WrittenSpan);
        output.Flush();
        _written.ResetWrittenCount();
    }

    private TextScore Score(in ScoreLine line) =>
        string.IsNullOrWhiteSpace(line.Title) && string.IsNullOrWhiteSpace(line.Text) ? TextScore.None : scoring.Score(line.Title, line.Text, line.Language ?? Language, WithGate);

    private void Write(ReadOnlySpan<byte> id, in TextScore score)
    {
        _writer.Reset(_written);
        _writer.WriteStartObject();
        _writer.WritePropertyName("id"u8);
        _writer.WriteRawValue(id, skipInputValidation: true);
        _writer.WriteNumber("probability"u8, Math.Round(score.Probability, 4));
        _writer.WriteString("verdict"u8, score.Verdict switch
        {
            ArticleAudience.Patients => "patients"u8,
            ArticleAudience.Colleagues => "colleagues"u8,
            _ => "neither"u8,
        });
        Write("grade"u8, score.Reading.Grade);
        Write("difficulty"u8, score.Difficulty);
        _writer.WriteEndObject();
        _writer.Flush();
        _written.Write("\n"u8);
    }

    private void Write(ReadOnlySpan<byte> name, double? figure)
    {
        if (figure is { } known) _writer.WriteNumber(name, Math.Round(known, 3));
        else _writer.WriteNull(name);
    }
}
