using System.Text.Json;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class GateModelTests
{
    /// <summary>None of these has a term of advice in the gate's word list.</summary>
    [Theory]
    [InlineData("Foods that calm an upset stomach", "en")]
    [InlineData("Why your knees ache when it rains", "en")]
    [InlineData("Grilled salmon with lentils: a heart-healthy supper", "en")]
    [InlineData("A short nap may sharpen your memory", "en")]
    [InlineData("Por qué crujen las rodillas al agacharse y cuándo consultar al médico", "es")]
    public void A_bare_headline_that_helps_a_patient_passes(string title, string language) => Assert.True(Judge(title, language).Passes);

    [Theory]
    [InlineData("Six swimsuits that flatter your shape", "en")]
    [InlineData("How to cut your phone bill in half", "en")]
    [InlineData("Our live chat on heart health starts in ten minutes", "en")]
    [InlineData("Hospital chain to close three clinics in the north", "en")]
    [InlineData("Virus cases climb to 4,210 in the capital", "en")]
    [InlineData("Characterization of novel kinase inhibitors in murine hepatocytes", "en")]
    [InlineData("Cómo ahorrar en la factura de la luz", "es")]
    [InlineData("El consejero inaugura la nueva sede del hospital comarcal", "es")]
    public void What_only_sounds_like_advice_or_health_does_not(string title, string language) => Assert.False(Judge(title, language).Passes);

    [Fact]
    public void What_no_section_of_the_list_explains_shows_the_words_that_weighed_most()
    {
        var article = HealthGateTests.Article("Hospital opens a new wing for asthma", "", "en");
        var verdict = HealthGate.Judge(article) with { Section = null };
        Assert.False(verdict.Passes);
        var words = HealthGate.PlacesOf(article, verdict).Select(span => article.Title[span.Start..span.End]).ToList();
        Assert.InRange(words.Count, 1, 3);
        Assert.DoesNotContain("asthma", words);
    }

    [Fact]
    public void A_model_is_what_was_written()
    {
        var article = HealthGateTests.Article("garlic garlic", "garlic", "en");
        var garlic = GateFeatures.WordOf("garlic");
        var model = GateModel.Read(GateModel.Write(-1, [(GateFeatures.OfTitle(garlic), 0.5f), (GateFeatures.OfText(garlic), 2)]));
        Assert.Equal(-1 + 2 * 0.5 + 2 * GateFeatures.ShareOfWord(1), model.Score(article, GateEvidence.Of(article)), 4);
        Assert.Equal(0, model.WeightOf(GateFeatures.OfTitle(GateFeatures.WordOf("onion"))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(11)]
    public void A_file_that_is_no_model_is_refused(int length) => Assert.Throws<FormatException>(() => GateModel.Read(new byte[length]));

    [Fact]
    public void A_score_is_the_same_each_time_and_costs_no_memory()
    {
        var article = HealthGateTests.Article("Five ways to sleep better on hot nights", string.Join(' ', Enumerable.Repeat("Keep the room cool and dark.", 12)), "en");
        var evidence = GateEvidence.Of(article);
        var score = GateModel.Current.Score(article, evidence);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = GateModel.Current.Score(article, evidence);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(score, again);
    }

    [Fact]
    public void Labels_hold_ids_and_no_text_and_no_row_twice()
    {
        var rows = new[] { "labels.tsv", "unsure.tsv" }.SelectMany(file => File.ReadLines(Repository.Path("models", "gate", file))).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToList();
        Assert.True(rows.Count > 9000);
        Assert.All(rows, cells => Assert.Equal(3, cells.Length));
        Assert.All(rows, cells => Assert.Contains(cells[2], (string[])["use", "no", "?"]));
        Assert.DoesNotContain(rows, cells => cells[1].Contains(' ', StringComparison.Ordinal));
        Assert.Equal(rows.Count, rows.DistinctBy(cells => (cells[0], cells[1])).Count());
    }

    /// <summary>What is learnt from can't measure.</summary>
    [Fact]
    public void No_item_that_measures_the_gate_is_learnt_from()
    {
        var kept = LabelledItems.Half(kept: true).Select(item => item.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(File.ReadLines(Repository.Path("models", "gate", "items.jsonl")), line =>
        {
            using var item = JsonDocument.Parse(line);
            return kept.Contains(item.RootElement.GetProperty("title").GetString()!);
        });
    }

    private static HealthGateVerdict Judge(string title, string language) => HealthGate.Judge(HealthGateTests.Article(title, "", language));
}
