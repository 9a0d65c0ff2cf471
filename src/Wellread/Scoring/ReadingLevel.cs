using System.Globalization;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// How hard a text reads by the classical formulas. English has <see cref="FleschKincaid"/> and <see cref="Smog"/>, Spanish <see cref="FernandezHuerta"/> and
/// <see cref="Inflesz"/>; the others are null. All are null for a text of fewer than <see cref="FewestWords"/> words.
/// </summary>
internal sealed record ReadingLevel
{
    /// <summary>Below this many words a single word moves the grade by a year or more.</summary>
    public const int FewestWords = 10;

    /// <summary>The formulas were fitted to passages of 100 words; below that the grade is a guess.</summary>
    public const int EnoughWords = 100;

    /// <summary>One US school grade, 1 to 18; null where there is too little text.</summary>
    public double? Grade { get; init; }

    /// <summary>The grade as far as the words go, however few; 0 without any. What is stored, since articles are ordered by it.</summary>
    public double RoughGrade { get; init; }

    /// <summary>Kincaid et al. 1975, a US school grade.</summary>
    public double? FleschKincaid { get; init; }

    /// <summary>McLaughlin 1969, a US school grade.</summary>
    public double? Smog { get; init; }

    /// <summary>Fernández-Huerta 1959: ease from 0 hard to 100 easy.</summary>
    public double? FernandezHuerta { get; init; }

    /// <summary>Barrio-Cantalejo et al. 2008: ease from 0 hard to 100 easy.</summary>
    public double? Inflesz { get; init; }

    /// <summary>The band of <see cref="Inflesz"/> in words.</summary>
    public string? InfleszBand { get; init; }

    /// <summary>What was counted; null for a language without formulas.</summary>
    public int? Words { get; init; }

    /// <summary>What the grade is worth, for an editor.</summary>
    public string Remark => (Words, Grade) switch
    {
        (null, _) => "No reading grade for this language.",
        (_, null) => "Too few words for a reading grade.",
        ( < EnoughWords, { } grade) => string.Create(CultureInfo.InvariantCulture, $"About grade {SchoolGrade.Whole(grade)}. A guess: the text has only {Words} words."),
        (_, { } grade) => $"About grade {SchoolGrade.Whole(grade)}.",
    };

    public static ReadingLevel None { get; } = new();

    /// <summary>English, from what was counted; <see cref="ReadingGrade.Consensus"/> says how the one grade is formed.</summary>
    public static ReadingLevel English(in TextCounts counts)
    {
        var grade = ReadingGrade.English(counts);
        var rough = Math.Round(grade.Consensus, 1);
        if (counts.Words < FewestWords) return TooShort(counts.Words, counts.Words == 0 ? 0 : rough);
        return new ReadingLevel
        {
            Grade = rough,
            RoughGrade = rough,
            FleschKincaid = Math.Round(grade.FleschKincaid, 1),
            Smog = Math.Round(grade.Smog, 1),
            Words = counts.Words,
        };
    }

    internal static ReadingLevel TooShort(int words, double roughGrade) => new() { Words = words, RoughGrade = roughGrade };
}
