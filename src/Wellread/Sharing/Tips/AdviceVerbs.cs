using System.Collections.Frozen;

namespace Wellread.Sharing.Tips;

/// <summary>Which words open a sentence as a command: most verbs are nouns as well ("Exercise lowers …"), and tell only with the word behind them.</summary>
internal static class AdviceVerbs
{
    // Verbs that open a sentence as nothing else.
    private static readonly FrozenSet<string> Verbs = Set(
        "add aim always apply ask avoid breathe bring buy carry choose consider continue cuddle discuss don't drain eat encourage ensure fill follow gargle get give include keep let lie listen "
        + "maintain make mix moisturize never offer opt pack peel pick praise prepare protect put quit reapply refrigerate relax remember remind replace rinse schedule seek sit skip soak speak spend "
        + "start stay steam stick stop supervise take teach tell thaw throw trim try turn unplug use vaccinate wash wear wipe");

    private static readonly FrozenSet<string> AfterDont = Set(
        "assume bring brush cook delay drink drive eat exercise feed forget give go ignore keep leave make mix pick put rely rub scratch share skip sleep smoke spray squeeze start stop store "
        + "stare stir swim take throw touch try use wait wash wear");

    // Verbs that are nouns as well: only before what follows a verb.
    private static readonly FrozenSet<string> VerbsOrNouns = Set(
        "boil brush build call change check clean cool cover create cut dress drink exercise floss focus freeze have help hold increase learn know limit look lower manage measure monitor move open pat plan practice "
        + "practise raise read reduce remove report rest save say see set sleep snack store stretch swap switch talk test think treat vary visit wake walk warm watch work write");

    private static readonly FrozenSet<string> AfterVerb = Set(
        "a an the your you yourself less more enough plenty all any some each every this that it them regularly often slowly outside at for with on off out up down back before after one two three several "
        + "water daily twice once ahead how when what 911 999 988 112 emergency");

    private static readonly FrozenSet<string> AfterLearnOrKnow = Set("the your how when what cpr");

    private static readonly FrozenSet<string> AfterBe = Set("sure careful active patient honest kind gentle");

    private static readonly FrozenSet<string> NounsVerb = Set("is are was were can may might could will would has have had does do helps affects works and or of among");

    private static readonly FrozenSet<string> SpanishVerbs = Set(
        "evite beba haga consulte lave lávese use tome mantenga manténgase duerma camine llame hable pregunte limite elija vacúnese protéjase proteja cuide cuídese reduzca pida revise "
        + "lleve acuda aplique cubra cúbrase descanse deje siga vaya coloque cocine procure asegúrese recuerde póngase quédese límpiese cepíllese haz mantén ponte coma no nunca "
        + "realice practique incluya añada prefiera compre prepare guarde enseñe dígale vigile controle intente aprenda planifique opte modere levántese muévase siéntese acuéstese hidrátese relájese respire "
        + "apague elimine combine consuma visite tenga sea pruebe cepille masque beban laven ponga abra cierre ajuste aparte vístase abríguese enjuague enfríe lleven consúltelo avise informe anote escriba mida pese comparta séquese ofrezca dedique ventile acuérdese");

    // What a friend would say; "Bebe" alone may be "he drinks".
    private static readonly FrozenSet<string> SpanishVerbsToFriends = Set(
        "bebe come duerme evita lava usa camina cuida elige consulta habla pide protege reduce limita descansa toma añade incluye prueba intenta recuerda cepilla lleva aplica pregunta cubre muévete lávate relájate cepíllate");

    private static readonly FrozenSet<string> SpanishToFriends = Set("tu tus te contigo ti");

    private static readonly FrozenSet<string> SpanishAfterNo = Set(
        "fume beba tome use coma deje haga comparta mezcle espere ignore conduzca maneje se consuma salte omita toque dé olvide lo la los las le");

    /// <param name="words">The words of a sentence in lower case.</param>
    /// <param name="isSpanish">Spanish, or else English.</param>
    public static bool Command(ReadOnlySpan<string> words, bool isSpanish) =>
        words.Length >= 3 && (isSpanish ? SpanishCommand(words) : EnglishCommand(words[0], words[1]));

    private static bool EnglishCommand(string first, string second) => !NounsVerb.Contains(second) && first switch
    {
        "don't" or "never" => AfterDont.Contains(second),
        "do" => second == "not",
        "call" or "text" when char.IsDigit(second[0]) => true,
        "be" => AfterBe.Contains(second),
        "learn" or "know" => AfterLearnOrKnow.Contains(second),
        "have" => second is "your" or "a" or "an" or "some" or "regular",
        "talk" or "switch" or "speak" or "go" when second == "to" => true,
        "think" => second is "about" or "twice" or "before",
        "stand" => second is "up" or "tall" or "back",
        "cook" => second is "meat" or "chicken" or "eggs" or "fish" or "food" or "all" or "at" or "your" or "with" or "more",
        "say" => second is "no" or "yes",
        _ => Verbs.Contains(first) || (VerbsOrNouns.Contains(first) && AfterVerb.Contains(second)),
    };

    private static bool SpanishCommand(ReadOnlySpan<string> words) => words[0] switch
    {
        "no" or "nunca" => SpanishAfterNo.Contains(words[1]),
        // A comma and a coma are nouns.
        "coma" => words[1] is "más" or "menos" or "frutas" or "verduras" or "alimentos" or "despacio" or "una" or "un" or "pescado" or "sano",
        var first when SpanishVerbs.Contains(first) => true,
        var first => SpanishVerbsToFriends.Contains(first) && SaysYou(words),
    };

    private static bool SaysYou(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (SpanishToFriends.Contains(word)) return true;
        }
        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
