using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Wellread.Sharing.Questions;

/// <summary>The open questions on each topic, from <c>topic-questions.txt</c>.</summary>
internal static class TopicQuestions
{
    private static readonly FrozenDictionary<(string Topic, string Key), ImmutableArray<string>> Lists = Load();

    /// <summary>What the topic is called within a question; null where it is too wide for one.</summary>
    public static string? SubjectOf(string topic, string language) => Lists.GetValueOrDefault((topic, language)) is { IsDefaultOrEmpty: false } names ? names[0] : null;

    /// <summary>The hand-written questions of a kind, none where the topic has none.</summary>
    public static ImmutableArray<string> Of(string topic, string language, QuestionKind kind) =>
        kind is QuestionKind.Help or QuestionKind.Know && Lists.GetValueOrDefault((topic, $"{language} {(kind == QuestionKind.Help ? "help" : "know")}")) is { IsDefault: false } questions
            ? questions : [];

    private static FrozenDictionary<(string, string), ImmutableArray<string>> Load()
    {
        var lists = new Dictionary<(string, string), ImmutableArray<string>>();
        var topic = "";
        foreach (var line in EmbeddedText.Read("Questions.topic-questions.txt").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            if (line[0] == '[')
            {
                topic = line[1..line.IndexOf(']', StringComparison.Ordinal)];
                var names = Split(line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..]);
                if (names.Length == 2) (lists[(topic, "en")], lists[(topic, "es")]) = ([names[0]], [names[1]]);
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            lists[(topic, line[..colon])] = Split(line[(colon + 1)..]);
        }
        return lists.ToFrozenDictionary();
    }

    private static ImmutableArray<string> Split(string list) => [.. list.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
