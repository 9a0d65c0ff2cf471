using System.ComponentModel.DataAnnotations;

namespace Wellread.Suggestions;

/// <summary>Looks through a text that an editor sends with a decision. The guard comes later in the flow, so it is handed in. Keeps nothing.</summary>
internal delegate DecisionTextVerdict DecisionTextCheck(string text);

/// <summary>What was found in a text.</summary>
/// <param name="IsBlocked">True where it must not go out like this.</param>
/// <param name="Findings">In the order of the text.</param>
internal sealed record DecisionTextVerdict(bool IsBlocked, IReadOnlyList<TextFinding> Findings)
{
    /// <summary>What to do where it is blocked, in the language of the text.</summary>
    public string Advice { get; init; } = "";

    public static DecisionTextVerdict Clear { get; } = new(IsBlocked: false, []);
}

/// <summary>A place in your text that can tell who is a patient. The words themselves are not repeated.</summary>
/// <param name="Code" example="name">The kind, for programs. It does not change.</param>
/// <param name="Severity" example="warn">`block` or `warn`.</param>
/// <param name="Start" example="14">Where it begins, counted as JavaScript counts (UTF-16).</param>
/// <param name="End" example="39">Where it ends: the first place behind it.</param>
/// <param name="Rule">Why it was found, in plain words, in the language of the text.</param>
internal sealed record TextFinding(string Code, [property: AllowedValues("warn", "block")] string Severity, int Start, int End, string Rule);
