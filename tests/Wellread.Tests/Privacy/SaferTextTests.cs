using Wellread.Privacy;
using Wellread.Sharing;

namespace Wellread.Tests.Privacy;

/// <summary>A safer version is the editor's own text without what reveals somebody, where something is left of it.</summary>
public sealed class SaferTextTests
{
    [Theory]
    [InlineData(
        "Thank you all! Our nurse Tina and Dr. Yoo gave 300 shots. Little Ava, 6, was so brave after her tonsils came out. Book yours at 555-0100.",
        "Thank you all! Our nurse Tina and Dr. Yoo gave 300 shots. Book yours at 555-0100.")]
    [InlineData("Mrs. Hale, 71, had her hip fixed here. St. Mary's choir sings on Friday. Come at 5 p.m. and bring a friend.", "St. Mary's choir sings on Friday. Come at 5 p.m. and bring a friend.")]
    [InlineData("Flu shots are here every weekday. Karen Miller came in with pneumonia last week. She is so brave! Wash your hands often.", "Flu shots are here every weekday. Wash your hands often.")]
    [InlineData("Rosa Fuentes vino hoy por su tratamiento de diabetes. Las vacunas de la gripe ya llegaron. Llame a nuestra oficina para una cita.", "Las vacunas de la gripe ya llegaron. Llame a nuestra oficina para una cita.")]
    public void What_reveals_nobody_stays_as_it_is(string text, string safer) => Assert.Equal(safer, Assert.Single(Safer(text, PostMode.Post)));

    [Theory]
    [InlineData("Had to call the sheriff on a pill seeker again. Gray cap, drives a red truck with a dented door.", "truck")]
    [InlineData("Room 7 is vomiting again after the surgery. Pray for the night shift, everybody.", "Room 7")]
    [InlineData("A dad fainted in our delivery room again today. Congratulations to the new parents in room 8!", "room 8")]
    public void What_goes_on_about_somebody_goes_too(string text, string words) => Assert.DoesNotContain(words, Assert.Single(Safer(text, PostMode.Post)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Day 1 vs. day 90. Can you believe it's the same smile?")]
    [InlineData("Meet our biggest loser! Tanya dropped 84 pounds on our program. Swipe for pictures.")]
    [InlineData("Look who's back on her feet! Our favorite librarian, just 3 weeks after surgery.")]
    public void What_points_to_the_picture_of_a_patient_goes_too(string caption)
    {
        var safer = Assert.Single(Safer(caption, PostMode.Caption));
        Assert.EndsWith("Call our office.", safer, StringComparison.Ordinal);
        Assert.DoesNotContain(safer.Split(' '), word => word is "smile?" or "Swipe" or "Look" or "feet!");
    }

    [Theory]
    [InlineData("To the lady who fainted in our waiting room on Monday: we hope you feel better.", "en")]
    [InlineData("Thanks Karen! See you at your follow-up on March 3.", "en")]
    [InlineData("Gracias María, nos vemos en su cita el 3 de marzo.", "es")]
    public void A_post_is_not_answered_as_a_review(string text, string language)
    {
        var replies = SafeReplies.All.Select(reply => reply.Text).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(PostGuard.Check(text, ShareChannel.All[0], PostMode.Post, language).Safer, replies.Contains);
    }

    [Fact]
    public void Where_nothing_is_left_a_line_on_the_same_subject_is_given() =>
        Assert.Equal("Questions about cancer? Call our office.", Assert.Single(Safer("Karen Miller beat breast cancer in our clinic last week.", PostMode.Post)));

    private static System.Collections.Immutable.ImmutableArray<string> Safer(string text, PostMode mode) => PostGuard.Check(text, ShareChannel.All[0], mode, Wellread.Articles.LanguageDetector.DetectScored(text)).Safer;
}
