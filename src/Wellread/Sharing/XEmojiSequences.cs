using System.Collections.Frozen;

namespace Wellread.Sharing;

/// <summary>The flags and joined emoji of Unicode's list "recommended for general interchange" (Emoji 14), with the few more of twemoji's list: families, couples, trades, and the like.</summary>
internal static class XEmojiSequences
{
    private const string Joiner = "\u200D";
    private static readonly string[] Tones = ["\U0001F3FB", "\U0001F3FC", "\U0001F3FD", "\U0001F3FE", "\U0001F3FF"];
    private static readonly string[] AnyTone = ["", .. Tones];
    private static readonly string[] People = ["👨", "👩", "🧑"];

    private static readonly FrozenSet<string> All = new[] { Flags(), Trades(), Genders(), Couples(), Hands(), Families(), Others() }.SelectMany(list => list).ToFrozenSet();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spans = All.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = All.Max(sequence => sequence.Length);
    private static readonly FrozenSet<char> Firsts = All.Select(sequence => sequence[0]).ToFrozenSet();

    /// <summary>The length of the longest one that a text starts with, in UTF-16 units; 0 for none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (!Firsts.Contains(text[0])) return 0;
        for (var length = Math.Min(text.Length, Longest); length > 2; length--)
        {
            if (Spans.Contains(text[..length])) return length;
        }
        return 0;
    }

    /// <summary>Of countries and regions by their letters, and of three parts of the United Kingdom.</summary>
    private static IEnumerable<string> Flags()
    {
        const string regions =
            "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CR CU CV CW CX CY CZ DE DG DJ DK DM "
            + "DO DZ EA EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
            + "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS "
            + "PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS "
            + "XK YE YT ZA ZM ZW";
        return regions.Split(' ').Select(region => string.Concat(region.Select(letter => char.ConvertFromUtf32(0x1F1E6 + letter - 'A'))))
            .Concat(new[] { "gbeng", "gbsct", "gbwls" }.Select(part => $"🏴{string.Concat(part.Select(letter => char.ConvertFromUtf32(0xE0000 + letter)))}\U000E007F"));
    }

    private static IEnumerable<string> Trades() =>
        from trade in Split("🌾 🍳 🍼 🎓 🎤 🎨 🏫 🏭 💻 💼 🔧 🔬 🚀 🚒 🦯 🦼 🦽 🦰 🦱 🦲 🦳 ⚕️ ⚖️ ✈️ 🎄")
        from person in People
        from tone in AnyTone
        select $"{person}{tone}{Joiner}{trade}";

    private static IEnumerable<string> Genders() =>
        from doing in Split("🏃 🏄 🏊 👮 👰 👱 👳 👷 💁 💂 💆 💇 🙅 🙆 🙇 🙋 🙍 🙎 🚣 🚴 🚵 🚶 🤦 🤵 🤷 🤸 🤹 🤽 🤾 🦸 🦹 🧍 🧎 🧏 🧔 🧖 🧗 🧘 🧙 🧚 🧛 🧜 🧝 👯 🤼 🧞 🧟 ⛹️ 🏋️ 🏌️ 🕵️ 🕴️")
        from tone in doing is "👯" or "🤼" or "🧞" or "🧟" ? [""] : AnyTone
        from sign in Split("♀️ ♂️")
            // A tone takes the place of the selector.
        select $"{(tone.Length > 0 ? doing.TrimEnd('\uFE0F') : doing)}{tone}{Joiner}{sign}";

    private static IEnumerable<string> Couples() =>
        from kiss in new[] { "❤️", $"❤️{Joiner}💋" }
        from pair in Split("👨👨 👩👨 👩👩 🧑🧑")
        from tones in Pairs()
        where pair != "🧑🧑" || tones.First != tones.Second
        select $"{pair[..2]}{tones.First}{Joiner}{kiss}{Joiner}{pair[2..]}{tones.Second}";

    private static IEnumerable<string> Hands() =>
        from pair in Split("👨👨 👩👨 👩👩 🧑🧑 🫱🫲")
        from tones in Pairs()
            // Two of one tone have an emoji of their own, but for 🧑🧑.
        where pair == "🧑🧑" || tones.First != tones.Second
        select $"{pair[..2]}{tones.First}{Joiner}{(pair == "🫱🫲" ? "" : $"🤝{Joiner}")}{pair[2..]}{tones.Second}";

    private static IEnumerable<(string First, string Second)> Pairs() =>
        from first in AnyTone
        from second in first.Length == 0 ? [""] : Tones
        select (first, second);

    private static IEnumerable<string> Families() =>
        from parents in Split($"👨 👩 👨{Joiner}👩 👨{Joiner}👨 👩{Joiner}👩")
        from children in Split($"👦 👧 👧{Joiner}👦 👦{Joiner}👦 👧{Joiner}👧")
        select $"{parents}{Joiner}{children}";

    private static string[] Others() => Split(
        $"👁{Joiner}🗨 🏳️{Joiner}🌈 🏳️{Joiner}⚧️ 🏴{Joiner}☠️ 🐈{Joiner}⬛ 🐕{Joiner}🦺 🐻{Joiner}❄️ ❤️{Joiner}🔥 ❤️{Joiner}🩹 😮{Joiner}💨 😵{Joiner}💫 😶{Joiner}🌫️");

    private static string[] Split(string list) => list.Split(' ');
}
