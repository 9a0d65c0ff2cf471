using System.Text;

namespace Wellread.Articles;

/// <summary>A text kept as UTF-8, which takes half the memory of a string in the languages that are suggested. Equal texts are equal.</summary>
internal readonly struct Utf8Text : IEquatable<Utf8Text>
{
    private readonly byte[]? _bytes;

    public Utf8Text(string? text) => _bytes = text switch { null => null, "" => [], _ => Encoding.UTF8.GetBytes(text) };

    private Utf8Text(byte[]? bytes) => _bytes = bytes;

    /// <param name="utf8">Valid UTF-8 that nobody changes later.</param>
    public static Utf8Text Of(byte[]? utf8) => new(utf8);

    /// <summary>The text; null where none was given.</summary>
    public string? Text => _bytes is null ? null : Encoding.UTF8.GetString(_bytes);

    public bool IsNull => _bytes is null;

    /// <summary>Of the text, in UTF-16 units as a string's; 0 where none was given. Nothing is decoded for it.</summary>
    public int Length => _bytes is null ? 0 : Encoding.UTF8.GetCharCount(_bytes);

    public bool Equals(Utf8Text other) => (_bytes is null) == (other._bytes is null) && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => obj is Utf8Text other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }
}
