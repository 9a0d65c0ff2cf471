using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Wellread.Articles;

/// <summary>
/// The language of a title and a few sentences, by their script and their most frequent small words. Made to keep other languages out of English and
/// Spanish suggestions, so it knows those two and their neighbours in feeds.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>A language that is none of those known.</summary>
    public const string Other = "und";

    /// <summary>What a feed's own word for its language is worth, in small words.</summary>
    private const double OfTheFeed = 1.5;

    /// <summary>What a greeting or thanks is worth, in small words: nobody says it in another language by chance.</summary>
    private const int OfGreeting = 2;

    /// <summary>What an accent says against English, in small words: less than one, since English has a café.</summary>
    private const double AccentWorth = 0.5;

    /// <summary>A lead of less says nothing.</summary>
    private const double Doubt = 0.3;

    private static readonly SearchValues<char> SpanishVowels = SearchValues.Create("áéíóúÁÉÍÓÚ");

    private static readonly (string Code, string Words, string Letters)[] Languages =
    [
        ("en", "the of and to in is that for it with as on are was be by this you your from have not no or at an how what can may who why will more their than but has they when about we our new should if do does", ""),
        ("es", "el la los las de del y que en un una es por con para se su sus al lo como más o pero sin sobre qué cómo este esta son puede pueden entre desde muy también tu tus si no ha han hay ser cuando todo según", "ñ¿¡"),
        ("pt", "o a os as do da dos das e que em um uma é por com para se seu sua ao no na nos nas como mais ou mas sem sobre não são pode entre também quando está foi pelo pela você", "ãõ"),
        ("fr", "le la les de des du et que en un une est pour par avec sur au aux dans ce cette qui ne pas plus ou mais sans son sa ses leur vous nous il elle sont être", "œç"),
        ("it", "il lo la i gli le di del della dei e che in un una è per con su si non come più o ma anche sono nel nella alla al da dal questo questa ha", ""),
        ("ca", "el la els les de del i que en un una és per amb al als com més o però sense sobre aquest aquesta són pot entre des molt també si no ha han hi quan tot segons", "·"),
        ("de", "der die das und in zu den ist mit von für auf ein eine einer einem nicht auch es im dem des sich als bei wie oder aber sind wird nach werden kann sie ihre wir haben mehr jeden", "ßäöü"),
        ("nl", "de het een en van in is dat op te voor met zijn niet aan er om ook als bij maar door naar uit nog over dan wordt kan", ""),
        ("sv", "och att det som en på är av för med den till inte om ett har de kan från så eller men vid", "åäö"),
        ("da", "og at det som en på er af for med den til ikke om et har de kan fra så eller men ved", "æøå"),
        ("pl", "i w na z do że się nie jest to o jak po co dla od przez ale za przy czy są może", "łąęśżźćń"),
        ("tr", "ve bir bu için ile de da olarak daha çok en ne gibi olan kadar sonra var", "ışğ"),
        ("id", "yang dan di untuk dengan dari ini pada adalah dalam tidak itu akan juga ke atau oleh bisa", ""),
        ("vi", "và của là có cho không được trong một với các người này những để khi", "ơưđ"),
    ];

    // A reply of one line often has none of the small words.
    private static readonly (string Code, string Words)[] Greetings =
    [
        ("en", "thanks thank hello"),
        ("es", "gracias hola adiós felicidades enhorabuena"),
        ("pt", "obrigado obrigada olá"),
        ("fr", "merci bonjour félicitations"),
        ("it", "grazie buongiorno"),
        ("ca", "gràcies"),
        ("de", "danke"),
        ("nl", "bedankt"),
        ("sv", "tack"),
        ("da", "tak"),
        ("pl", "dziękuję"),
        ("tr", "teşekkürler"),
    ];

    private static readonly FrozenDictionary<string, int> GreetingOf = Greetings
        .SelectMany(language => language.Words.Split(' ').Select(word => (word, Array.FindIndex(Languages, known => known.Code == language.Code))))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int[]> ByWord = Languages
        .SelectMany((language, index) => language.Words.Split(' ').Select(word => (word, index)))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.index).ToArray(), StringComparer.Ordinal);

    /// <summary>A two-letter ISO 639-1 code, or <see cref="Other"/>. <paramref name="fallback"/> decides where the text is too short to tell (a feed's <c>en-US</c> counts as <c>en</c>).</summary>
    public static string Detect(string text, string? fallback)
    {
        if (ScriptOf(text) is { } script) return script;
        Span<double> scores = stackalloc double[Languages.Length];
        var words = Count(text, scores);
        var declared = Normalize(fallback);
        for (var i = 0; i < scores.Length; i++)
        {
            if (Languages[i].Code == declared) scores[i] += OfTheFeed;
        }
        var (best, second) = TopTwo(scores);
        if (scores[best] >= 2 && scores[best] >= scores[second] * 1.2) return Languages[best].Code;
        if (declared is not null) return declared;
        if (scores[best] > scores[second]) return Languages[best].Code;
        return words == 0 ? Other : "en";
    }

    /// <summary>
    /// For a text of which nobody says anything, however short: a language that is scored unless another one is plain to see. Where nothing tells, English.
    /// </summary>
    public static string DetectScored(string text)
    {
        if (ScriptOf(text) is { } script) return script;
        Span<double> scores = stackalloc double[Languages.Length];
        Count(text, scores);
        var (best, second) = TopTwo(scores);
        var isPlain = scores[best] >= 2 && scores[best] >= scores[second] * 1.2;
        if (isPlain && ArticleLanguage.IsKnown(Languages[best].Code)) return Languages[best].Code;
        // Most headlines, and reading all their words takes longer than scoring them.
        if (!isPlain && scores[0] >= 1 && scores[1] == 0) return "en";
        var lean = ListedWords.Lean(text, IsSmall);
        var (english, spanish) = (scores[0] + Math.Max(0, lean), scores[1] + Math.Max(0, -lean) + (text.AsSpan().ContainsAny(SpanishVowels) ? AccentWorth : 0));
        // Dutch has "in" and "over", German "die" and "was".
        if (isPlain && scores[best] >= Math.Max(english, spanish) * 1.2) return Languages[best].Code;
        return spanish - english > Doubt ? "es" : "en";
    }

    /// <summary><c>en</c> from <c>en-US</c>, <c>EN_us</c> or <c>english</c>; null from anything else.</summary>
    public static string? Normalize(string? code)
    {
        var trimmed = code?.Trim();
        if (string.IsNullOrEmpty(trimmed)) return null;
        if (trimmed.Equals("english", StringComparison.OrdinalIgnoreCase)) return "en";
        if (trimmed.Equals("spanish", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("español", StringComparison.OrdinalIgnoreCase)) return "es";
        var end = trimmed.IndexOfAny(['-', '_']);
        var main = end < 0 ? trimmed : trimmed[..end];
        return main.Length == 2 && main.All(char.IsAsciiLetter) ? main.ToLowerInvariant() : null;
    }

    private static bool IsSmall(ReadOnlySpan<char> word) => ByWord.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    private static int Count(string text, Span<double> scores)
    {
        var lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var greetings = GreetingOf.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[16];
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i == start)
            {
                Mark(text[i++], scores);
                continue;
            }
            words++;
            foreach (var letter in text.AsSpan(start, i - start)) Mark(letter, scores);
            if (i - start > word.Length) continue;
            var length = text.AsSpan(start, i - start).ToLowerInvariant(word);
            if (greetings.TryGetValue(word[..length], out var greeting)) scores[greeting] += OfGreeting;
            if (!lookup.TryGetValue(word[..length], out var languages)) continue;
            foreach (var language in languages) scores[language] += length == 1 ? 0.4 : 1;
        }
        return words;
    }

    /// <summary>A letter that few languages have is worth a small word, once seen.</summary>
    private static void Mark(char letter, Span<double> scores)
    {
        if (letter < 0x80) return;
        for (var i = 0; i < scores.Length; i++)
        {
            if (Languages[i].Letters.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal)) scores[i] += 0.7;
        }
    }

    private static (int Best, int Second) TopTwo(ReadOnlySpan<double> scores)
    {
        var (best, second) = scores[1] > scores[0] ? (1, 0) : (0, 1);
        for (var i = 2; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) (best, second) = (i, best);
            else if (scores[i] > scores[second]) second = i;
        }
        return (best, second);
    }

    /// <summary>The language that a script other than Latin stands for, where it has most of the letters.</summary>
    private static string? ScriptOf(string text)
    {
        if (Ascii.IsValid(text)) return null;
        var letters = 0;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter)) continue;
            letters++;
            var code = letter switch
            {
                < '\u0370' => null,
                <= '\u03FF' => "el",
                <= '\u052F' => "ru",
                <= '\u058F' => "hy",
                <= '\u05FF' => "he",
                <= '\u077F' => "ar",
                >= '\u0900' and <= '\u097F' => "hi",
                >= '\u0980' and <= '\u09FF' => "bn",
                >= '\u0E00' and <= '\u0E7F' => "th",
                >= '\u3040' and <= '\u30FF' => "ja",
                >= '\u4E00' and <= '\u9FFF' => "zh",
                >= '\uAC00' and <= '\uD7AF' => "ko",
                >= '\u1E00' and <= '\u1FFF' => null,
                _ => Other,
            };
            if (code is not null) seen[code] = seen.GetValueOrDefault(code) + 1;
        }
        if (seen.Count == 0 || seen.Values.Sum() * 2 < letters) return null;
        if (seen.ContainsKey("ja")) return "ja";
        return seen.MaxBy(pair => pair.Value).Key;
    }
}
