using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Privacy;

/// <summary>What the name lists say of a word.</summary>
[Flags]
internal enum NameTraits
{
    None = 0,
    Given = 1,
    Surname = 2,

    /// <summary>A given name or surname that is more often another word, such as Grace or Brown.</summary>
    UnsureGiven = 4,
    UnsureSurname = 8,
}

/// <summary>Given names and surnames of the US, and what is written like a person but is none or is everybody's: famous people, eponyms, organisations.</summary>
internal static class NameLists
{
    private static readonly FrozenDictionary<string, NameTraits> Names = ReadNames();

    public static NameTraits Of(string folded)
    {
        var name = folded.Contains('\'', StringComparison.Ordinal) ? folded.Replace("'", "", StringComparison.Ordinal) : folded;
        if (Names.TryGetValue(name, out var traits)) return traits;
        // The lists write Muñoz with n, but Niña is no Nina.
        if (name.Contains('ñ', StringComparison.Ordinal)) return Names.GetValueOrDefault(name.Replace('ñ', 'n')) & (NameTraits.Surname | NameTraits.UnsureSurname);
        if (name.Length < 6 || name[^3..] is not ("ito" or "ita")) return traits;
        // Luisito is Luis, Sandrita is Sandra, Pedrito is Pedro.
        return Names.GetValueOrDefault(name[..^3]) | Names.GetValueOrDefault(name[..^3] + name[^1]);
    }

    /// <summary>Names that everybody knows, as phrases of folded words.</summary>
    public static PhraseSet Famous { get; } = PhraseSet.Read("Lists.famous-people.txt");

    /// <summary>Diseases, tests, places, brands and days that carry somebody's name.</summary>
    public static PhraseSet NotPeople { get; } = PhraseSet.Read("Lists.not-people.txt");

    public static PhraseSet Cities { get; } = PhraseSet.Read("Lists.cities.txt");

    /// <summary>Words that make the capitals beside them an organisation, a place or a day.</summary>
    public static FrozenSet<string> OrganisationWords { get; } = Words("Lists.organisation-words.txt");

    /// <summary>Words in front of which a name is a place: San, Fort, Calle.</summary>
    public static FrozenSet<string> PlaceBeginnings { get; } = Words("Lists.place-beginnings.txt");

    /// <summary>Words behind a name that make it a disease, a sign or a test.</summary>
    public static FrozenSet<string> EponymEndings { get; } = Words("Lists.eponym-endings.txt");

    private static FrozenSet<string> Words(string file) => EmbeddedWords.WordsOf(file).Select(Folded).ToFrozenSet(StringComparer.Ordinal);

    public static string Folded(string word) => string.Concat(word.Select(FoldedWords.Fold));

    private static FrozenDictionary<string, NameTraits> ReadNames()
    {
        var names = new Dictionary<string, NameTraits>(StringComparer.Ordinal);
        Add("Lists.given-names.txt", NameTraits.Given, NameTraits.UnsureGiven);
        Add("Lists.surnames.txt", NameTraits.Surname, NameTraits.UnsureSurname);
        return names.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string file, NameTraits sure, NameTraits unsure)
        {
            foreach (var word in EmbeddedWords.WordsOf(file))
            {
                var isUnsure = word[^1] == '?';
                var name = isUnsure ? word[..^1] : word;
                names[name] = names.GetValueOrDefault(name) | (isUnsure ? unsure : sure);
            }
        }
    }
}
