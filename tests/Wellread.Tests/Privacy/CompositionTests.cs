using System.Collections.Immutable;
using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

/// <summary>What facts together reveal a patient, and which one less does not.</summary>
public sealed class CompositionTests
{
    [Theory]
    [InlineData("reply", "The swelling went down as planned.", "Swelling goes down within days for most people.")]
    [InlineData("reply", "Your copay was waived.", "Copays depend on the plan.")]
    [InlineData("reply", "Her recovery is going well.", "Recovery takes about two weeks.")]
    [InlineData("reply", "Glad the crown fits!", "Glad this helps!")]
    [InlineData("post", "You came in with chest pain and the nurse helped.", "If you have chest pain, call 911.")]
    [InlineData("post", "We set a skateboarder's wrist this afternoon.", "Wrists heal in about six weeks.")]
    [InlineData("post", "A trucker from Route 9 got his cast off here today.", "Truckers often get back pain.")]
    [InlineData("post", "Estelle Whitmore finished her radiation.", "Radiation often takes six weeks.")]
    [InlineData("post", "Ayer operamos de la rodilla a un albañil.", "La rodilla duele más con el frío.")]
    [InlineData("caption", "First pair of glasses for this little guy.", "Our new glasses are in.")]
    public void What_happened_to_one_person_is_found_and_what_holds_for_all_is_not(string mode, string reveals, string harmless)
    {
        Assert.NotEmpty(Check(reveals, mode));
        Assert.Empty(Check(harmless, mode));
    }

    [Theory]
    [InlineData("Our patient has diabetes, so send her a fax at 406-555-0143.", MentionKind.Phone)]
    [InlineData("Es la única persona con rabia en nuestro condado.", MentionKind.RareTrait)]
    [InlineData("En el valle solo hay una familia con tuberculosis.", MentionKind.RareTrait)]
    internal void What_tells_who_it_is_may_stand_in_another_clause(string text, MentionKind kind) =>
        Assert.Contains(Check(text, "post"), finding => finding.Kind == kind);

    [Theory]
    [InlineData("Your skin may get red where the patches were placed. This is normal.")]
    [InlineData("You may be asked to give a blood sample before the scan.")]
    [InlineData("Your doctor uses this test to see whether parts of your heart are damaged.")]
    [InlineData("If your child has swallowed a magnet, go to the emergency room.")]
    [InlineData("Es posible que le pidan una muestra de sangre antes del estudio.")]
    [InlineData("Si le sacaron una muela, muerda la gasa media hora.")]
    public void What_holds_for_any_reader_is_left_alone(string text) => Assert.Empty(Check(text, "post"));

    [Theory]
    [InlineData("Imagine a man of 58 named Bob who skips his colonoscopy. Don't be Bob.")]
    [InlineData("Meet Biscuit, 4 years old, our certified therapy dog.")]
    [InlineData("I'm Jen, I'm a nurse here, and I was diagnosed with celiac at 31.")]
    [InlineData("Please welcome Dr. Folasade Adeyemi! She grew up in Toledo and starts seeing patients August 18.")]
    [InlineData("Dr. Stone and her husband welcomed a baby boy! She is on leave until July.")]
    public void Invented_cases_animals_and_colleagues_are_no_patients(string text) => Assert.Empty(Check(text, "post"));

    [Fact]
    public void A_consent_that_the_reply_speaks_of_is_no_permission_to_speak() =>
        Assert.NotEmpty(Check("You signed the consent form before the extraction and it lists numbness as a risk.", "reply"));

    [Theory]
    [InlineData("walked", true)]
    [InlineData("came", true)]
    [InlineData("llegó", true)]
    [InlineData("atendieron", true)]
    [InlineData("viniste", true)]
    [InlineData("llego", false)]
    [InlineData("need", false)]
    [InlineData("related", false)]
    [InlineData("walks", false)]
    [InlineData("existe", false)]
    [InlineData("was removed", true)]
    [InlineData("we quickly removed", true)]
    [InlineData("has been removed", true)]
    [InlineData("is usually removed", false)]
    [InlineData("may have been removed", false)]
    [InlineData("the removed", false)]
    [InlineData("as prescribed", false)]
    public void The_past_is_known_by_its_ending_or_by_the_list_and_by_the_words_before_it(string text, bool past)
    {
        var words = GuardWords.Of(text, []);
        Assert.Equal(past, PastTense.Is(words, words.Count - 1, text));
    }

    [Theory]
    [InlineData("To T.J.W. who came late", "T.J.W.")]
    [InlineData("J.T. from the body shop", "J.T.")]
    public void Initials_are_a_name(string text, string initials)
    {
        var words = GuardWords.Of(text, []);
        var name = Assert.Single(NameFinder.Find(text, words), run => run.Strength >= NameFinder.Sure);
        Assert.Equal(initials, text[words[name.First].Start..(words[name.Last - 1].End + 1)]);
    }

    [Theory]
    [InlineData("Made in the U.S. since 1950")]
    [InlineData("Open from 8 A.M. to 5 P.M.")]
    [InlineData("She got an I.U.D. in Washington D.C.")]
    [InlineData("Exercise does not raise the risk of A.L.S.")]
    [InlineData("Judge Says German Maker Must Continue To Sell Heating Pads")]
    public void Letters_of_places_times_and_devices_and_the_words_of_a_headline_are_no_name(string text) => Assert.DoesNotContain(NameFinder.Find(text, GuardWords.Of(text, [])), run => run.Strength >= NameFinder.Sure);

    [Theory]
    [InlineData("Ninety-six years old and just got fitted for her first hearing aids.", MentionKind.OldAge, "Ninety-six years old")]
    [InlineData("Cumplió noventa y dos años y vino a su control.", MentionKind.OldAge, "noventa y dos años")]
    [InlineData("We put a cast on a fourteen-year-old wrestler today.", MentionKind.Age, "fourteen-year-old")]
    internal void Ages_in_words_are_read(string text, MentionKind kind, string age) =>
        Assert.Contains(PostGuard.Check(text, PostMode.Post).Findings, finding => finding.Kind == kind && text[finding.Start..finding.End].Contains(age, StringComparison.Ordinal));

    private static ImmutableArray<GuardFinding> Check(string text, string mode) => PostGuard.Check(text, Enum.Parse<PostMode>(mode, ignoreCase: true)).Findings;
}
