using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wellread.Platform;
using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring;

/// <summary>Texts of our own writing, plain and technical, and a small model trained on them.</summary>
internal static class ScoringSamples
{
    public static (string Title, string Text)[] Plain { get; } =
    [
        ("5 easy ways to walk more each day", "Take the stairs. Park a little further from the shop. You will feel better in a week or two."),
        ("How much water should you drink?", "Most people need six to eight cups a day. Drink more when it is hot or when you exercise."),
        ("Why your child needs a good night's sleep", "Kids who sleep well learn better and get sick less. Here is how to set a bedtime that works."),
        ("Is your back sore from sitting?", "Stand up every half hour and stretch. Ask your doctor if the pain does not go away."),
        ("What to eat when you have a cold", "Warm soup and tea can help you feel better. Rest and drink plenty of water."),
        ("Protect your skin from the sun this summer", "Wear a hat and put on sunscreen before you go out. Check your skin for new spots once a month."),
        ("Simple tips to keep your teeth healthy", "Brush twice a day and floss each night. See your dentist twice a year."),
        ("Getting a flu shot: what you need to know", "A flu shot can keep you and your family well this winter. It takes about two weeks to work."),
    ];

    public static (string Title, string Text)[] Technical { get; } =
    [
        ("Efficacy of dual antiplatelet therapy after percutaneous coronary intervention: a randomized controlled trial",
            "We randomized 1,204 patients to receive ticagrelor or clopidogrel. The hazard ratio for major adverse cardiovascular events was 0.81 (95% CI, 0.68-0.97; P = .02)."),
        ("Pharmacokinetics of subcutaneous semaglutide in subjects with hepatic impairment",
            "Exposure was evaluated in a multicenter, open-label study. Geometric mean ratios of the area under the curve did not differ significantly between cohorts."),
        ("Association of glomerular filtration rate with incident atrial fibrillation",
            "In this retrospective cohort, multivariable regression was adjusted for comorbidities. Reduced filtration was associated with increased incidence (OR 1.42)."),
        ("Immunohistochemical expression of PD-L1 in metastatic urothelial carcinoma",
            "Tumor specimens were analyzed for immunohistochemical expression. Expression correlated with overall survival in univariate analysis (P < .001)."),
        ("Perioperative corticosteroid administration and postoperative delirium: a meta-analysis",
            "Heterogeneity was substantial across the included randomized trials. Pooled estimates favoured prophylactic administration in cardiac surgery."),
        ("Endothelial dysfunction and arterial stiffness in rheumatoid arthritis",
            "Endothelial function was assessed by flow-mediated dilation in 86 subjects. Inflammatory biomarkers were independently associated with arterial stiffness."),
        ("Diagnostic accuracy of high-sensitivity troponin in chronic kidney disease",
            "Sensitivity and specificity were evaluated against adjudicated myocardial infarction. Optimal thresholds varied by estimated glomerular filtration rate."),
        ("Molecular characterization of carbapenem-resistant Klebsiella isolates",
            "Whole-genome sequencing of 64 isolates revealed multiple plasmid-mediated carbapenemases. Phylogenetic analysis demonstrated nosocomial transmission."),
    ];

    public static List<TrainingRow> Rows { get; } =
    [
        .. Plain.Select((text, i) => new TrainingRow(text.Title, text.Text, true, 1 + (i * 0.2), "samples", $"plain-{i}", i >= 6 ? "dev" : "train", "us")),
        .. Technical.Select((text, i) => new TrainingRow(text.Title, text.Text, false, 4 + (i * 0.2), "samples", $"technical-{i}", i >= 6 ? "dev" : "train", "us")),
    ];

    /// <summary>Small and quick; trained anew at each call.</summary>
    public static FriendlinessModel Train(int seed = 1) => new FriendlinessTrainer(
        new TrainingOptions
        {
            Seed = seed,
            Target = "samples",
            Bits = 12,
            Folds = 2,
            MinExamples = 1,
            Iterations = 20,
            FriendlinessTrees = new TreeShape(5, 4, 2, 0.2, 1),
            DifficultyTrees = new TreeShape(5, 4, 2, 0.2, 1),
        },
        _ => { }).Train(Rows, KnownLists.None, RatedTexts.None);

    /// <summary>A scorer over the model of a folder.</summary>
    public static FriendlinessScorer Scorer(string folder) => new(Current(folder));

    public static CurrentModel Current(string folder) =>
        new(Options.Create(new ScoringOptions { ModelPath = folder }), HomeFolder.Find(), NullLogger<CurrentModel>.Instance);

    /// <summary>A scorer over the committed model.</summary>
    public static FriendlinessScorer Committed { get; } = Scorer(Support.Repository.Path("models"));

    public static Explainer Explainer { get; } = new(Committed);
}

/// <summary>A folder that is gone when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("wellread-").FullName;

    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
