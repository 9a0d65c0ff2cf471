using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Rules;
using Wellread.Tests.Support;
using static Wellread.Tests.Suggestions.Ranked;

namespace Wellread.Tests.Suggestions;

/// <summary>A text says for which ages it is, and practices have patients of certain ages.</summary>
public sealed class ReadersTests
{
    private static readonly Practice Children = new() { Id = "kids", Languages = ["en"], Specialty = "children" };

    [Theory]
    [InlineData("Adults 50 and older need two shots.", 50)]
    [InlineData("The vaccine is for people aged 75 years or older, and for some from 50 years of age and up.", 50)]
    [InlineData("One in three adults over 65 falls each year.", 65)]
    [InlineData("Women older than 40 should ask.", 40)]
    [InlineData("Everyone 6 months and older should get a flu shot. Adults 65 and older need a stronger one.", 0)]
    [InlineData("Las personas mayores de 60 años deben vacunarse.", 60)]
    [InlineData("Hágase la prueba a partir de los 45 años.", 45)]
    [InlineData("A partir de los 6 meses.", 0)]
    [InlineData("For men aged 50 and over.", 50)]
    [InlineData("Adultos de 60 años o más.", 60)]
    public void The_lowest_age_that_it_names_counts(string text, int age) => Assert.Equal(age, NamedAges.From(text));

    [Theory]
    [InlineData("Over 50 people came to the walk.")]
    [InlineData("A blood sugar of 95 or above is high.")]
    [InlineData("Un IMC de 30 o más.")]
    [InlineData("Patients over 60 percent of clinics asked got better.")]
    [InlineData("All over 30 states, flu is on the rise.")]
    [InlineData("She is 70 and walks each day.")]
    [InlineData("Walk for 30 minutes and more.")]
    [InlineData("The older you get, the less you sleep.")]
    public void Numbers_that_are_no_ages_of_readers_say_nothing(string text) => Assert.Null(NamedAges.From(text));

    [Fact]
    public void What_is_for_older_people_comes_later_at_a_practice_for_children_and_says_why()
    {
        var shingles = Make.Article("Shingles vaccine", feed: "feed_b", topics: ["vaccines"]) with { Summary = "Adults 50 and older need two shots." };
        var measles = Make.Article("Measles vaccine", topics: ["vaccines"], daysOld: 20);
        var ranked = Rank([shingles, measles], Children);
        Assert.Equal(["Measles vaccine", "Shingles vaccine"], Titles(ranked));
        var reason = Assert.Single(ranked[1].Reasons, reason => reason.Code == "other-ages");
        Assert.Equal("Comes later: it is for people of 50 and older, and your practice is for children and teenagers.", reason.Text);
        Assert.Equal(["Shingles vaccine", "Measles vaccine"], Titles(Rank([shingles, measles])));
        Assert.Equal(["Shingles vaccine", "Measles vaccine"], Titles(Rank([shingles, measles], Children, options: new RankingOptions { Readers = 0 })));
    }

    [Fact]
    public void What_names_children_too_is_theirs()
    {
        var flu = Make.Article("Flu shots", feed: "feed_b", topics: ["vaccines", "babies"]) with { Summary = "Babies and adults 65 and older get very sick from the flu." };
        Assert.DoesNotContain(Assert.Single(Rank([flu], Children)).Reasons, reason => reason.Code == "other-ages");
    }
}
