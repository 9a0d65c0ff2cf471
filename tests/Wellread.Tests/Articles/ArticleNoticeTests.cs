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
    [InlineData("Expression of Concern: Vitamin D and falls", "Retraction")]
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
    }
}
