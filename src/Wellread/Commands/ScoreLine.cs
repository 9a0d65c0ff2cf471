using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Wellread.Articles;

namespace Wellread.Commands;

/// <summary>
/// A line of JSON to score. A title or text that is missing or null is empty; what else the object has is passed over. Names are the same in any case, as everywhere in
/// requests.
/// </summary>
internal readonly ref struct ScoreLine
{
    private const string NoObject = "is not a JSON object with \"id\", \"title\" and \"text\"";
    private const string NoWords = "has neither a \"title\" nor a \"text\"";
    private const string OtherLanguage = "has a \"language\" other than \"en\" and \"es\"; leave it out to have it found";

    private static readonly string[] Names = ["id", "title", "text", "language"];

    // What else the object holds may be deep.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    /// <summary>As it stands in the line, any JSON value; null where there is none.</summary>
    public ReadOnlySpan<byte> Id { get; private init; }

    public string Title { get; private init; }

    public string Text { get; private init; }

    /// <summary>In lower case; null to find it out.</summary>
    public string? Language { get; private init; }

    /// <summary>What is wrong with the line, to be put behind "Line 5"; null when nothing is.</summary>
    public static string? Read(ReadOnlySpan<byte> line, out ScoreLine read)
    {
        // Bytes that are no UTF-8 become replacement characters.
        if (!Utf8.IsValid(line)) line = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line));
        read = default;
        var id = "null"u8;
        string? title = null, text = null, language = null;
        try
        {
            var reader = new Utf8JsonReader(line, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return NoObject;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = NameOf(reader);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                if (name is not (null or "id") && reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) return $"has a {name} that is not a string";
                if (name == "title") title = String(reader) ?? "";
                else if (name == "text") text = String(reader) ?? "";
                else if (name == "language") language = String(reader);
                reader.Skip();
                if (name == "id") id = line[start..(int)reader.BytesConsumed];
            }
            reader.Read();
        }
        catch (JsonException)
        {
            return NoObject;
        }
        if (title is null && text is null) return NoWords;
        if (language is not null && !ArticleLanguage.IsKnown(language)) return OtherLanguage;
        read = new ScoreLine { Id = id, Title = title ?? "", Text = text ?? "", Language = language?.ToLowerInvariant() };
        return null;
    }

    private static string? NameOf(in Utf8JsonReader reader)
    {
        foreach (var name in Names)
        {
            if (reader.ValueTextEquals(name) || (!reader.ValueIsEscaped && Ascii.EqualsIgnoreCase(reader.ValueSpan, name))) return name;
        }
        return null;
    }

    // The reader's own way refuses half a surrogate pair, which cut-off texts do have.
    private static string? String(in Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (!reader.ValueIsEscaped) return Encoding.UTF8.GetString(reader.ValueSpan);
        var buffer = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        var text = new string(Unescape(buffer.AsSpan(0, Encoding.UTF8.GetChars(reader.ValueSpan, buffer))));
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    // In place; the reader has seen that every escape is whole.
    private static Span<char> Unescape(Span<char> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\')
            {
                c = text[++i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other };
                if (c == 'u')
                {
                    c = (char)ushort.Parse(text.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    i += 4;
                }
            }
            text[length++] = c;
        }
        return text[..length];
    }
}
