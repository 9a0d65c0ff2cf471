using Wellread.Scoring;
using Wellread.Sharing;
using Wellread.Suggestions;

namespace Wellread.Privacy;

/// <summary>What there is to say of your text.</summary>
/// <param name="Verdict">`block`: do not post it like this. `warn`: look again, also where nothing was found in a text that is not in English or Spanish. `clear`: nothing was found, which is no promise.</param>
/// <param name="Summary" example="Do not post this yet: it tells who is a patient.">The verdict in words, in Spanish if the text is.</param>
/// <param name="Findings">What was found, in the order of the text.</param>
/// <param name="SaferVersions">Texts that you can use in its place. Empty if nothing was found.</param>
/// <param name="Language" example="en">The language it is in, as a two-letter code; `und` if that can't be told.</param>
/// <param name="Reading">The school grade at which it reads.</param>
/// <param name="Jargon">Medical terms, and plain words to use instead.</param>
/// <param name="SensitiveTopics">Subjects that can hurt a reader, with help lines to add.</param>
/// <param name="Length">How long it is, as the network counts.</param>
/// <param name="Stored" example="false">Always false.</param>
/// <param name="Notes">That nothing is saved, and that this is no legal advice, in the language of the text. Also if it is in a language that is not checked, or if a picture has to change.</param>
/// <param name="RulesVersion" example="rules-1a2b3c4d">The build of the program whose rules were used.</param>
internal sealed record PostCheckResponse(
    PostVerdict Verdict,
    string Summary,
    IReadOnlyList<FindingItem> Findings,
    IReadOnlyList<string> SaferVersions,
    string Language,
    ReadingItem Reading,
    IReadOnlyList<JargonItem> Jargon,
    IReadOnlyList<SensitiveItem> SensitiveTopics,
    PostLength Length,
    bool Stored,
    IReadOnlyList<string> Notes,
    string RulesVersion)
{
    /// <param name="isRead">False for a text in a language that the guard can't read.</param>
    /// <param name="words">In the language of the text.</param>
    public static PostCheckResponse Of(ShareChannel channel, string text, JudgedText judged, GuardResult result, PostMode mode, bool isRead, FindingWords words) => new(
        result.Verdict == PostVerdict.Clear && !isRead ? PostVerdict.Warn : result.Verdict,
        words.Say(result.Verdict == PostVerdict.Clear && !isRead ? "other-language" : VerdictOf(result.Verdict)),
        [.. result.Findings.Select(finding => FindingItem.Of(finding, words))],
        result.Safer,
        judged.Language,
        ReadingItem.Of(judged.Explanation.Reading),
        [.. judged.Explanation.Jargon.Select(term => new JargonItem(term.Term, term.PlainWords, term.Explained, term.Spans))],
        [.. judged.SensitiveTopics.Select(found => SensitiveItem.Of(found, judged.Language))],
        PostLength.Of(channel, text, result.Counted),
        Stored: false,
        [.. NotesOf(result, mode, isRead).Select(words.Say)],
        ScoringRules.Version);

    private static IEnumerable<string> NotesOf(GuardResult result, PostMode mode, bool isRead)
    {
        if (!isRead) yield return "other-language";
        if (mode == PostMode.Caption && result.Findings.Any(finding => finding.Kind == MentionKind.Photo)) yield return "picture";
        yield return "stored";
        yield return "limits";
    }

    private static string VerdictOf(PostVerdict verdict) => verdict switch
    {
        PostVerdict.Block => "block",
        PostVerdict.Warn => "warn",
        _ => "clear",
    };
}

/// <summary>A place in your text that can tell who is a patient.</summary>
/// <param name="Code" example="patient-status">The kind, for programs. It does not change.</param>
/// <param name="Severity">`block` or `warn`.</param>
/// <param name="Start" example="14">Where it begins, counted as JavaScript counts (UTF-16).</param>
/// <param name="End" example="39">Where it ends: the first place behind it.</param>
/// <param name="Rule">Why it was found, in plain words, in the language of the text.</param>
/// <param name="Instead">What to write in its place; empty to leave it out.</param>
/// <param name="HipaaLetter" example="A">Its letter in the list of 45 CFR 164.514(b)(2)(i); null if the list does not have it.</param>
internal sealed record FindingItem(string Code, FindingSeverity Severity, int Start, int End, string Rule, string Instead, string? HipaaLetter)
{
    public static FindingItem Of(GuardFinding finding, FindingWords words) => new(
        FindingWords.CodeOf(finding.Kind), finding.Severity, finding.Start, finding.End, words.RuleOf(finding), words.InsteadOf(finding),
        FindingWords.LetterOf(finding.Kind) is { Length: > 0 } letter ? letter : null);
}

/// <summary>A text's length on a network.</summary>
/// <param name="Channel" example="facebook">The network.</param>
/// <param name="Counted" example="51">The length by the network's rule.</param>
/// <param name="Limit" example="63206">The longest that the network takes; null where it states none.</param>
/// <param name="Fits" example="true">False if it is too long, or has a character that the network refuses.</param>
/// <param name="Rule" example="characters">How the network counts.</param>
internal sealed record PostLength(string Channel, int Counted, int? Limit, bool Fits, string Rule)
{
    public static PostLength Of(ShareChannel channel, string text, int counted) =>
        new(channel.Slug, counted, channel.Limit, (channel.Limit is not { } limit || counted <= limit) && channel.Rule.Takes(text), channel.Rule.Code);
}

/// <summary>Safe replies.</summary>
/// <param name="Items">The replies, by kind.</param>
internal sealed record SafeRepliesResponse(IReadOnlyList<SafeReplyItem> Items);

/// <summary>A reply that never says whether somebody is a patient.</summary>
/// <param name="Kind" example="wait">What the review is: `praise`, `wait`, `billing`, `care`, `staff`, `privacy`, `loss`, `wrong-practice` or `unclear`.</param>
/// <param name="Name" example="A complaint about waiting">The kind in words.</param>
/// <param name="Language" example="en">`en` or `es`.</param>
/// <param name="Text">The reply.</param>
internal sealed record SafeReplyItem(string Kind, string Name, string Language, string Text);
