using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

public sealed class SafeRepliesTests
{
    [Fact]
    public void No_safe_reply_says_that_somebody_is_a_patient() =>
        Assert.All(SafeReplies.All, reply => Assert.Empty(PostGuard.Check(reply.Text, PostMode.Reply).Findings));

    [Fact]
    public void Every_kind_has_a_reply_in_both_languages()
    {
        Assert.True(SafeReplies.Kinds.Count >= 8);
        foreach (var kind in SafeReplies.Kinds)
        {
            Assert.NotEmpty(SafeReplies.Of(kind, "en"));
            Assert.NotEmpty(SafeReplies.Of(kind, "es"));
        }
    }

    [Theory]
    [InlineData("Buenas tardes, María. Gracias por su visita del lunes.", "praise")]
    [InlineData("Thanks Bill! See you at your follow-up.", "praise")]
    [InlineData("Gracias, esperamos verla pronto en su próxima cita.", "praise")]
    [InlineData("We can't wait to see you at your next cleaning, Paul. Thanks!", "praise")]
    [InlineData("Gracias, Paola. Seguro que su rodilla queda como nueva.", "praise")]
    [InlineData("Thank you, Price family! Glad that your son's cast is off.", "praise")]
    [InlineData("Please pay attention to your wound, Karen, and thanks for coming in.", "praise")]
    [InlineData("We are sorry that you waited an hour for your visit, Ann. Thank you for telling us.", "wait")]
    [InlineData("Lamentamos la espera en su cita del martes, Rosa. Gracias por decirlo.", "wait")]
    [InlineData("Su doctora llegó tarde a su cita, lo sentimos.", "wait")]
    [InlineData("Thanks, but your insurance denied the claim for your crown.", "billing")]
    [InlineData("Gracias por escribir, Luis. Su saldo de la cirugía está en la factura.", "billing")]
    [InlineData("Sorry that our nurse was rude at your visit, Tom.", "staff")]
    [InlineData("Disculpe que la recepcionista fuera grosera en su cita, Ana.", "staff")]
    [InlineData("We have no record of you as a patient here.", "wrong-practice")]
    [InlineData("Sorry that your root canal still hurts, Dan. Thank you for the feedback.", "care")]
    [InlineData("Your crown was done in March, Dan.", "unclear")]
    [InlineData("Always a pleasure having you and the kids in the chair, Monique!", "praise")]
    [InlineData("Wow, 5 stars! We knew those implants would change your life.", "praise")]
    [InlineData("Your new crown looks like the real thing, Dan!", "praise")]
    [InlineData("¡Qué linda quedó su sonrisa, Marta!", "praise")]
    [InlineData("To the lady who fainted in our waiting room: we hope that you feel better.", "unclear")]
    [InlineData("I'm sorry for the loss of your husband. The whole team thinks of him.", "loss")]
    [InlineData("Sentimos mucho el fallecimiento de su mamá, doña Inés.", "loss")]
    [InlineData("We miss her on the ward too.", "unclear")]
    [InlineData("Hi Joe, sorry about the wait on Monday. We'll waive your copay.", "wait")]
    [InlineData("So glad that your son's ear infection cleared up!", "praise")]
    public void The_reply_fits_what_the_text_answers_by_whole_words(string text, string kind)
    {
        Assert.Equal(kind, ReviewKind.Of(Evidence.Of(text, PostMode.Reply)));
        Assert.Contains(kind, SafeReplies.Kinds);
    }
}
