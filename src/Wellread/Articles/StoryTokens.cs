using System.Text;

namespace Wellread.Articles;

/// <summary>A text's words as a story is told by: their roots, which of them are names, and the numbers.</summary>
internal sealed class StoryTokens
{
    private const int MaxWords = 170;
    private readonly List<Token> _tokens = [];

    public StoryTokens(string text)
    {
        var atStart = true;
        for (var i = 0; i < text.Length && _tokens.Count < MaxWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (text[i] is '.' or '!' or '?' or ':' or '\n' or '"' or '“' or '¿' or '¡') atStart = true;
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, i))) i++;
            // The number in "COVID-19" or "A1-40" is part of a name.
            if (char.IsDigit(text[start]) && start > 1 && text[start - 1] == '-' && char.IsLetter(text[start - 2])) continue;
            _tokens.Add(char.IsDigit(text[start]) ? Number(text.AsSpan(start, i - start)) : Word(text.AsSpan(start, i - start), atStart));
            atStart = false;
        }
        MarkNames();
    }

    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>A joint inside a word ("don't") or a number ("40,000", "0.8").</summary>
    private static bool IsInside(string text, int i)
    {
        if (i == 0 || i + 1 >= text.Length) return false;
        if (text[i] is '\'' or '’') return char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
        return text[i] is ',' or '.' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
    }

    private static Token Word(ReadOnlySpan<char> word, bool atStart)
    {
        if (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’') word = word[..^2];
        var folded = FoldedWords.From(word);
        if (folded.Count == 0) return default;
        if (NumberWords.TryGet(folded[0], out var value)) return new Token($"{value}", value < 10 ? 0.4f : 0.7f, IsNumber: true, IsName: false, IsCapital: false, atStart);
        var (root, weight) = StoryWords.Of(folded[0]);
        var capital = char.IsUpper(word[0]);
        var inner = word.Length > 1 && word[1..].ContainsAnyInRange('A', 'Z');
        return new Token(root, weight, IsNumber: false, IsName: inner && weight >= 1, capital, atStart);
    }

    /// <summary>Thousands without their mark, in the English and the Spanish way; a decimal keeps its point.</summary>
    private static Token Number(ReadOnlySpan<char> digits)
    {
        var plain = new StringBuilder(digits.Length);
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] is not (',' or '.')) plain.Append(digits[i]);
            else if (digits.Length - i - 1 != 3 && !(digits.Length - i - 1 > 3 && digits[i + 4] is ',' or '.')) plain.Append('.');
        }
        var text = plain.ToString();
        return new Token(text, text is "0" or "1" ? 0 : text.Length switch { 1 => 0.4f, 2 => 0.7f, _ => 1 }, IsNumber: true, IsName: false, IsCapital: false, AtStart: false);
    }

    /// <summary>A capital inside a sentence makes a name; at its start only with another behind it. In a title with capitals throughout, none does.</summary>
    private void MarkNames()
    {
        var content = _tokens.Count(token => token is { Weight: > 0, IsNumber: false });
        var capitals = _tokens.Count(token => token is { Weight: > 0, IsNumber: false, IsCapital: true });
        if (capitals > 0.6 * content && content > 3) return;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens[i];
            if (!token.IsCapital || token.Weight < 1 || token.IsNumber || token.Root.Length < 2) continue;
            if (!token.AtStart || (i + 1 < _tokens.Count && _tokens[i + 1].IsCapital && !_tokens[i + 1].AtStart)) _tokens[i] = token with { IsName = true };
        }
    }

    internal readonly record struct Token(string Root, float Weight, bool IsNumber, bool IsName, bool IsCapital, bool AtStart);
}
