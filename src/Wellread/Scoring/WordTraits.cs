namespace Wellread.Scoring;

/// <summary>What is known of a single word before any training: from lists, and from its form.</summary>
[Flags]
internal enum WordTraits : uint
{
    None = 0,
    SecondPerson = 1,
    FirstPersonPlural = 2,
    Pronoun = 4,
    Function = 8,
    Modal = 16,

    /// <summary>A verb that gives advice when it opens a sentence: "Eat more fibre".</summary>
    Advice = 32,

    /// <summary>A word of study reports: "randomised", "cohort", "efficacy".</summary>
    Study = 64,

    /// <summary>A form of "to be", which makes a passive before a word in -ed.</summary>
    Being = 128,

    /// <summary>A concrete word of daily life: "walk", "kids", "sleep".</summary>
    Everyday = 256,

    /// <summary>The last word of a term in the jargon list.</summary>
    EndsJargon = 512,

    /// <summary>Has an apostrophe.</summary>
    Contraction = 1024,

    /// <summary>Begins or ends as medical words do; see <see cref="WordShape.IsMedical"/>.</summary>
    Medical = 2048,

    /// <summary>A verb or adjective made a noun; see <see cref="WordShape.IsNominalization"/>.</summary>
    Nominalization = 4096,

    EndsInEd = 8192,

    SevenLetters = 1 << 14,
    TenLetters = 1 << 15,
    ThreeSyllables = 1 << 16,
    FourSyllables = 1 << 17,

    /// <summary>Not in the training texts for laypeople.</summary>
    Unknown = 1 << 18,

    /// <summary>Fewer than 15 times there.</summary>
    Rare = 1 << 19,

    /// <summary>Not among the 3,000 commonest words of speech or so.</summary>
    Uncommon = 1 << 20,

    /// <summary>Not among the 10,000 commonest or so.</summary>
    Unusual = 1 << 21,

    /// <summary>In no list of speech.</summary>
    Unlisted = 1 << 22,

    /// <summary>In no dictionary of 35 in SCOWL's sizes, which has what most people know.</summary>
    NotInSmall = 1 << 23,

    /// <summary>In none of 50.</summary>
    NotInMiddle = 1 << 24,

    /// <summary>In none of 70, which is a large one.</summary>
    NotInLarge = 1 << 25,

    /// <summary>From here on the bits of <see cref="WordForm"/>: the only traits that depend on how a word is written.</summary>
    Capital = 1 << 28,
    Acronym = 1 << 29,
    MixedCase = 1 << 30,
    Code = 1u << 31,
}
