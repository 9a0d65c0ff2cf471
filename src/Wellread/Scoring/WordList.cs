namespace Wellread.Scoring;

/// <summary>The words with <see cref="WordTraits"/>, by the hash that the featuriser has at hand anyway. Our own lists.</summary>
internal static class WordList
{
    private static readonly Dictionary<uint, WordTraits> Listed = Build();

    private static readonly HashedValues<WordTraits> ByHash = new(Listed);

    public static IEnumerable<KeyValuePair<uint, WordTraits>> All => Listed;

    public static WordTraits Traits(uint hash) => ByHash.GetValueOrDefault(hash);

    private static Dictionary<uint, WordTraits> Build()
    {
        var traits = new Dictionary<uint, WordTraits>();
        Add(traits, WordTraits.SecondPerson | WordTraits.Pronoun, "you your yours yourself yourselves you're you'll you've you'd");
        Add(traits, WordTraits.FirstPersonPlural | WordTraits.Pronoun, "we us our ours ourselves we're we've we'll");
        Add(traits, WordTraits.Pronoun, "i me my he she him her his hers they them their it its who everyone someone anyone");
        Add(traits, WordTraits.Function,
            "the a an and or but of in on at to for from with by as is are was were be been am it this that these those not no so if when while "
            + "about into over after before than then there here what which who how why where do does did has have had");
        Add(traits, WordTraits.Modal, "can could may might must should would will shall");
        Add(traits, WordTraits.Being, "is are was were be been being");
        Add(traits, WordTraits.Advice,
            "add ask avoid be bring brush build call change check choose clean consider control cook cover cut do don't drink eat enjoy exercise find "
            + "follow get give go have help here's keep know learn limit listen look lose lower make meet move never pack pick plan practice practise "
            + "prepare prevent protect put quit read reduce remember replace rest say see set share skip sleep start stay stop stretch switch take talk "
            + "tell think treat try turn use visit wait walk wash watch wear work");
        Add(traits, WordTraits.Study,
            "randomized randomised placebo cohort efficacy pharmacokinetic retrospective prospective baseline multivariate univariate regression "
            + "meta-analysis analysis analyses methodology biomarker biomarkers comorbidities comorbidity prevalence incidence mortality morbidity "
            + "hazard odds confidence interval outcomes endpoint endpoints statistically significant significantly correlated correlation associated "
            + "association evaluated assess assessed assessment intervention interventions participants subjects double-blind controlled trials "
            + "cross-sectional longitudinal patients clinicians therapeutic treatment-related dose-dependent in-vitro vitro vivo murine protocol "
            + "guideline guidelines etiology aetiology pathogenesis expression receptor inhibitor inhibitors phenotype genotype histology "
            + "heterogeneity bias systematic review efficacy tolerability adjusted ratio cumulative quartile tertile median respectively");
        Add(traits, WordTraits.Everyday,
            "kids kid mom mum dad baby babies family friends home house school work job day night morning week weekend year years old young food eat "
            + "eating meal meals cook kitchen drink water coffee tea milk sugar salt fruit vegetables walk walking run running bike play sleep tired "
            + "skin hair teeth feet hands eyes heart back knee knees hurt pain sick doctor doctors nurse dentist pill pills shot shots flu cold cough "
            + "fever stress worry happy sad money cost people men women girls boys parents children child teens life healthy health easy tips ways "
            + "simple best good bad help need feel know things time phone tv car dog pet pets sun hot summer winter holiday snack snacks bread meat");
        foreach (var lastWord in Jargon.English.LastWords) traits[lastWord] = traits.GetValueOrDefault(lastWord) | WordTraits.EndsJargon;
        return traits;
    }

    private static void Add(Dictionary<uint, WordTraits> traits, WordTraits trait, string words)
    {
        foreach (var word in words.Split(' '))
        {
            var hash = FeatureHash.Of(word);
            traits[hash] = traits.GetValueOrDefault(hash) | trait;
        }
    }
}
