using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>A part of what is judged: its title or its text.</summary>
internal enum TextPart
{
    Title,
    Text,
}

/// <summary>A place in a title or text, as it was sent. Places are counted as JavaScript counts (UTF-16).</summary>
/// <param name="Part">Whether it is in the title or in the text.</param>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="End">Where it ends: the first place behind it.</param>
internal readonly record struct TextSpan(TextPart Part, int Start, int End)
{
    /// <summary>The same places in the order of the text, those that overlap as one: a page that marks them needs them apart.</summary>
    public static ImmutableArray<TextSpan> Apart(IEnumerable<TextSpan> spans)
    {
        var apart = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Part).ThenBy(span => span.Start))
        {
            if (apart.Count > 0 && apart[^1] is var last && last.Part == span.Part && span.Start < last.End) apart[^1] = last with { End = Math.Max(last.End, span.End) };
            else apart.Add(span);
        }
        return apart.ToImmutable();
    }
}
