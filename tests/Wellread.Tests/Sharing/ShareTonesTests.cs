using Wellread.Sharing;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>Which questions and tips a text opens with.</summary>
public sealed class ShareTonesTests
{
    [Theory]
    [InlineData("How much water do you need?", "Most people need six cups a day.", "en", "How much water do you need?")]
    [InlineData("Flu shots", "Can a flu shot give you the flu? No, it can't.", "en", "Can a flu shot give you the flu?")]
    [InlineData("How to sleep better", "Go to bed at the same time each night.", "en", "Do you know how to sleep better?")]
    [InlineData("How to Prevent Lyme Disease", "Check your skin for ticks.", "en", "Do You Know How to Prevent Lyme Disease?")]
    [InlineData("Lyme Disease: How to Prevent It", "Check your skin for ticks.", "en", "Lyme Disease: Do You Know How to Prevent It?")]
    [InlineData("Hay fever: what to do", "Close the windows in the morning.", "en", "Hay fever: do you know what to do?")]
    [InlineData("Fiebre en niños: cuándo llamar al médico", "Llame si hay dolor.", "es", "Fiebre en niños: ¿sabe usted cuándo llamar al médico?")]
    [InlineData("what causes hay fever??", "Pollen does.", "en", "What causes hay fever?")]
    [InlineData("What to do about hay fever", "Close the windows in the morning.", "en", "Do you know what to do about hay fever?")]
    [InlineData("Hay fever season", "What is hay fever? It is an allergy to pollen.", "en", "What is hay fever?")]
    [InlineData("Cómo dormir mejor", "Acuéstese a la misma hora cada noche.", "es", "¿Sabe usted cómo dormir mejor?")]
    [InlineData("How much water do you need?", "", "en", "How much water do you need?")]
    [InlineData("Diaper rash: What causes it?", "", "en", "Diaper rash: What causes it?")]
    [InlineData("Dental phobia: How to overcome fear of the dentist", "None of us like it.", "en", "Dental phobia: do you know how to overcome fear of the dentist?")]
    [InlineData("La gripe: ¿qué es?", "", "es", "La gripe: ¿qué es?")]
    [InlineData("La alergia", "¿Qué es la alergia? Es una reacción del cuerpo.", "es", "¿Qué es la alergia?")]
    public void A_question_is_the_articles_own(string title, string summary, string language, string expected)
    {
        var offer = Offer(Article(title, summary, language), ShareTone.Question);
        Assert.Equal(ShareTone.Question, offer.Draft.Tone);
        Assert.Equal(expected, FirstLine(offer));
    }

    [Theory]
    [InlineData("Do you have diabetes?", "Get tested.")]
    [InlineData("Hay fever", "Are you always sneezing? It may be pollen.")]
    [InlineData("Hay fever", "\"Why me?\" she asked. It is the pollen.")]
    [InlineData("Hay fever", "Why did my doctor say no? I never asked.")]
    [InlineData("Hay fever", "It comes in spring. What can be done?")]
    [InlineData("Can coffee cure hay fever?", "A new study looks at coffee.")]
    [InlineData("Hay fever", "How many times have you sneezed today? It may be pollen.")]
    [InlineData("Why this fruit is so good", "It has many vitamins.")]
    [InlineData("Hay fever comes early", "Pollen counts are high.")]
    [InlineData("Why are so many people sick", "The flu is here.")]
    [InlineData("When it's not long, but medium COVID?", "It lasts for weeks.")]
    [InlineData("How to live longer: the best sport - what is it?", "It is tennis.")]
    [InlineData("How to make a mask after new rules revealed", "Take a cloth.")]
    [InlineData("My three losses: why is it so hidden?", "Nobody speaks of it.")]
    [InlineData("Study: Which message won over most people?", "It was a short one.")]
    [InlineData("Two dead after flu: what to do", "Get a flu shot.")]
    [InlineData("What is eye problems?", "Eyes can get dry.")]
    [InlineData("How art can help the mind?", "It calms.")]
    [InlineData("Why check-ups have become rare in some towns?", "They cost time.")]
    [InlineData("Pizza at home", "Who doesn't like pizza? It is a treat at home.")]
    [InlineData("Your thoughts: who is at fault?", "Tell them.")]
    [InlineData("Why the outbreak could top $4 billion", "It costs a lot.")]
    [InlineData("Analysis: how to make tests cheaper", "It takes time.")]
    [InlineData("How to make check-ups an easier sell", "It takes time.")]
    [InlineData("¿Tiene usted diabetes?", "Hágase una prueba.")]
    public void Without_a_question_that_fits_everyone_the_text_is_plain_and_says_so(string title, string summary)
    {
        var offer = Offer(Article(title, summary, title.StartsWith('¿') ? "es" : "en"), ShareTone.Question);
        Assert.Equal(ShareTone.Plain, offer.Draft.Tone);
        Assert.Equal(title, FirstLine(offer));
        Assert.Contains(offer.Warnings, warning => warning.StartsWith("The article has no question", StringComparison.Ordinal));
        Assert.DoesNotContain(ShareTone.Question, offer.Draft.Tones);
    }

