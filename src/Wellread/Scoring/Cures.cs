using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// Whether a cure is spoken of that medicine does have: "Hepatitis C can be cured" (World Health Organization, fact sheet on hepatitis C: antivirals cure more than 95 in 100), infections
/// that are treated with antibiotics, some cancers that are found early. Teas and other home cures are none.
/// </summary>
internal static class Cures
{
    /// <summary>Words and marks on each side that are looked at.</summary>
    private const int Reach = 30;

    private const int MostOfTitle = 500;

    private static readonly FrozenSet<uint> Illnesses = Hashes(
        "hcv chlamydia gonorrhea gonorrhoea syphilis trichomoniasis tuberculosis tb malaria scabies lice pinworm pinworms ringworm cataract cataracts appendicitis pylori leprosy strep antibiotic antibiotics "
        + "clamidia gonorrea sífilis tricomoniasis paludismo sarna piojos lombrices cataratas apendicitis lepra antibiótico antibióticos");

    private static readonly FrozenSet<uint> Infections = Hashes(
        "infection infections sti stis std stds worms ulcer ulcers pneumonia infección infecciones its ets úlcera úlceras neumonía");

    private static readonly FrozenSet<uint> Treatments = Hashes(
        "treatment treatments treated medicine medicines drugs antivirals tratamiento tratamientos tratada tratadas medicamento medicamentos medicinas antivirales");

    private static readonly FrozenSet<uint> Cancers = Hashes("cancer cancers melanoma tumor tumors tumour tumours cáncer cánceres melanomas tumores");

    private static readonly FrozenSet<uint> Early = Hashes("early temprano temprana tempranamente tiempo");

    private static readonly FrozenSet<uint> HomeCures = Hashes(
        "tea teas herb herbs herbal natural naturally home homemade remedy remedies juice juices garlic honey oil oils vinegar supplement supplements detox spice spices fruit diet trick crystal crystals "
        + "té tés hierba hierbas natural naturales casero casera caseros remedio remedios jugo jugos ajo miel aceite aceites vinagre suplemento suplementos dieta truco");

    private static readonly uint Hepatitis = FeatureHash.Of("hepatitis");

    private static readonly uint C = FeatureHash.Of("c");

    /// <param name="at">A word of the promise; what its sentence or the title names counts.</param>
    /// <param name="title">The whole title.</param>
    public static bool AreReal(in TextTokens tokens, int at, string title)
    {
        var (first, end) = (at, at + 1);
        while (first > 0 && first > at - Reach && !tokens.All[first].StartsSentence) first--;
        while (end < tokens.All.Length && end < at + Reach && !tokens.All[end].StartsSentence) end++;
        var said = Named(tokens.All[first..end]);
        if (said.IsHomeCure || said.IsReal) return !said.IsHomeCure;
        if (tokens.Part == TextPart.Title) return false;
        using var titleTokens = TextTokens.Read(TextPart.Title, title, title.AsSpan(0, Math.Min(title.Length, MostOfTitle)));
        return Named(titleTokens.All) is { IsReal: true, IsHomeCure: false };
    }

    private static (bool IsReal, bool IsHomeCure) Named(ReadOnlySpan<TextToken> tokens)
    {
        var (illness, infection, treatment, cancer, early, home) = (false, false, false, false, false, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Hash;
            illness |= Illnesses.Contains(word) || (word == C && i > 0 && tokens[i - 1].Hash == Hepatitis);
            infection |= Infections.Contains(word);
            treatment |= Treatments.Contains(word);
            cancer |= Cancers.Contains(word);
            early |= Early.Contains(word);
            home |= HomeCures.Contains(word);
        }
        return (illness || (infection && treatment) || (cancer && early), home);
    }

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => FeatureHash.Of(word)).ToFrozenSet();
}
