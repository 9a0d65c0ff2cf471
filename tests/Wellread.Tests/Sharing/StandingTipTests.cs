using Wellread.Sharing;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>Advice that would do harm, or say nothing, alone at the top of a post.</summary>
public sealed class StandingTipTests
{
    [Theory]
    [InlineData("Choking baby: what to do right now", "Is the baby coughing hard? Let the baby cough.", "en")]
    [InlineData("When your child coughs", "Is the baby coughing hard? Let the baby cough.", "en")]
    [InlineData("Bee sting allergy: use the pen first", "Hold for three seconds.", "en")]
    [InlineData("Eye drops recalled in 30 states", "Stop using the drops.", "en")]
    [InlineData("Tampons and your health", "Do not wear one overnight.", "en")]
    [InlineData("A man fell ill after vaping", "Seek care at once.", "en")]
    [InlineData("What a weak arm can tell", "Call 911 right away.", "en")]
    [InlineData("A child in a hot car", "Put your bag in the back seat.", "en")]
    [InlineData("How blood is tested", "Go to the bathroom before the test.", "en")]
    [InlineData("Your eyes at 60", "Remember, low pressure in the eye helps save sight.", "en")]
    [InlineData("How to calm down", "Breathe in for four.", "en")]
    [InlineData("Your first visit", "Bring a friend.", "en")]
    [InlineData("Low mood at night", "Do not give medicine first.", "en")]
    [InlineData("What to do about sugar", "Eat 15 grams of sugar.", "en")]
    [InlineData("How to give a syrup", "Use the syringe that comes with it.", "en")]
    [InlineData("Pills and grapefruit", "Ask your pharmacist about yours.", "en")]
    [InlineData("Toothache", "See one within a day for pain that keeps you awake.", "en")]
    [InlineData("A sore arm", "See a doctor if it is bigger than your palm.", "en")]
    [InlineData("Masks at home", "Wear a mask for five more days.", "en")]
    [InlineData("Aspirin each day", "People who had a stroke should keep taking it.", "en")]
    [InlineData("A weak arm", "Do not wait for signs.", "en")]
    [InlineData("Hives", "For mild hives, take an antihistamine.", "en")]
    [InlineData("A blister", "Do not pop it with a pin.", "en")]
    [InlineData("A sore foot", "See a doctor if you can't walk on it.", "en")]
    [InlineData("Opioids", "Give a second dose after three minutes if there is no change.", "en")]
    [InlineData("Insulin in a hot car", "Ask your pharmacist if you are not sure.", "en")]
    [InlineData("A burn on the hand", "Vaya al médico si es más grande que su mano.", "es")]
    [InlineData("Una espina", "Llame al médico si no sale.", "es")]
    [InlineData("Insulina en casa", "Nunca la congele en casa.", "es")]
    public void A_step_or_a_call_without_its_reason_is_no_tip(string title, string summary, string language) => Assert.Equal(ShareTone.Plain, Offer(Article(title, summary, language), ShareTone.Tip).Draft.Tone);

    [Theory]
    [InlineData("Choking baby: what to do right now", "Call 911 if the baby cannot breathe.", "en")]
    [InlineData("Eye drops recalled in 30 states", "Ask your pharmacist if your bottle is one of them.", "en")]
    [InlineData("Sleep well", "How can you sleep better? Go to bed at the same time each night.", "en")]
    [InlineData("A weak heart", "Know the signs of a heart attack.", "en")]
    [InlineData("Back pain", "See a doctor if it hurts to stand up.", "en")]
    [InlineData("New foods", "Give one new food at a time to your baby.", "en")]
    [InlineData("El humo", "Hable con su médico si fuma.", "es")]
    [InlineData("Your first visit", "Bring a list of your medicines.", "en")]
    public void One_that_says_when_is(string title, string summary, string language) => Assert.Equal(ShareTone.Tip, Offer(Article(title, summary, language), ShareTone.Tip).Draft.Tone);
}
