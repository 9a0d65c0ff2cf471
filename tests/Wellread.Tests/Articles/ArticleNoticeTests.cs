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
