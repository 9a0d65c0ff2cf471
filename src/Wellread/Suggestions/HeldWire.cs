using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>What waits for your yes, the best first.</summary>
/// <param name="Items">The articles.</param>
/// <param name="Total">How many wait in all.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
internal sealed record HeldList(IReadOnlyList<HeldSuggestion> Items, int Total, string? NextCursor);

/// <summary>An article that waits for your yes, and why.</summary>
/// <param name="Why">Each subject that it touches on.</param>
/// <param name="Suggestion">The article, as it would be suggested.</param>
internal sealed record HeldSuggestion(IReadOnlyList<HeldSubject> Why, Suggestion Suggestion)
{
    public static HeldSuggestion From(RankedSuggestion ranked, Practice practice)
    {
        var article = ranked.Candidate.Article;
        return new([.. article.SensitiveTopics.Select(subject => HeldSubject.Of(subject, article.Language, SensitiveTopics.IsGuess(article, subject)))], Suggestion.From(ranked, practice));
    }
}

/// <summary>A subject that can hurt a reader.</summary>
/// <param name="Subject">`suicide`, `eating-disorders`, `abuse`, `sexual-assault`, `overdose` or `abortion`.</param>
/// <param name="Text">Why the article waits, in words.</param>
/// <param name="HelpLines">Where readers find help, in the language of the article. The text to share names the first, unless the subject is only a guess.</param>
internal sealed record HeldSubject(string Subject, string Text, IReadOnlyList<HelpLine> HelpLines)
{
    public static HeldSubject Of(string subject, string language, bool isGuess) => new(
        subject,
        $"It {(isGuess ? "may touch" : "touches")} on {SensitiveTopics.NameOf(subject) ?? subject}{(isGuess ? ": its wording sounds like it" : "")}. Please read it before anyone shares it.",
        HelpLines: Articles.HelpLines.For(subject, language));
}
