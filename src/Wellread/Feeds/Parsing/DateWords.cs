using System.Collections.Frozen;

namespace Wellread.Feeds.Parsing;

/// <summary>The words in dates: months in the languages that feeds were seen in, and what may stand beside them.</summary>
internal static class DateWords
{
    // Twelve lines, January to December, whole names and short forms. A table of our own, because a culture's names change with the
    // server's ICU version and are missing where it has none.
    private static readonly string[] MonthNames =
    [
        "january jan januar jänner jän janvier janv enero ene gennaio gen januari janeiro styczeń stycznia sty ledna leden led január januára " +
            "tammikuu tammikuuta tammi ocak oca января январь янв січня січень січ ianuarie ian ιανουαρίου ιανουάριος ιαν gener siječnja sij",
        "february feb februar feber février fevrier févr fevr fév fev febrero febbraio februari fevereiro luty lutego lut února únor úno február " +
            "febr helmikuu helmikuuta helmi şubat şub февраля февраль фев февр лютого лютий лют februarie φεβρουαρίου φεβρουάριος φεβ φεβρ febrer veljače velj",
        "march mar märz maerz mär mrz mars marzo maart mrt março marco marts marzec marca března březen bře március márc marec maaliskuu " +
            "maaliskuuta maalis mart марта март мар березня березень бер martie μαρτίου μάρτιος μαρ μάρ març ožujka ožu",
        "april apr avril avr abril abr aprile kwiecień kwietnia kwi dubna duben dub április ápr apríl apríla huhtikuu huhtikuuta huhti nisan nis " +
            "апреля апрель апр квітня квітень квіт кві aprilie απριλίου απρίλιος απρ travnja tra",
        "may mai mayo maggio mag mei maio maj maja května květen kvě május máj mája toukokuu toukokuuta touko mayıs may мая май травня травень " +
            "трав тра μαΐου μάιος μαϊ μαΐ μάϊ μάι maig svibnja svi",
        "june jun juni juin junio giugno giu junho czerwiec czerwca cze června červen čvn június jún júna kesäkuu kesäkuuta kesä haziran haz " +
            "июня июнь июн червня червень черв чер iunie iun ιουνίου ιούνιος ιουν ιούν juny lipnja lip",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca července červenec čvc július júl júla heinäkuu heinäkuuta heinä temmuz tem " +
            "июля июль июл липня липень лип iulie iul ιουλίου ιούλιος ιουλ ιούλ juliol srpnja srp",
        "august aug août aout aoû agosto ago augustus agustus sierpień sierpnia sie srpna srpen augusztus augusta elokuu elokuuta elo ağustos ağu " +
            "августа август авг серпня серпень серп сер αυγούστου αύγουστος αυγ αύγ agost kolovoza kol",
        "september sept sep septembre septiembre setiembre set settembre setembro wrzesień wrzesnia września wrz září zář szeptember szept " +
            "syyskuu syyskuuta syys eylül eyl сентября сентябрь сен сент вересня вересень вер septembrie σεπτεμβρίου σεπτέμβριος σεπ σεπτ setembre rujna ruj",
        "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź října říjen říj október lokakuu " +
            "lokakuuta loka ekim eki октября октябрь окт жовтня жовтень жовт жов octombrie οκτωβρίου οκτώβριος οκτ listopada",
        "november nov novembre noviembre novembro listopad lis marraskuu marraskuuta marras kasım kas ноября ноябрь ноя нояб листопада листопад " +
            "лист лис noiembrie noi νοεμβρίου νοέμβριος νοε νοέ studenoga studeni stu",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre desember des dezembro grudzień grudnia gru prosince prosinec " +
            "pro joulukuu joulukuuta joulu aralık ara декабря декабрь дек грудня грудень груд гру decembrie δεκεμβρίου δεκέμβριος δεκ desembre prosinca",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months =
        MonthNames.SelectMany((names, month) => names.Split(' ').Distinct().Select(name => (Name: name, Month: month + 1)))
            .DistinctBy(entry => entry.Name)
            .ToFrozenDictionary(entry => entry.Name, entry => entry.Month, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    // English weekdays, and the small words that may stand anywhere; a weekday of another language is known by standing first.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers = new[]
    {
        "mon", "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat",
        "saturday", "sun", "sunday", "t", "st", "nd", "rd", "th", "of", "at", "on", "the", "de", "del", "um", "uhr", "à", "le", "den", "kl",
        "г", "года", "в", "о", "년", "월", "일", "年", "月", "日", "时", "分", "秒", "時", "date", "dated", "published", "updated",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryMonth(ReadOnlySpan<char> word, out int month) => Months.TryGetValue(word, out month);

    public static bool IsFiller(ReadOnlySpan<char> word) => Fillers.Contains(word);

    /// <summary>True for am or pm in any spelling; <paramref name="afternoon"/> says which.</summary>
    public static bool TryMeridiem(ReadOnlySpan<char> word, out bool afternoon)
    {
        afternoon = word.Equals("pm", StringComparison.OrdinalIgnoreCase) || word.Equals("p.m", StringComparison.OrdinalIgnoreCase) ||
                    word is "오후" or "下午";
        return afternoon || word.Equals("am", StringComparison.OrdinalIgnoreCase) || word.Equals("a.m", StringComparison.OrdinalIgnoreCase) ||
               word is "오전" or "上午";
    }

    /// <summary>Whether a word is written in Hangul: such a date without a zone is Korea's, which has one zone.</summary>
    public static bool IsKorean(ReadOnlySpan<char> word) => word.ContainsAnyInRange('\uAC00', '\uD7A3');
}
