using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

/// <summary>What a list of terms promises: plain words that are plain, in the form of their term.</summary>
public sealed class JargonListTests
{
    [Fact]
    public void English_has_far_more_than_600_terms_and_spanish_more_than_300()
    {
        Assert.InRange(Jargon.Spanish.All.Count, 600, int.MaxValue);
        Assert.InRange(Jargon.Spanish.All.DistinctBy(term => term.PlainWords).Count(), 300, int.MaxValue);
        Assert.InRange(Jargon.English.All.DistinctBy(term => term.PlainWords).Count(), 600, int.MaxValue);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_plain_wording_holds_a_term(string language)
    {
        var list = language == "en" ? Jargon.English : Jargon.Spanish;
        var wrong = list.All.DistinctBy(term => term.PlainWords)
            .Select(term => (term, Found: ScoringSamples.Explainer.Explain("", term.PlainWords, language).Jargon))
            .Where(pair => pair.Found.Length > 0)
            .Select(pair => $"{pair.term.Term} = {pair.term.PlainWords}: {pair.Found[0].Term}")
            .ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Two biopsies were taken.", "small tissue samples")]
    [InlineData("Beta-blockers help.", "drugs that slow the heart")]
    [InlineData("Metastases were found.", "spread of cancer")]
    [InlineData("The vaccine was administered by a nurse.", "given")]
    [InlineData("Nurses administered the vaccine.", "gave")]
    [InlineData("It exacerbates asthma symptoms.", "makes worse")]
    [InlineData("UTIs are common.", "bladder or kidney infections")]
    [InlineData("She had a nephrectomy.", "removal of a kidney")]
    [InlineData("He had a ureteroscopy.", "a look inside the tube from kidney to bladder with a camera")]
    [InlineData("He takes olmesartan.", "blood pressure drug")]
    [InlineData("A case of sacroiliitis.", "swelling of the lower back joint")]
    public void Plain_words_have_the_form_of_their_term(string text, string plainWords) =>
        Assert.Equal(plainWords, Assert.Single(ScoringSamples.Explainer.Explain("", text, "en").Jargon).PlainWords);

    [Theory]
    [InlineData("Her systolic blood pressure fell.", "systolic blood pressure", "upper blood pressure")]
    [InlineData("Diastolic pressure was low.", "Diastolic pressure", "lower blood pressure")]
    [InlineData("Many statin drugs are cheap.", "statin drugs", "cholesterol drugs")]
    [InlineData("The urinary bladder is full.", "urinary bladder", "bladder")]
    [InlineData("He took macrolide antibiotics.", "macrolide antibiotics", "antibiotics")]
    [InlineData("Preterm babies need care.", "Preterm babies", "babies born too early")]
    [InlineData("A case of skin dermatitis.", "skin dermatitis", "skin rash")]
    [InlineData("Put on a topical cream.", "topical cream", "cream put on the skin")]
    [InlineData("Get preoperative blood tests.", "preoperative blood tests", "blood tests before surgery")]
    [InlineData("He has drug-resistant bacteria in the wound.", "drug-resistant bacteria", "bacteria that drugs can't kill")]
    [InlineData("An OTC painkiller is enough.", "OTC painkiller", "painkiller without a prescription")]
    [InlineData("The infection was asymptomatic throughout.", "asymptomatic", "without symptoms")]
    [InlineData("Prophylactic vitamins are cheap.", "Prophylactic", "preventive")]
    [InlineData("The shot is 90% efficacious.", "efficacious", "effective")]
    [InlineData("The lump was found to be malignant.", "malignant", "cancerous")]
    [InlineData("Her condition is benign.", "benign", "harmless")]
    [InlineData("The child was lethargic.", "lethargic", "very tired")]
    public void A_swap_does_not_repeat_its_neighbour(string text, string term, string plainWords)
    {
        var found = Assert.Single(ScoringSamples.Explainer.Explain("", text, "en").Jargon);

        Assert.Equal((term, plainWords), (found.Term, found.PlainWords));
    }

    [Fact]
    public void A_doctors_short_forms_for_taking_pills_have_plain_words() => Assert.Equal(
        ["PO = by mouth", "BID = twice a day"], ScoringSamples.Explainer.Explain("", "Take 10 mg PO BID.", "en").Jargon.Select(term => $"{term.Term} = {term.PlainWords}"));

    [Theory]
    [InlineData("Hay fever is allergic rhinitis.", true)]
    [InlineData("High blood pressure is hypertension.", true)]
    [InlineData("The cause is allergic rhinitis.", false)]
    public void Plain_words_before_a_term_explain_it(string text, bool isExplained) =>
        Assert.Equal(isExplained, Assert.Single(ScoringSamples.Explainer.Explain("", text, "en").Jargon).Explained);

    [Theory]
    [InlineData("Patients had cytopenias (anemia, neutropenia and others) and fever.")]
    [InlineData("Hippocampus-dependent memory was worse.")]
    [InlineData("Cancer, hypertension, or diabetes raise the risk.")]
    [InlineData("Hypertension (n = 20) was more common.")]
    [InlineData("Hypertension (in older people) is common.")]
    [InlineData("Hypertension (see next page) is common.")]
    [InlineData("Hypertension (second visit) was found again.")]
    [InlineData("Hypertension (Mayo Clinic) is common.")]
    [InlineData("Bronchitis (left lung) was seen on the picture.")]
    [InlineData("Edema (both ankles) was rare.")]
    public void What_stands_beside_a_term_without_saying_what_it_means_explains_nothing(string text) =>
        Assert.DoesNotContain(ScoringSamples.Explainer.Explain("", text, "en").Jargon, term => term.Explained);

    [Theory]
    [InlineData("The AF ball took place in Ann Arbor, MI, on Friday.")]
    [InlineData("ACUTE ANGLES FOR ALL")]
    [InlineData("No sympathy for the diploma, said the academia.")]
    [InlineData("Secure the cured ham. In April the Spartans left.")]
    public void Everyday_words_and_other_short_forms_are_no_terms(string text) =>
        Assert.Empty(ScoringSamples.Explainer.Explain("", text, "en").Jargon);
}
