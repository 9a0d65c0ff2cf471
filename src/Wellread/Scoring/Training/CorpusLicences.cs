using System.Collections.Frozen;

namespace Wellread.Scoring.Training;

/// <summary>The licence of each corpus that the model in the box was trained on or measured with, as its publisher states it. The model holds hashed weights, none of the texts.</summary>
internal static class CorpusLicences
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["asreview_cohen"] = "MIT",
        ["coaid_titles"] = "none stated",
        ["cochrane"] = "the texts are Cochrane's and Wiley's",
        ["cochrane_auto"] = "none stated",
        ["eureka_pubmed"] = "none stated",
        ["fakehealth"] = "the texts are their publishers'",
        ["feed_visible"] = "MIT for the collections; the texts are their publishers'",
        ["health_tweets"] = "CC BY 4.0",
        ["medabs"] = "CC BY-SA",
        ["medquad"] = "CC BY 4.0",
        ["medreadme"] = "none stated",
        ["pubmedqa"] = "MIT",
        ["readmepp_en"] = "non-commercial use only",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for a corpus of somebody else's.</summary>
    public static string? Of(string corpus) => Known.GetValueOrDefault(corpus);
}
