using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

/// <summary>What a publisher says in an item of its own finds the article that it is about, and no other.</summary>
public sealed class ToldNoticesTests
{
    private const string Title = "Fish oil & heart attacks: A ten-year trial";
    private static readonly Article Trial = Make.Article("trial", daysOld: 30) with { Title = Title };

    [Theory]
    [InlineData("Retraction: Fish oil & heart attacks: A ten-year trial", PaperStanding.Retracted)]
    [InlineData("RETRACTED: Fish oil and heart attacks", null)]
    [InlineData("RETRACTED ARTICLE: Fish Oil & Heart Attacks: a ten-year trial", PaperStanding.Retracted)]
    [InlineData("Retraction Note to: Fish oil & heart attacks: a ten-year trial", PaperStanding.Retracted)]
    [InlineData("Notice of Retraction: Fish oil & heart attacks: A ten-year trial", PaperStanding.Retracted)]
    [InlineData("[Retracted] Fish oil & heart attacks – a ten-year trial", PaperStanding.Retracted)]
    [InlineData("Fish oil & heart attacks: A ten-year trial [Retracted]", PaperStanding.Retracted)]
    [InlineData("Partial Retraction: Fish oil & heart attacks: A ten-year trial", PaperStanding.PartlyRetracted)]
    [InlineData("Expression of Concern: Fish oil & heart attacks: A ten-year trial", PaperStanding.Concern)]
    [InlineData("Editor’s Note of Concern: Fish oil & heart attacks: A ten-year trial", null)]
    [InlineData("Correction: Fish oil & heart attacks: A ten-year trial", PaperStanding.Corrected)]
    [InlineData("Correction to: Fish oil & heart attacks: A ten-year trial", PaperStanding.Corrected)]
    [InlineData("Author Correction: Fish oil & heart attacks: A ten-year trial", PaperStanding.Corrected)]
    [InlineData("Erratum to: Fish oil & heart attacks: A ten-year trial.", PaperStanding.Corrected)]
    [InlineData("Corrigendum to “Fish oil & heart attacks: A ten-year trial” [J Heart Stud 12(3) (2026) 1-9]", PaperStanding.Corrected)]
    [InlineData("Corrección: Fish oil & heart attacks: A ten-year trial", PaperStanding.Corrected)]
    [InlineData("Fish oil & heart attacks: A ten-year trial", null)]
    [InlineData("Retraction: Fish oil & heart attacks: A five-year trial", null)]
    [InlineData("Retraction: Fish oil & heart attacks", null)]
    [InlineData("Retraction: More on fish oil & heart attacks: A ten-year trial", null)]
    [InlineData("What to know about the retraction of Fish oil & heart attacks: A ten-year trial", null)]
    public void Only_the_very_title_behind_the_words_of_a_notice_is_meant(string notice, object? standing)
    {
        var told = Find(Trial, Notice(notice));
        Assert.Equal(standing, told.TryGetValue(Trial.Id, out var found) ? found.Standing : null);
        Assert.Equal(standing is null ? 0 : 1, told.Count);
    }

    [Fact]
    public void It_says_when_it_was_said_and_first_seen_and_the_gravest_counts()
    {
        var (concern, retraction) = (Notice($"Expression of concern: {Title}", "concern", daysOld: 9), Notice($"Retraction: {Title}", "retraction", daysOld: 3));
        Assert.Equal(new PaperNotice(PaperStanding.Retracted, retraction.Published) { SeenAt = retraction.FirstSeen }, Find(retraction, Trial, concern)[Trial.Id]);
    }

    [Fact]
    public void Another_source_says_nothing_but_another_feed_of_the_same_site_does()
    {
        var notice = Notice($"Retraction: {Title}");
        var elsewhere = Trial with { Link = "https://other.example/trial" };
        var other = notice with { Source = notice.Source with { FeedId = "feed_b" } };
        Assert.Single(Find(Trial, other));
        Assert.Empty(Find(elsewhere, other));
        Assert.Single(Find(elsewhere with { AlsoFrom = [other.Source] }, other));
    }

