using System.Text.RegularExpressions;
using Wellread.Articles;

namespace Wellread.Sharing.Questions;

/// <summary>What an open question asks for. It follows from what the article's own words give.</summary>
internal enum QuestionKind
{
    /// <summary>What there is to know: fits good and bad news.</summary>
    Know,

    /// <summary>What helps, above advice.</summary>
    Help,

    /// <summary>What prevents an illness, above advice on that.</summary>
    Prevent,

    /// <summary>What helps people who have an illness, above advice on that.</summary>
    Ease,

    /// <summary>How an illness shows.</summary>
    Signs,

    /// <summary>What one study found: nobody shall take it for the last word.</summary>
    Study,

    /// <summary>What several studies say.</summary>
    Studies,

    /// <summary>What researchers are finding out, above news of research that names no study.</summary>
    Research,
}

/// <summary>Tells the kind of question that an article answers.</summary>
internal static partial class QuestionKinds
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static QuestionKind Of(Article article, TitleSubject subject)
    {
        var title = article.Title;
        if (ToldAsStudies().IsMatch(title)) return QuestionKind.Studies;
        if (ToldAsStudy().IsMatch(title)) return QuestionKind.Study;
        if (ToldAsResearch().IsMatch(title)) return QuestionKind.Research;
        var asks = title.Contains('?', StringComparison.Ordinal);
        if (subject.IsIllness && !asks && AreSignsOf(article, subject) && !Eases().IsMatch(title) && !Prevents().IsMatch(title) && !Finding().IsMatch(title) && !Denies().IsMatch(title)) return QuestionKind.Signs;
        if (!asks && !Denies().IsMatch(title) && !OthersAct().IsMatch(title) && GivesAdvice().IsMatch(title))
        {
            if (subject.IsIllness && Prevents().IsMatch(title)) return QuestionKind.Prevent;
            if (subject.IsIllness && !subject.IsEvent && Eases().IsMatch(title)) return QuestionKind.Ease;
            if ((subject.IsWhole || !subject.IsIllness) && !Avoids().IsMatch(title)) return QuestionKind.Help;
        }
        return TellsOfStudy(article) ? ToldAsStudies().IsMatch(article.Summary) ? QuestionKind.Studies : QuestionKind.Study : QuestionKind.Know;
    }

    // "Your headache can be a sign of migraine" has no signs of headaches.
    private static bool AreSignsOf(Article article, TitleSubject subject) => Signs().IsMatch(article.Title)
        && (SignsOf().Match(article.Title) is not { Success: true } of || TitleSubject.Of(article with { Title = article.Title[(of.Index + of.Length)..] })?.Name == subject.Name);

    private static bool TellsOfStudy(Article article) =>
        article.Assessment?.Cautions.HasFlag(AssessmentCautions.SingleStudy) is true || (Sentences.Of(article.Summary, article.Language) is [var first, ..] && FirstTellsOfStudy().IsMatch(first));

    [GeneratedRegex(@"\b(studies|meta-?analysis|meta-?analyses|reviews? of|systematic review|estudios|metaan[aá]lisis|revisi[oó]n de)\b", Options)]
    private static partial Regex ToldAsStudies();

    [GeneratedRegex(@"(?<!\p{L}s )\b(study|trial|survey)\b|\b(estudio|ensayo|encuesta)\b", Options)]
    private static partial Regex ToldAsStudy();

    [GeneratedRegex(@"\b((?<!\b(vaccine|cancer|medical|health|drug|brain|aging|clinical|stem cell) )research(?! (psycholog|nurse|doctor|cent|fund|grant|institut|hospital))|researchers?|scientists?|investigaci[oó]n|investigador(es|as)?|cient[ií]fic[oa]s)\b", Options)]
    private static partial Regex ToldAsResearch();

    [GeneratedRegex(@"\b((a|one|new|recent|the|this) (\w+ )?study|study (finds|shows|suggests|found|says)|un (nuevo )?estudio|el estudio)\b", Options)]
    private static partial Regex FirstTellsOfStudy();

    [GeneratedRegex(@"\b(signs of|signs?(?= (that|to|you|in your))|early signs?|warning signs?|signs and|symptoms (of|and|to|you|that|explained)|symptoms?: |causes, symptoms|symptoms, |(common|early|key|main|first|of the) symptoms|s[ií]ntomas (de|del|y|que)|se[ñn]ales (de|del)|signos (de|del)|s[ií]ntomas,)\b|\bsymptoms$", Options)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\b(signs?|symptoms|s[ií]ntomas|se[ñn]al(es)?|signos) (of|del?)\b", Options)]
    private static partial Regex SignsOf();

    [GeneratedRegex(
        @"\b(ways? (to|of)|tips?|(?<=(^|: |- |– |— ))how to(?! (understand|tell|know|spot|recogni[sz]e))|steps|things to (do|try)|what to (do|eat)|guides?(?= (to|for|on)\b|:|$)|strategies|tricks|hacks|remedies|do's|dos and don|foods (to|that)"
        + @"|consejos?|claves|c[oó]mo|formas|maneras|pasos|trucos|remedios|gu[ií]a|pautas|recomendaciones|qu[eé] hacer)\b", Options)]
    private static partial Regex GivesAdvice();

    [GeneratedRegex(@"\b(prevent\w*|avoid\w*|protect\w* (your\w* |yourself |themselves )?(against|from)|ward off|stave off|fight off|keep away|steer clear|lower (the|your) risk|reduce (the|your) risk|prevenir|evitar|proteger\w*|protegerse|reducir el riesgo)\b", Options)]
    private static partial Regex Prevents();

    [GeneratedRegex(@"\b(manag\w+|cop(e|ing)|liv(e|ing) with|eas(e|ing)|reliev\w+|relief|sooth\w+|treat\w*|get rid of|deal(ing)? with|feel better|control\w*|aliviar|vivir con|controlar|tratar|manejar|calmar|combatir|convivir)\b", Options)]
    private static partial Regex Eases();

    [GeneratedRegex(@"\b(fight|may|might|could|linked|puede[n]?|podr[ií]a[n]?|combate[n]?)\b", Options)]
    private static partial Regex Finding();

    [GeneratedRegex(@"\b(avoid|limit|skip|evitar|limitar)\b", Options)]
    private static partial Regex Avoids();

    // "Doctors find strategies to …": no advice to readers.
    [GeneratedRegex(@"\b(doctors|hospitals|nurses|clinics|scientists|researchers|officials|schools|companies|m[eé]dicos|hospitales|cient[ií]ficos|investigadores) (find|found|test|seek|use|try|develop|study|look|work|hallan|prueban|buscan|usan|estudian)\w*\b", Options)]
    private static partial Regex OthersAct();

    [GeneratedRegex(@"\b(no|not|never|without|nor|neither|fails?|myths?|mistakes?|wrong|worst|spiral\w*|dangerous|bad for|worse|raises?|spikes?|harm\w*|damag\w*|destroy\w*|ruin\w*|slow(ing|s)?|sabotag\w*|nunca|sin|tampoco|mitos?|errores)\b|n't\b|n’t\b", Options)]
    private static partial Regex Denies();
}
