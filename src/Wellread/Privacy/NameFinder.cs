using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>A run of words that may be somebody's name.</summary>
/// <param name="First">Its first word, without the title.</param>
/// <param name="Last">The word behind it.</param>
/// <param name="Strength">How sure it is by itself, 0 to 3; <see cref="NameFinder.Sure"/> and above needs nothing beside it.</param>
/// <param name="Role">Whose it is, as far as its own words and title say.</param>
internal sealed record NameRun(int First, int Last, double Strength, NameRole Role);

/// <summary>Whose a name is.</summary>
internal enum NameRole
{
    Unknown,

    /// <summary>With a title as a patient has, such as Mrs.</summary>
    Titled,

    /// <summary>A doctor, a nurse, somebody of the office.</summary>
    Staff,

    /// <summary>Everybody knows who that is.</summary>
    Famous,

    /// <summary>No person: a place, a disease, an organisation.</summary>
    Nobody,
}

/// <summary>Finds names by their capitals, by the name lists, and by titles. What stands around them is for the cue lists.</summary>
internal static class NameFinder
{
    public const double Sure = 2;

    private const int LongestRun = 6;

    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        ["mr", "mrs", "ms", "mx", "miss", "sr", "sra", "srta", "senor", "senora", "señor", "señora", "señorita", "don", "doña", "abuela", "abuelo", "grandma", "grandpa", "little", "baby"]);

    /// <summary>Titles that a town's people have: a name, but not by itself a patient's.</summary>
    private static readonly FrozenSet<string> TownTitles = FrozenSet.ToFrozenSet(["sgt", "sergeant", "officer", "coach", "deputy", "pastor", "captain", "chief", "judge", "father", "sister", "brother", "uncle", "aunt"]);

    private static readonly FrozenSet<string> StaffTitles = FrozenSet.ToFrozenSet(["dr", "dra", "drs", "doctor", "doctora", "nurse", "prof", "professor", "enfermera", "enfermero", "surgeon", "president", "presidente", "presidenta", "senator", "governor", "secretary"]);

    private static readonly FrozenSet<string> Credentials = FrozenSet.ToFrozenSet(
        ["md", "do", "np", "rn", "pa", "dds", "dmd", "phd", "mph", "lcsw", "cnm", "od", "dpm", "fnp", "lpn", "dc", "dpt", "pt", "rdh", "crna", "bsn", "msn", "dnp", "cna", "rd", "rdn", "lmft", "psyd", "pharmd", "facs", "edd", "lpc", "aprn"]);

    private static readonly FrozenSet<string> Connectors = FrozenSet.ToFrozenSet(["de", "del", "la", "van", "von", "der", "bin", "al", "da", "dos", "y"]);

    /// <summary>Small words of either language that the name lists have too.</summary>
    private static readonly FrozenSet<string> SmallWords = FrozenSet.ToFrozenSet(["una", "mi", "su", "tu", "la", "los", "las", "el", "ella", "eso", "esa", "dia", "mes", "sin", "con", "soy", "les", "an", "so", "see", "do", "be", "my", "our", "ya", "he", "she", "lea", "sea", "haz", "use", "ande", "tia", "tio"]);

    private static readonly FrozenSet<string> Streets = FrozenSet.ToFrozenSet(["street", "st", "avenue", "ave", "road", "rd", "lane", "ln", "drive", "court", "place", "way", "park", "hill", "hall", "square"]);

    private static readonly FrozenSet<string> Months = FrozenSet.ToFrozenSet(["april", "may", "june", "august", "summer", "autumn"]);

    private static readonly FrozenSet<string> DayMonths = FrozenSet.ToFrozenSet(["jan", "feb", "mar", "apr", "april", "may", "jun", "june", "jul", "aug", "august", "sep", "sept", "oct", "nov", "dec"]);

    private static readonly FrozenSet<string> Salutations = FrozenSet.ToFrozenSet(["hi", "hello", "hey", "dear", "thanks", "you", "hola", "gracias", "congrats", "congratulations", "felicidades", "thx", "sorry", "welcome"]);

    public static List<NameRun> Find(string text, IReadOnlyList<GuardWord> words)
    {
        var runs = new List<NameRun>();
        var headlines = Headlines.Of(words);
        for (var i = 0; i < words.Count;)
        {
            var end = Initials.From(text, words, i) > i ? i : RunFrom(text, words, i);
            if (end == i)
            {
                if (Initials.From(text, words, i) is var initials && initials > i)
                {
                    runs.Add(new NameRun(i, initials, Sure, NameRole.Unknown));
                    i = initials;
                    continue;
                }
                if (IsGreetedInSmallLetters(words, i)) runs.Add(new NameRun(i, i + 1, Sure, NameRole.Unknown));
                i++;
                continue;
            }
            if (Judge(text, words, i, end) is { } run) runs.Add(headlines.Contains(words[i].Sentence) ? Headlines.Name(words, run) : run);
            i = end;
        }
        return runs;
    }

    /// <summary>The first word of a name, its title included.</summary>
    public static int WithTitle(IReadOnlyList<GuardWord> words, NameRun name) =>
        name.Role == NameRole.Titled && name.First > 0 && words[name.First - 1].Sentence == words[name.First].Sentence && Titles.Contains(words[name.First - 1].Folded) ? name.First - 1 : name.First;

    // "thanks karen"
    private static bool IsGreetedInSmallLetters(IReadOnlyList<GuardWord> words, int i) =>
        i > 0 && Salutations.Contains(words[i - 1].Folded) && words[i - 1].Sentence == words[i].Sentence && (NameLists.Of(words[i].Folded) & (NameTraits.Given | NameTraits.UnsureGiven)) == NameTraits.Given;

    private static bool CanBelong(GuardWord word) =>
        word.Is(WordShapes.Capital) && !word.Folded.AsSpan().ContainsAnyInRange('0', '9') && !SmallWords.Contains(word.Folded)
        && (!word.Is(WordShapes.AllCapitals) || Titles.Contains(word.Folded) || (NameLists.Of(word.Folded) & (NameTraits.Given | NameTraits.Surname)) != 0 || word.Folded is "dr");

    /// <summary>The word behind the capitals that begin at a word, or that word.</summary>
    private static int RunFrom(string text, IReadOnlyList<GuardWord> words, int first)
    {
        if (!CanBelong(words[first]) || IsMonthOfADay(words, first)) return first;
        var end = first + 1;
        while (end < words.Count && Initials.From(text, words, end) == end && !IsMonthOfADay(words, end) && end - first < LongestRun && words[end].Sentence == words[first].Sentence && !words[end].Is(WordShapes.Apart) && !words[end - 1].Is(WordShapes.Possessive))
        {
            if (CanBelong(words[end]) && IsBeside(text, words, end) && !IsOfAModel(text, words, end)) end++;
            else if (Connectors.Contains(words[end].Folded) && end + 1 < words.Count && CanBelong(words[end + 1]) && !words[end + 1].Is(WordShapes.Apart) && end - first < LongestRun - 1 && words[end].Folded != "y") end += 2;
            else break;
        }
        return end;
    }

    // "Jan 2": a month before a number is no Jan.
    private static bool IsMonthOfADay(IReadOnlyList<GuardWord> words, int at) =>
        DayMonths.Contains(words[at].Folded) && at + 1 < words.Count && words[at + 1].Sentence == words[at].Sentence && words[at + 1].Folded.Length <= 4 && char.IsAsciiDigit(words[at + 1].Folded[0]);

    /// <summary>"Maple Street"</summary>
    public static bool IsStreet(IReadOnlyList<GuardWord> words, NameRun name) => name.Role == NameRole.Nobody && name.Last - name.First > 1 && Streets.Contains(words[name.Last - 1].Folded);

    // "Ford F-150"
    private static bool IsOfAModel(string text, IReadOnlyList<GuardWord> words, int at) =>
        words[at].Is(WordShapes.Single) && words[at].End + 1 < text.Length && text[words[at].End] is '-' or ' ' && char.IsAsciiDigit(text[words[at].End + 1]);

    private static bool IsBeside(string text, IReadOnlyList<GuardWord> words, int word)
    {
        var gap = text.AsSpan(words[word - 1].End, words[word].Start - words[word - 1].End);
        return gap is " " or "-" or ". " or "." or "  ";
    }

    private static NameRun? Judge(string text, IReadOnlyList<GuardWord> words, int first, int end)
    {
        var role = first > 0 && !words[first].Is(WordShapes.Apart) && words[first - 1].Sentence == words[first].Sentence ? RoleOfTitle(words[first - 1].Folded) : NameRole.Unknown;
        if (first > 0 && role == NameRole.Titled && IsPetTitle(words[first - 1].Folded) && !IsGiven(words[first])) role = NameRole.Unknown;
        while (first < end && RoleOfTitle(words[first].Folded) is not NameRole.Unknown and var titled)
        {
            if (!IsPetTitle(words[first].Folded) || (first + 1 < end && IsGiven(words[first + 1]))) role = titled;
            first++;
        }
        // "Dear Susan"
        if (first < end - 1 && Salutations.Contains(words[first].Folded) && IsGiven(words[first + 1])) first++;
        // The first word of a sentence has its capital anyway.
        while (role == NameRole.Unknown && first < end && words[first].Is(WordShapes.StartsSentence) && !OpensAName(text, words, first, end)) first++;
        while (role == NameRole.Unknown && first < end - 1 && NameLists.Of(words[first].Folded) == NameTraits.None && NameLists.OrganisationWords.Contains(words[first].Folded)) first++;
        var ofTheTown = first > 0 && TownTitles.Contains(words[first - 1].Folded) && words[first - 1].Is(WordShapes.Capital);
        while (first < end - 1 && TownTitles.Contains(words[first].Folded))
        {
            ofTheTown = true;
            first++;
        }
        if (first >= end) return null;
        if (role == NameRole.Unknown && HasCredentials(words, end)) role = NameRole.Staff;
        if (role is not NameRole.Staff and not NameRole.Titled) role = OtherThanAPerson(words, first, end) ?? role;
        return new NameRun(first, end, ofTheTown && role == NameRole.Unknown ? 3 : StrengthOf(text, words, first, end, role), role);
    }

    // "Little Zoe", but "little-known" and "baby boomers".
    private static bool IsPetTitle(string word) => word is "little" or "baby";

    public static bool IsGiven(GuardWord word) => (NameLists.Of(word.Folded) & (NameTraits.Given | NameTraits.UnsureGiven)) != 0;

    private static NameRole RoleOfTitle(string word) => Titles.Contains(word) ? NameRole.Titled : StaffTitles.Contains(word) ? NameRole.Staff : NameRole.Unknown;

    private static bool OpensAName(string text, IReadOnlyList<GuardWord> words, int first, int end)
    {
        var traits = NameLists.Of(words[first].Folded);
        if ((traits & (NameTraits.Given | NameTraits.Surname)) != 0 && (traits & (NameTraits.UnsureGiven | NameTraits.UnsureSurname)) == 0) return true;
        if ((traits & NameTraits.Given) != 0) return true;
        if (first + 1 == end && ActsAsAPerson(text, words, first)) return true;
        return traits != NameTraits.None && first + 1 < end && (words[first + 1].Is(WordShapes.Single) || (NameLists.Of(words[first + 1].Folded) & (NameTraits.Surname | NameTraits.Given)) != 0);
    }

    private static bool HasCredentials(IReadOnlyList<GuardWord> words, int end) =>
        end < words.Count && Credentials.Contains(words[end].Folded) && words[end].Is(WordShapes.Capital) && words[end].Sentence == words[end - 1].Sentence;

    private static NameRole? OtherThanAPerson(IReadOnlyList<GuardWord> words, int first, int end)
    {
        if (first > 0 && NameLists.NotPeople.At(words, first - 1) > 1) return NameRole.Nobody;
        for (var i = first; i < end; i++)
        {
            if (NameLists.Famous.At(words, i) is > 0 and var famous && (famous > 1 || end - first == 1)) return NameRole.Famous;
            if (Math.Max(NameLists.NotPeople.At(words, i), NameLists.Cities.At(words, i)) is > 0 and var other && (other > 1 || end - first == 1)) return NameRole.Nobody;
            // Kevin Park and Emily Hall are people all the same.
            if (i == first && end - first > 1 && IsSureGiven(words[i])) continue;
            if (NameLists.OrganisationWords.Contains(words[i].Folded) && !(i == end - 1 && i == first + 1 && IsSureGiven(words[first]) && NameLists.Of(words[i].Folded) != NameTraits.None)) return NameRole.Nobody;
        }
        if (end - first > 1 && first > 0 && Streets.Contains(words[end - 1].Folded) && words[first - 1].Folded is "on" or "at" or "over" or "near" or "en" or "off") return NameRole.Nobody;
        if (first > 0 && NameLists.PlaceBeginnings.Contains(words[first - 1].Folded) && words[first - 1].Sentence == words[first].Sentence && !IsArticle(words[first - 1].Folded)) return NameRole.Nobody;
        if (end - first > 1 && NameLists.PlaceBeginnings.Contains(words[first].Folded) && !IsSureGiven(words[first])) return NameRole.Nobody;
        if (end >= words.Count || words[end].Sentence != words[end - 1].Sentence || words[end].Is(WordShapes.Apart)) return null;
        if (end - first == 1 && words[end].Folded is "clinic" or "office" or "location" or "hospital" or "residents" or "area" or "county" or "campus" or "locations" or "offices" or "schools" or "school") return NameRole.Nobody;
        if (NameLists.EponymEndings.Contains(words[end].Folded) && end - first <= 2 && !words[end].Is(WordShapes.Capital)) return NameRole.Nobody;
        return words[end].Is(WordShapes.Capital) && NameLists.OrganisationWords.Contains(words[end].Folded) ? NameRole.Nobody : null;
    }

    // "Our office in Lawrence"
    private static bool FollowsAPlaceWord(IReadOnlyList<GuardWord> words, int first) => first > 0 && words[first - 1].Folded is "in" or "near" or "downtown" or "greater" or "across" or "en" && !words[first].Is(WordShapes.Possessive);

    private static bool IsArticle(string word) => word is "la" or "las" or "los" or "el" or "new" or "north" or "south" or "east" or "west" or "point" or "port" or "camp" or "county" or "city" or "county" or "hospital";

    // "Rosario rang", "Hope beat": a name that is another word too, with a verb that tells what happened.
    private static bool ActsAsAPerson(string text, IReadOnlyList<GuardWord> words, int first) =>
        (NameLists.Of(words[first].Folded) & NameTraits.UnsureGiven) != 0 && first + 1 < words.Count && words[first + 1].Sentence == words[first].Sentence
        && !Months.Contains(words[first].Folded) && !words[first].Is(WordShapes.AllCapitals) && PastTense.Is(words[first + 1], text);

    // "The Harlans", "los Mendoza"
    private static bool IsFamily(IReadOnlyList<GuardWord> words, int first) =>
        first > 0 && words[first - 1].Sentence == words[first].Sentence && words[first].Folded is var name
        && ((words[first - 1].Folded is "the" && name.Length > 4 && name[^1] == 's' && (NameLists.Of(name[..^1]) & NameTraits.Surname) != 0)
            || (words[first - 1].Folded is "los" && (NameLists.Of(name) & NameTraits.Surname) != 0));

    private static bool IsSureGiven(GuardWord word) => (NameLists.Of(word.Folded) & NameTraits.Given) != 0;

    private static double StrengthOf(string text, IReadOnlyList<GuardWord> words, int first, int end, NameRole role)
    {
        if (role is NameRole.Nobody or NameRole.Famous or NameRole.Staff) return 0;
        if (role == NameRole.Titled) return 3;
        var traits = NameLists.Of(words[first].Folded);
        var sureSurname = (NameLists.Of(words[end - 1].Folded) & NameTraits.Surname) != 0;
        if (words[first].Is(WordShapes.Single) && end - first == 1) return 0;
        if (end - first == 1 && IsFamily(words, first)) return 3;
        if (end - first == 1 && ActsAsAPerson(text, words, first)) return Sure;
        if (end - first == 1) return (traits & NameTraits.Given) != 0 && !words[first].Is(WordShapes.AllCapitals) && !FollowsAPlaceWord(words, first) ? Sure : 1;
        if ((traits & NameTraits.Given) != 0 && words[first].Is(WordShapes.AllCapitals) == words[end - 1].Is(WordShapes.AllCapitals)) return 3;
        if ((traits & NameTraits.UnsureGiven) != 0 && (sureSurname || words[first + 1].Is(WordShapes.Single))) return 2.5;
        if (words[first].Is(WordShapes.Single) && sureSurname) return Sure;
        if (sureSurname && words[first].Folded.Length > 2) return 1.5;
        return end - first > 2 ? 0 : 1;
    }
}
