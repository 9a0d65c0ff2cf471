using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class ArticleTitleTests
{
    [Theory]
    [InlineData("Sleep better tonight - Example Health News", "Example Health News", "Sleep better tonight")]
    [InlineData("Sleep better tonight | The Example", "Example RSS", "Sleep better tonight")]
    [InlineData("Sleep better tonight – EHN", "EHN Daily", "Sleep better tonight")]
    [InlineData("Eat well - and sleep well", "Example Health News", "Eat well - and sleep well")]
    [InlineData("EAT WELL NOW", "Example", "EAT WELL NOW")]
    [InlineData("Salt &amp;amp; <i>sugar</i>", "Example", "Salt & sugar")]
    public void The_outlets_name_is_taken_off_the_end(string markup, string outlet, string expected) =>
        Assert.Equal(expected, ArticleTitle.From(markup, outlet));
}
