using System.Collections.Immutable;
using System.Text;
using Wellread.Articles;

namespace Wellread.Sharing.Questions;

/// <summary>
/// Open questions on what an article is about, to stand above its own title where it asks none itself. They claim nothing, ask nobody about their own health, and follow the
/// article's kind: above a study they ask what one study found. Pure.
/// </summary>
internal static class OpenQuestion
{
    private static readonly ImmutableArray<string> EnglishKnow = ["What should people know about {0}?", "What is worth knowing about {0}?", "What is there to know about {0}?"];
    private static readonly ImmutableArray<string> SpanishKnow = ["¿Qué conviene saber sobre {0}?", "¿Qué hay que saber sobre {0}?", "¿Qué vale la pena saber sobre {0}?"];

    /// <summary>The questions that fit, the article's own first: which it is follows from the article's id, so that posts differ and none changes.</summary>
    public static IReadOnlyList<string> For(Article article, TitleSubject subject)
    {
        var kind = QuestionKinds.Of(article, subject);
        var questions = Written(subject, article.Language, kind);
        if (questions.Count == 0) questions = Written(subject, article.Language, QuestionKind.Know);
        var first = (int)(HashOf(article.Id) % (uint)questions.Count);
        return [.. questions.Skip(first), .. questions.Take(first)];
    }

    private static List<string> Written(TitleSubject subject, string language, QuestionKind kind)
    {
        var isSpanish = language == "es";
        var byHand = subject.IsWhole && subject is { Beside: null, IsRisk: false, IsTreated: false } ? TopicQuestions.Of(subject.Topic, language, kind) : [];
        return [.. byHand, .. Patterns(kind, isSpanish).Select(pattern => Spoken(pattern.Replace("{0}", NameFor(subject, kind, isSpanish), StringComparison.Ordinal)))];
    }

    // "the signs of a stroke", but "What is there to know about strokes?", about the risk of one, or about coffee and strokes.
    private static string NameFor(TitleSubject subject, QuestionKind kind, bool isSpanish)
    {
        if (kind is QuestionKind.Help or QuestionKind.Prevent or QuestionKind.Ease or QuestionKind.Signs) return subject.Name;
        var name = Spoken(subject, isSpanish);
        if (subject.Beside is not { } other) return name;
        var beside = Spoken(other, isSpanish);
        var mainFirst = other.IsRisk || (subject.ComesFirst && !subject.IsRisk);
        return $"{(mainFirst ? name : beside)} {(isSpanish ? "y" : "and")} {(mainFirst ? beside : name)}";
    }

    private static string Spoken(TitleSubject subject, bool isSpanish)
    {
        if (subject.IsTreated) return $"{(isSpanish ? "los medicamentos para" : "medicine for")} {subject.Name}";
        if (subject.IsRisk && subject.IsIllness) return $"{(isSpanish ? "el riesgo de" : "the risk of")} {subject.Name}";
        if (!subject.IsEvent) return subject.Name;
        return isSpanish ? $"los {string.Join(' ', subject.Name[3..].Split(' ').Select(Several))}" : Several(subject.Name[2..]);
    }

    private static string Several(string name) => name[^1] switch
    {
        's' => name,
        'a' or 'e' or 'o' or 'k' => $"{name}s",
        _ => $"{name}es",
    };

    private static ImmutableArray<string> Patterns(QuestionKind kind, bool isSpanish) => (kind, isSpanish) switch
    {
        (QuestionKind.Know, false) => EnglishKnow,
        (QuestionKind.Know, true) => SpanishKnow,
        (QuestionKind.Prevent, false) => ["What can help prevent {0}?", "How can people guard against {0}?"],
        (QuestionKind.Prevent, true) => ["¿Qué ayuda a prevenir {0}?", "¿Cómo protegerse de {0}?"],
        (QuestionKind.Ease, false) => ["What can help people with {0}?", "What helps people cope with {0}?"],
        (QuestionKind.Ease, true) => ["¿Qué puede ayudar con {0}?", "¿Qué ayuda a vivir con {0}?"],
        (QuestionKind.Signs, false) => ["What are the signs of {0}?", "What signs of {0} should people know?"],
        (QuestionKind.Signs, true) => ["¿Cuáles son los síntomas de {0}?", "¿Qué síntomas de {0} conviene conocer?"],
        (QuestionKind.Study, false) => ["What did one study find out about {0}?", "What does one study say about {0}?"],
        (QuestionKind.Study, true) => ["¿Qué encontró un estudio sobre {0}?", "¿Qué dice un estudio sobre {0}?"],
        (QuestionKind.Research, false) => ["What are researchers finding out about {0}?", "What are scientists learning about {0}?"],
        (QuestionKind.Research, true) => ["¿Qué descubren los investigadores sobre {0}?", "¿Qué estudia la ciencia sobre {0}?"],
        (QuestionKind.Studies, false) => ["What do studies say about {0}?", "What have studies found out about {0}?"],
        (QuestionKind.Studies, true) => ["¿Qué dicen los estudios sobre {0}?", "¿Qué han encontrado los estudios sobre {0}?"],
        _ => [],
    };

    // "de" and "el" become one word, as "a" and "el" do.
    private static string Spoken(string question) => question.Replace(" de el ", " del ", StringComparison.Ordinal).Replace(" a el ", " al ", StringComparison.Ordinal);

    /// <summary>FNV-1a, which is the same on every machine and in every version.</summary>
    private static uint HashOf(string id)
    {
        var hash = 2166136261u;
        foreach (var part in Encoding.UTF8.GetBytes(id)) hash = (hash ^ part) * 16777619u;
        return hash;
    }
}
