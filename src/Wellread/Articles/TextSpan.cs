using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>The two parts of what is judged.</summary>
internal enum TextPart
{
    Title,
    Text,
}

/// <summary>A place in a title or text as the caller gave it: from <paramref name="Start"/> up to, not including, <paramref name="End"/>, in UTF-16 units.</summary>
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
