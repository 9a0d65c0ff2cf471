namespace Wellread.Articles;

/// <summary>The two parts of what is judged.</summary>
internal enum TextPart
{
    Title,
    Text,
}

/// <summary>A place in a title or text as the caller gave it: from <paramref name="Start"/> up to, not including, <paramref name="End"/>, in UTF-16 units.</summary>
internal readonly record struct TextSpan(TextPart Part, int Start, int End);