    [Fact]
    public void Nothing_is_said_of_what_came_out_later_of_short_titles_or_where_several_could_be_meant()
    {
        Assert.Empty(Find(Trial, Notice($"Retraction: {Title}", daysOld: 31)));
        Assert.Single(Find(Trial with { Dating = ArticleDating.Guess }, Notice($"Retraction: {Title}", daysOld: 31)));
        Assert.Empty(Find(Trial with { Title = "News in brief" }, Notice("Correction: News in brief")));
        var twin = Trial with { Id = "art_twin", Link = "https://news.example/twin" };
        Assert.Empty(Find(Trial, twin, Notice($"Retraction: {Title}")));
        Assert.Equal(2, Find(Trial, twin with { StoryId = Trial.Id }, Notice($"Retraction: {Title}")).Count);
        Assert.Equal([Trial.Id], Find(Trial, twin with { Source = twin.Source with { FeedId = "feed_b" } }, Notice($"Retraction: {Title}")).Keys);
    }

    [Theory]
    [InlineData("[This corrects the article DOI: 10.1000/Trial.1.]", true)]
    [InlineData("J Heart Stud. 2026 Nov 3. doi: 10.1000/erratum.9. This retracts the article https://doi.org/10.1000/trial.1", true)]
    [InlineData("Erratum for doi:10.1000/trial.1", true)]
    [InlineData("Compare the trial of 2019 (doi: 10.1000/trial.1), which found the same.", false)]
    [InlineData("[This corrects the article DOI: 10.1000/trial.12]", false)]
    public void A_paper_is_meant_where_the_notice_names_it_by_its_identifier(string summary, bool isMeant)
    {
        var paper = Trial with { Link = "https://journal.example/doi/full/10.1000/trial.1" };
        var notice = Notice("Correction to the paper on fish oil") with { Summary = summary, Source = Trial.Source with { FeedId = "feed_b" } };
        Assert.Equal(isMeant ? 1 : 0, Find(paper, notice).Count);
    }

    [Fact]
    public void What_was_said_later_counts_where_it_stands_again()
    {
        var retraction = new PaperNotice(PaperStanding.Retracted, Make.Morning) { SeenAt = Make.Morning };
        var article = Trial with { Notice = retraction, Page = new PageCheck(Make.Morning, PageState.Ok) };
        Assert.Equal(ArticleNotice.Retraction, ArticleNotices.Of(article));
        Assert.Equal(ArticleNotice.None, ArticleNotices.Of(With(PaperStanding.Reinstated, 2)));
        Assert.Equal(ArticleNotice.Retraction, ArticleNotices.Of(With(PaperStanding.Reinstated, -2)));
        Assert.Equal(ArticleNotice.Retraction, ArticleNotices.Of(With(PaperStanding.Corrected, 2)));

        Article With(PaperStanding standing, int days) => article with { Page = article.Page! with { Paper = new PaperNotice(standing, Make.Morning.AddDays(days)) } };
    }

    [Theory]
    [InlineData("Fish oil & heart attacks: A ten-year trial", "  FISH-OIL, heart attacks (a TEN year trial)! ")]
    [InlineData("¿Qué es la epilepsia?", "Que es la epilepsia")]
    [InlineData("Alzheimer’s: what's new", "alzheimers whats new")]
    public void Titles_with_the_same_words_are_told_by_one_number(string one, string other)
    {
        Assert.Equal(NoticeSubjects.Words(one), NoticeSubjects.Words(other));
        Assert.Equal(NoticeSubjects.Hash(one), NoticeSubjects.Hash(other));
        Assert.Equal(NoticeSubjects.Hash(one), NoticeSubjects.Hash(NoticeSubjects.Words(one)));
        Assert.NotEqual(NoticeSubjects.Hash(one), NoticeSubjects.Hash(one + "s"));
    }

    private static IReadOnlyDictionary<string, PaperNotice> Find(params Article[] articles) => ToldNotices.Find(articles);

    private static Article Notice(string title, string name = "notice", double daysOld = 2) => Make.Article(name, daysOld: daysOld) with { Title = title };
}
