using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

/// <summary>What is told of a case beside a name is a finding of its own, and what only looks like it is none.</summary>
public sealed class CaseDetailTests
{
    [Theory]
    [InlineData("Our patient Tom Reed speaks on Friday at 7.", "Tom Reed")]
    [InlineData("Our patient Ellen Moss runs the 5K with us on Saturday.", "Ellen Moss")]
    [InlineData("It's Breast Cancer Awareness Month. Ask our patient Gloria Sandoval, who found hers early. Book your mammogram today.", "Gloria Sandoval")]
    [InlineData("Nuestra paciente Rosa Díaz habla el viernes.", "Rosa Díaz")]
    public void A_name_that_is_called_a_patient_is_stopped_whatever_else_the_post_is_about(string text, string name)
    {
        var result = PostGuard.Check(text, PostMode.Post);
        Assert.Equal(PostVerdict.Block, result.Verdict);
        Assert.Contains(name, result.Findings.Select(finding => text[finding.Start..finding.End]));
    }

    [Theory]
    [InlineData("Our patient portal has a new look.")]
    [InlineData("Thank our patient and kind Dr. Reed this week.")]
    public void Who_helps_patients_is_none(string text) => Assert.Empty(PostGuard.Check(text, PostMode.Post).Findings);

    [Theory]
    [InlineData("Hi")]
    [InlineData("Hello! \ud83d\ude0a")]
    [InlineData("Good morning, everyone!")]
    [InlineData("You\u2019re welcome!")]
    [InlineData("Happy Friday! Have a great weekend, all.")]
    [InlineData("¡Buen fin de semana a todos!")]
    public void A_greeting_to_everybody_is_left_alone(string text)
    {
        foreach (var mode in Enum.GetValues<PostMode>()) Assert.Empty(PostGuard.Check(text, mode).Findings);
    }

    [Theory]
    [InlineData("Thanks Karen! Your HbA1c was 6.1.", "HbA1c")]
    [InlineData("Hi Dana, your MRI showed a torn meniscus.", "MRI")]
    [InlineData("Karen, the metformin we prescribed should help.", "metformin")]
    [InlineData("Thank you, Karen. Your blood pressure of 150/95 worried us.", "blood pressure")]
    [InlineData("Hi Tom, so glad the root canal went well.", "root canal")]
    [InlineData("Gracias Rosa, su glucosa salió en 210.", "glucosa")]
    [InlineData("¡Gracias, Rosa! Su hemoglobina glucosilada bajó a 6.1.", "hemoglobina")]
    [InlineData("Rosa, la metformina que le recetamos ayuda.", "metformina")]
    public void A_case_detail_beside_a_name_is_a_finding_of_its_own(string text, string detail)
    {
        var findings = PostGuard.Check(text, PostMode.Reply).Findings;
        var place = text.IndexOf(detail, StringComparison.Ordinal);
        Assert.Contains(findings, finding => finding.Kind == MentionKind.Name);
        Assert.Contains(findings, finding => finding.Kind is MentionKind.PatientStatus or MentionKind.CaseDetail && finding.Start <= place && place < finding.End);
    }

    [Theory]
    [InlineData("Clinic hours change on Jan 2.", PostMode.Post)]
    [InlineData("Free blood pressure checks on Jan 8!", PostMode.Post)]
    [InlineData("The clinic is closed from Dec 24 to Jan 2.", PostMode.Post)]
    [InlineData("Dental clinic closed Jan 1 and 2.", PostMode.Post)]
    [InlineData("We're sorry you had a bad experience.", PostMode.Reply)]
    [InlineData("Sorry you had trouble with our website. It is fixed now.", PostMode.Reply)]
    [InlineData("Thank you for your review.", PostMode.Reply)]
    [InlineData("Thanks for your review!", PostMode.Reply)]
    [InlineData("Happy holidays to you and yours!", PostMode.Reply)]
    [InlineData("Dr. Lee's license number is MD12345.", PostMode.Post)]
    [InlineData("Medical license #A98765 - Dr. Ruiz", PostMode.Post)]
    [InlineData("License #A98765, Dr. Ruiz", PostMode.Post)]
    [InlineData("Pharmacy license # PHY 48213", PostMode.Post)]
    [InlineData("Nurse Kim renewed her nursing license RN482134 today.", PostMode.Post)]
    [InlineData("We take Blue Shield PPO, plan number 3345.", PostMode.Post)]
    [InlineData("Open enrollment: plan H1234-001 starts Jan 1.", PostMode.Post)]
    internal void What_only_looks_like_a_patients_is_left_alone(string text, PostMode mode) => Assert.Empty(PostGuard.Check(text, mode).Findings);

    [Theory]
    [InlineData("Jan was here for her root canal on Monday.")]
    [InlineData("We loved having Jan and her new crown in the chair.")]
    public void Jan_is_a_name_where_no_day_follows(string text) => Assert.NotEqual(PostVerdict.Clear, PostGuard.Check(text, PostMode.Post).Verdict);

    [Theory]
    [InlineData("Found: driver's license D4821937", MentionKind.LicenceNumber)]
    [InlineData("We found a driver's license, number D4821937", MentionKind.LicenceNumber)]
    [InlineData("Dr. Ruiz found a driver's license D4821937 in room 2.", MentionKind.LicenceNumber)]
    [InlineData("Dr. Ruiz saw the car: license plate 7ABC123.", MentionKind.Plate)]
    internal void A_drivers_license_is_a_persons(string text, MentionKind kind) => Assert.Contains(PostGuard.Check(text, PostMode.Post).Findings, finding => finding.Kind == kind);
}
