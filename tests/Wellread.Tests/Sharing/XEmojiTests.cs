using Wellread.Sharing;

namespace Wellread.Tests.Sharing;

/// <summary>X counts an emoji that it knows as 2, and what is joined otherwise as its parts. What is expected here is what twitter-text 3.1 with twemoji's list (14.0) says.</summary>
public sealed class XEmojiTests
{
    private const string Joiner = "\u200D";
    private const string Tone = "\U0001F3FD";

    [Theory]
    [InlineData("👨" + Joiner + "👩" + Joiner + "👧" + Joiner + "👦", 2)]
    [InlineData("👨" + Joiner + "👨" + Joiner + "👨", 8)]
    [InlineData("🧑" + Tone + Joiner + "🚒", 2)]
    [InlineData("👨" + Joiner + "🚒" + Joiner + "🚒", 5)]
    [InlineData("👩" + Tone + Joiner + "🤝" + Joiner + "👨\U0001F3FF", 2)]
    [InlineData("👩" + Tone + Joiner + "❤️" + Joiner + "💋" + Joiner + "👨" + Tone, 2)]
    [InlineData("👩" + Joiner + "❤" + Joiner + "👨", 8)]
    [InlineData("⛹" + Tone + Joiner + "♀️", 2)]
    [InlineData("🕵" + Joiner + "♀️", 5)]
    [InlineData("👨" + Joiner, 3)]
    [InlineData(Joiner, 1)]
    [InlineData("👋" + Tone, 2)]
    [InlineData("🍎" + Tone, 4)]
    [InlineData("☝︎" + Tone, 6)]
    [InlineData("🇪🇸🇺🇸", 4)]
    [InlineData("🇽🇾", 4)]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", 2)]
    [InlineData("🏴\U000E0075\U000E0073\U000E0063\U000E0061\U000E007F", 12)]
    [InlineData("❤", 2)]
    [InlineData("❤️", 2)]
    [InlineData("❤️️", 4)]
    [InlineData("❤︎", 4)]
    [InlineData("🍎️", 4)]
    [InlineData("©", 1)]
    [InlineData("©️", 2)]
    [InlineData("1️⃣#⃣", 4)]
    [InlineData("1️", 3)]
    public void An_emoji_counts_two_and_what_is_none_as_its_parts(string text, int expected) => Assert.Equal(expected, XWeightedLength.Of(text));

    [Fact]
    public void Half_a_character_counts_as_one() => Assert.Equal(4, XWeightedLength.Of("𝒳\uD83D"));

    [Theory]
    [InlineData("👨" + Joiner + "👨" + Joiner + "👨" + Joiner + "👨" + Joiner + "👨", 1)]
    [InlineData("🇪🇸🇺🇸🇽", 3)]
    [InlineData("e\u0301\u0301\u0301\u0301a\r\nb", 4)]
    [InlineData("🍎" + Tone, 1)]
    public void Bluesky_counts_what_a_reader_sees_as_characters(string text, int expected) => Assert.Equal(expected, LengthRule.Graphemes.Count(text));
}
