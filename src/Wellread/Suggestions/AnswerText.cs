using System.Security.Cryptography;
using System.Text;

namespace Wellread.Suggestions;

/// <summary>The JSON of a page of suggestions without the value of its cursor, which says when the page was made. Immutable; pages that differ in nothing else share it.</summary>
internal sealed class AnswerText
{
    private readonly byte[] _json;
    private readonly int _cursorEnd;

    /// <param name="json">The JSON of a <see cref="SuggestionList"/>, with any cursor.</param>
    public AnswerText(byte[] json)
    {
        _json = json;
        (var start, _cursorEnd) = SuggestionList.CursorIn(json);
        Begin = json.AsMemory(0, start);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Begin.Span);
        hash.AppendData(json.AsSpan(_cursorEnd));
        ETag = $"W/\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}\"";
    }

    /// <summary>What stands before the cursor's value.</summary>
    public ReadOnlyMemory<byte> Begin { get; }

    /// <summary>Weak: two pages with the same suggestions have the same, though their cursors differ.</summary>
    public string ETag { get; }

    public int Length => _json.Length;

    /// <summary>The cursor's value and what stands behind it.</summary>
    public byte[] EndWith(string? cursor) => [.. Encoding.ASCII.GetBytes(cursor is null ? "null" : $"\"{cursor}\""), .. _json.AsSpan(_cursorEnd)];
}