    [Theory]
    [InlineData("Flu season is here. Wash your hands often.", "en", "Tip: Wash your hands often.")]
    [InlineData("Talk to your doctor about a flu shot.", "en", "Tip: Talk to your doctor about a flu shot.")]
    [InlineData("Do not share cups or forks.", "en", "Tip: Do not share cups or forks.")]
    [InlineData("Adults should sleep at least seven hours.", "en", "Tip: Adults should sleep at least seven hours.")]
    [InlineData("Breathe in slowly through your nose.", "en", "Tip: Breathe in slowly through your nose.")]
    [InlineData("Offer your child water with meals.", "en", "Tip: Offer your child water with meals.")]
    [InlineData("Let your child pick a fruit.", "en", "Tip: Let your child pick a fruit.")]
    [InlineData("Don't share towels at the gym.", "en", "Tip: Don't share towels at the gym.")]
    [InlineData("Get a flu shot this winter.", "en", "Tip: Get a flu shot this winter.")]
    [InlineData("Remember that a burn can come through clouds.", "en", "Tip: Remember that a burn can come through clouds.")]
    [InlineData("Walk every day after meals.", "en", "Tip: Walk every day after meals.")]
    [InlineData("La gripe llega en otoño. Lávese las manos con agua y jabón.", "es", "Consejo: Lávese las manos con agua y jabón.")]
    [InlineData("No fume en casa.", "es", "Consejo: No fume en casa.")]
    public void A_tip_is_a_sentence_of_advice_from_the_article(string summary, string language, string expected)
    {
        var offer = Offer(Article(language == "es" ? "La gripe" : "The flu", summary, language), ShareTone.Tip);
        Assert.Equal(ShareTone.Tip, offer.Draft.Tone);
        Assert.Equal(expected, FirstLine(offer));
        Assert.Contains(language == "es" ? "Lea más: La gripe" : "Read more: The flu", offer.CopyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The flu", "Exercise lowers blood pressure.", "en")]
    [InlineData("The flu", "Sleep is good for the heart.", "en")]
    [InlineData("The flu", "Use of opioids is rising.", "en")]
    [InlineData("The flu", "Exercise in old age keeps people well.", "en")]
    [InlineData("The flu", "Call to protect nurses grows.", "en")]
    [InlineData("The flu", "Men should have one drink, say new rules.", "en")]
    [InlineData("The flu", "Wash your hands and then ...", "en")]
    [InlineData("The flu", "Get the latest stories by mail.", "en")]
    [InlineData("Wash your hands now", "It is flu season.", "en")]
    [InlineData("Sleep Less, Eat More, Gain Weight", "", "en")]
    [InlineData("Exercise for more than looks, teens tell teachers", "", "en")]
    [InlineData("The flu", "Learn more on the next page.", "en")]
    [InlineData("The flu", "Get our newsletter every week.", "en")]
    [InlineData("The flu", "Try these five ideas.", "en")]
    [InlineData("The flu", "\"Drink bleach,\" a man said.", "en")]
    [InlineData("The flu", "It is a myth. Take garlic for the flu.", "en")]
    [InlineData("Five myths about the flu", "Take garlic every day.", "en")]
    [InlineData("The flu", "Don't expect a baby boom now.", "en")]
    [InlineData("The flu", "Don't let the flu get you down.", "en")]
    [InlineData("The flu", "Avoid him like the plague!", "en")]
    [InlineData("The flu", "Try this face pack at home.", "en")]
    [InlineData("The flu", "Pour that cup down the drain.", "en")]
    [InlineData("The flu", "Eat salt with your food if you are dizzy: Dr Example.", "en")]
    [InlineData("The flu", "Take garlic each day. That is not true.", "en")]
    [InlineData("The flu", "Take garlic each day. But there is no proof that it hel ...", "en")]
    [InlineData("The flu", "Researchers should look into it.", "en")]
    [InlineData("La gripe", "Reduce el riesgo de infarto.", "es")]
    [InlineData("La gripe", "Coma diabético: qué es y qué no.", "es")]
    public void What_is_no_advice_is_no_tip(string title, string summary, string language)
    {
        var offer = Offer(Article(title, summary, language), ShareTone.Tip);
        Assert.Equal(ShareTone.Plain, offer.Draft.Tone);
        Assert.Contains(offer.Warnings, warning => warning.StartsWith("The article gives no tip", StringComparison.Ordinal));
    }
}
