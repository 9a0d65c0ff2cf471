using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class ArticleNoticeTests
{
    [Theory]
    [InlineData("Retracted: A diet that heals", "Retraction")]
    [InlineData("RETRACTED ARTICLE: Vitamin D and falls", "Retraction")]
    [InlineData("[Retracted] Vitamin D and falls", "Retraction")]
    [InlineData("Vitamin D and falls (retracted)", "Retraction")]
    [InlineData("Retraction Note: Vitamin D and falls", "Retraction")]
    [InlineData("Retraction to: Vitamin D and falls", "Retraction")]
    [InlineData("REMOVED: Vitamin D and falls", "Retraction")]
    [InlineData("Expression of Concern: Vitamin D and falls", "Concern")]
    [InlineData("Editorial Expression of Concern", "Concern")]
    [InlineData("[Expression of concern] Vitamin D and falls", "Concern")]
    [InlineData("Expresión de preocupación: la vitamina D y las caídas", "Concern")]
    [InlineData("Partial Retraction: Vitamin D and falls", "PartialRetraction")]
    [InlineData("Retraction in part: Vitamin D and falls", "PartialRetraction")]
    [InlineData("PARTIALLY RETRACTED: Vitamin D and falls", "PartialRetraction")]
    [InlineData("Vitamin D and falls (partly retracted)", "PartialRetraction")]
    [InlineData("Retractación parcial: la vitamina D y las caídas", "PartialRetraction")]
    [InlineData("WITHDRAWN: Vitamin D and falls", "Retraction")]
    [InlineData("Retractado: la vitamina D y las caídas", "Retraction")]
    [InlineData("Correction: Our story on flu shots", "Correction")]
    [InlineData("Correction to: Vitamin D and falls", "Correction")]
    [InlineData("Author Correction: Vitamin D and falls", "Correction")]
    [InlineData("Corrigendum", "Correction")]
    [InlineData("Erratum to “Vitamin D and falls”", "Correction")]
    [InlineData("Fe de erratas: la vitamina D", "Correction")]
    [InlineData("Corrección: la vitamina D", "Correction")]
    [InlineData("CORRECTED-Flu shots open on Monday", "Corrected")]
    [InlineData("Flu shots open on Monday (corrected)", "Corrected")]
    [InlineData("Withdrawn: eye drops that may not be sterile", "None", true)]
    [InlineData("How a retracted paper still does harm", "None")]
    [InlineData("Expressions of concern grow among doctors", "None")]
    [InlineData("Expression of concern about a new flu", "None")]
    [InlineData("Withdrawn teens: how to reach them", "None")]
    [InlineData("Removed tonsils: what to eat", "None")]
    [InlineData("Vision correction: what to ask first", "None")]
    [InlineData("Correction of myopia in children", "None")]
    [InlineData("Corrected vision and driving", "None")]
    [InlineData("La corrección de la vista en niños", "None")]
    public void A_publishers_notice_is_told_from_a_title_about_one(string title, string notice, bool either = false)
    {
        var read = ArticleNotices.Of(title).ToString();
        Assert.True(read == notice || either, $"{title}: {read}");
    }

    [Fact]
    public void A_change_that_matters_is_told_from_one_that_does_not()
    {
        const string text = "Adults should walk for half an hour on most days, doctors say. Shoes that fit well help to keep knees from hurting.";
        ArticleChange Change(string title, string summary) => ArticleChanges.Between("Walk more, doctors say", text, Make.Article("x") with { Title = title, Summary = summary });
        Assert.Equal(ArticleChange.None, Change("Walk more, doctors say", text));
        Assert.Equal(ArticleChange.None, Change("Walk More, Doctors Say!", text.Replace("fit well", "fit", StringComparison.Ordinal)));
        Assert.Equal(ArticleChange.Headline, Change("Walk less, doctors say", text));
        Assert.Equal(ArticleChange.Text, Change("Walk more, doctors say", "The advice of last week was wrong. Rest is what most people with sore knees need."));
        Assert.Equal(ArticleChange.Corrected, Change("Corrected: Walk more, doctors say", text));
        Assert.Equal(ArticleChange.Retracted, Change("Retracted: Walk more, doctors say", text));
        Assert.Equal(ArticleChange.PartlyRetracted, Change("Partial retraction: Walk more, doctors say", text));
        Assert.Equal(ArticleChange.Concern, Change("Expression of concern: Walk more, doctors say", text));
    }

    [Theory]
    [InlineData("Take 400 micrograms of folic acid each day.", "Take 4000 micrograms of folic acid each day.")]
    [InlineData("Ask your doctor about the shot this fall.", "Do not ask your doctor about the shot this fall.")]
    [InlineData("Call us if the fever lasts more than two days.", "Call us if the fever lasts more than two hours.")]
    [InlineData("Hold the tooth by the top, not the root, and rinse it.", "Hold the tooth by the root, not the top, and rinse it.")]
    [InlineData("Give the child water in small sips, and wait.", "Give the child water in small sips, never milk, and wait.")]
    [InlineData("Evite el sol entre las 12 y las 16 horas del día.", "Busque el sol entre las 12 y las 16 horas del día.")]
    [InlineData("Tome la pastilla dos veces al día con agua.", "Tome la pastilla tres veces al día con agua.")]
    public void A_text_that_turns_round_is_told_however_few_words_changed(string before, string after) => Assert.Equal(ArticleChange.Text, OfText(before, after));

    [Theory]
    [InlineData("Adults should walk for half an hour on most days of the week, doctors of the heart group say. Shoes that fit well help.", "Adults should walk for half an hour on most days of the week, doctors of the heart group say. Shoes that fit well help. Not all have to be 40 dollars.")]
    [InlineData("Walk for half an hour on most days. It does not have to be all at o", "Walk for half an hour on most days. It does not have to be all at once, says the heart group.")]
    [InlineData("Walk for half an hour on most days, doctors say. It helps the heart.", "Walk for half an hour on most days, experts say. It helps the heart.")]
    [InlineData("Walk for half an hour on most days – it helps.", "Walk for half an hour on most days; it helps!")]
    public void A_text_that_goes_on_or_is_polished_has_not_changed(string before, string after)
    {
        Assert.Equal(ArticleChange.None, OfText(before, after));
        Assert.Equal(ArticleChange.None, OfText(after, before));
    }

    private static ArticleChange OfText(string before, string after) => ArticleChanges.Between("Stay well", before, Make.Article("x") with { Title = "Stay well", Summary = after });

    [Theory]
    [InlineData("Yoga may ease back pain. Editor's note: this study has been retracted by the journal.", "Retraction")]
    [InlineData("This article has been withdrawn. Yoga may ease back pain.", "Retraction")]
    [InlineData("Este artículo ha sido retirado por la redacción.", "Retraction")]
    [InlineData("Correction: An earlier version of this article misstated the risk. Yoga may ease back pain.", "Corrected")]
    [InlineData("Yoga may ease back pain. Correction (May 4, 2026): the dose was wrong.", "Corrected")]
    [InlineData("Fe de erratas: la dosis era otra.", "Corrected")]
    [InlineData("The Lancet has retracted a study of yoga. It was withdrawn after complaints.", "None")]
    [InlineData("Vision correction: what to ask first.", "None")]
    [InlineData("Update: the drug was withdrawn from pharmacies. Ask yours what to take.", "None")]
    [InlineData("Note: two lots of the formula have been withdrawn.", "None")]
    [InlineData("Nota del editor: el estudio ha sido retractado por la revista.", "Retraction")]
    [InlineData("Wear corrected lenses. The drug was withdrawn from pharmacies.", "None")]
    [InlineData("A study of 2020 was retracted in June, and this article tells why it still does harm.", "None")]
    public void A_notice_in_the_text_is_read_where_it_speaks_of_the_article_itself(string text, string notice)
    {
        Assert.Equal(notice, TextNotices.Of(text).ToString());
        Assert.Equal(notice, ArticleNotices.Of(Make.Article("x") with { Title = "Yoga and back pain", Summary = text }).ToString());
    }

    [Theory]
    [InlineData("Walk more", null, PaperStanding.Concern, "Concern")]
    [InlineData("Walk more", "Expression of concern: Walk more", PaperStanding.PartlyRetracted, "PartialRetraction")]
    [InlineData("Expression of concern: Walk more", "Retracted: Walk more", PaperStanding.Concern, "Retraction")]
    [InlineData("Retracted: Walk more", "Walk more", PaperStanding.Reinstated, "Retraction")]
    [InlineData("Walk more", "Walk more", PaperStanding.Reinstated, "None")]
    public void The_gravest_of_what_title_page_and_registry_say_counts(string title, string? headline, object standing, string notice)
    {
        var page = new PageCheck(Make.Morning, PageState.Ok) { Headline = headline, Paper = new PaperNotice((PaperStanding)standing, DatedAt: null) };
        Assert.Equal(notice, ArticleNotices.Of(Make.Article("x") with { Title = title, Page = page }).ToString());
    }
}
