using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

/// <summary>Where findings are marked: on whole words, never over each other, and only in sentences that tell of somebody.</summary>
public sealed class FindingPlacesTests
{
    [Fact]
    public void Places_stand_apart_in_order_and_on_whole_words()
    {
        foreach (var post in OwnPost.All)
        {
            var findings = PostGuard.Check(post.Text, post.Mode).Findings;
            Assert.All(findings.Zip(findings.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, post.Text));
            foreach (var finding in findings.Where(finding => finding.Kind is MentionKind.Name or MentionKind.Place or (>= MentionKind.PatientStatus and <= MentionKind.Photo)))
            {
                Assert.False(finding.Start > 0 && char.IsLetterOrDigit(post.Text[finding.Start - 1]) && char.IsLetterOrDigit(post.Text[finding.Start]), post.Text);
                Assert.False(finding.End < post.Text.Length && char.IsLetterOrDigit(post.Text[finding.End - 1]) && char.IsLetterOrDigit(post.Text[finding.End]), post.Text);
            }
        }
    }

    [Theory]
    [InlineData("The only measles case in Mill Valley is on our ward.", MentionKind.RareTrait, "The only measles case")]
    [InlineData("The only measles case in Mill Valley is on our ward.", MentionKind.Place, "Mill Valley")]
    [InlineData("Little Ava, 6, was so brave after her tonsils came out.", MentionKind.Name, "Little Ava")]
    [InlineData("Mrs. Hale, 71, had her hip fixed here.", MentionKind.Name, "Mrs. Hale")]
    [InlineData("El único caso de rabia de nuestro condado está en nuestra clínica.", MentionKind.RareTrait, "El único caso")]
    internal void An_identifier_and_the_phrase_around_it_are_marked_apart(string text, MentionKind kind, string place) =>
        Assert.Contains(PostGuard.Check(text, PostMode.Post).Findings, finding => finding.Kind == kind && text[finding.Start..finding.End].StartsWith(place, StringComparison.Ordinal));

    [Theory]
    [InlineData("Thanks Karen! Your HbA1c was 6.1.", MentionKind.PatientStatus, "Your HbA1c was 6.1")]
    [InlineData("Thanks Karen! Your HbA1c was 6.1.", MentionKind.Name, "Karen")]
    [InlineData("Hi Tom, thank you. The MRI showed a small tear.", MentionKind.PatientStatus, "MRI showed a small tear")]
    [InlineData("Dear Susan, you missed three visits in May and still owe $240.", MentionKind.Name, "Susan")]
    [InlineData("Gracias, Marta. Su glucosa salió en 180.", MentionKind.PatientStatus, "glucosa salió en 180")]
    internal void A_finding_goes_to_the_end_of_what_it_says(string text, MentionKind kind, string place) =>
        Assert.Contains(PostGuard.Check(text, PostMode.Reply).Findings, finding => finding.Kind == kind && text[finding.Start..finding.End] == place);

    [Theory]
    [InlineData("Happy birthday to Miss Opal, 101 today, our oldest patient!", MentionKind.OldAge, "101")]
    [InlineData("Don Chuy, 93 años, es nuestro paciente más fiel.", MentionKind.OldAge, "93")]
    [InlineData("Doris Kemp, 78, got her booster first.", MentionKind.Age, "78")]
    [InlineData("The boy with meningitis whom we saw lives in ZIP 82070.", MentionKind.Zip, "82070")]
    [InlineData("Please pray for the Hendersons on Maple Street, their girl has leukemia and we see her every week.", MentionKind.Place, "Maple Street")]
    [InlineData("Mr. Novak from the farm on County Road 12 had his hip fixed here.", MentionKind.Address, "County Road 12")]
    [InlineData("No-shows today: 9 am Peterson, 10:30 Walsh, 2 pm Duran. Please call if you can't make it!", MentionKind.Name, "Walsh")]
    [InlineData("Looking for the owner of a walker left here after dialysis, the tag says G. Muñoz.", MentionKind.Name, "G. Muñoz")]
    internal void What_tells_who_it_is_is_marked_beside_what_reveals(string text, MentionKind kind, string place) =>
        Assert.Contains(PostGuard.Check(text, PostMode.Post).Findings, finding => finding.Kind == kind && text[finding.Start..finding.End] == place);

    [Theory]
    [InlineData("Flu shots are here every weekday. ", "Karen Miller from Oak Street came in with pneumonia last week.", " Wash your hands often and stay home when sick.")]
    [InlineData("Las vacunas de la gripe ya llegaron. ", "Rosa Fuentes vino hoy por su tratamiento de diabetes.", " Lave sus manos a menudo.")]
    public void Only_sentences_that_tell_of_somebody_are_marked(string before, string telling, string behind)
    {
        var text = before + telling + behind;
        var findings = PostGuard.Check(text, PostMode.Post).Findings;
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.True(finding.Start >= before.Length && finding.End <= before.Length + telling.Length, text[finding.Start..finding.End]));
    }
}
