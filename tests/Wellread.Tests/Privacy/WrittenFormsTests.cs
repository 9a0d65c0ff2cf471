using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

/// <summary>The forms in which identifiers are written in English and Spanish: each is found as what it is, stopped, and marked where it stands.</summary>
public sealed class WrittenFormsTests
{
    [Theory]
    [InlineData("Her cell is 415-867-2290, so ring her about the biopsy.", "415-867-2290")]
    [InlineData("Call the patient's mom at (415) 867-2290", "(415) 867-2290")]
    [InlineData("You can reach the father of the boy we cast today at 415-867-2290", "415-867-2290")]
    [InlineData("Text 208-555-0147, that's the cell of the dad whose son we stitched up", "208-555-0147")]
    [InlineData("Fax his results to 415-867-2290", "415-867-2290")]
    [InlineData("Email maria.lopez@gmail.com about her biopsy", "maria.lopez@gmail.com")]
    [InlineData("Send the scan to j.smith84@yahoo.com, he had it done here", "j.smith84@yahoo.com")]
    [InlineData("Su celular es 415-867-2290, ella espera la llamada", "415-867-2290")]
    [InlineData("Llámela al 415-867-2290 por su biopsia", "415-867-2290")]
    [InlineData("Llame a la mamá del niño al 415-867-2290.", "415-867-2290")]
    [InlineData("Mándele un correo a rosa.f@hotmail.com", "rosa.f@hotmail.com")]
    public void A_patients_own_number_or_mail_is_found_without_a_name(string text, string contact)
    {
        foreach (var mode in Enum.GetValues<PostMode>())
        {
            var finding = Assert.Single(PostGuard.Check(text, mode).Findings, finding => finding.Kind is MentionKind.Phone or MentionKind.Email);
            Assert.Equal((FindingSeverity.Block, contact), (finding.Severity, text[finding.Start..finding.End]));
        }
    }

    [Theory]
    [InlineData("We reached you at 415-867-2290 twice.")]
    [InlineData("Your cell is 415-867-2290, right?")]
    [InlineData("Le escribimos a rosa.f@hotmail.com ayer.")]
    public void The_number_of_the_one_who_is_answered_is_found(string text) =>
        Assert.Contains(PostGuard.Check(text, PostMode.Reply).Findings, finding => finding.Kind is MentionKind.Phone or MentionKind.Email && finding.Severity == FindingSeverity.Block);

    [Theory]
    [InlineData("If your child has a fever, call her doctor at 415-867-2290.")]
    [InlineData("Call our front desk at 415-867-2290 or write to hello@oakclinic.example.")]
    [InlineData("Dads: call us at 415-867-2290 to plan your checkup.")]
    [InlineData("To plan her first visit, call 415-867-2290.")]
    [InlineData("Our nurse Tina answers texts. Her number is 415-867-2290.")]
    [InlineData("Dr. Patel takes new patients. Call his office at 415-867-2290.")]
    [InlineData("Tell a friend who needs to talk: call 1-800-662-4357.")]
    [InlineData("Para una cita con la doctora Ruiz, llame a su consultorio al 415-867-2290.")]
    [InlineData("Llámenos al 415-867-2290 si tiene preguntas.")]
    public void The_numbers_of_the_office_of_staff_and_of_help_lines_stay_clear(string text) => Assert.Empty(PostGuard.Check(text, PostMode.Post).Findings);

    [Theory]
    [InlineData("Expediente n.º 48213", MentionKind.RecordNumber, "48213")]
    [InlineData("Expediente nº 48213-7", MentionKind.RecordNumber, "48213-7")]
    [InlineData("Nro. de expediente: 48213", MentionKind.RecordNumber, "48213")]
    [InlineData("n.º de historia 48213", MentionKind.RecordNumber, "48213")]
    [InlineData("NHC: 48213", MentionKind.RecordNumber, "48213")]
    [InlineData("Paciente n.º 48213 no vino", MentionKind.RecordNumber, "48213")]
    [InlineData("Pt. 448213 no-show", MentionKind.RecordNumber, "448213")]
    [InlineData("Reminder to patient 448213: your refill is ready", MentionKind.RecordNumber, "448213")]
    [InlineData("The MRN on the bracelet reads 4821377", MentionKind.RecordNumber, "4821377")]
    [InlineData("4821377 is her MRN", MentionKind.RecordNumber, "4821377")]
    [InlineData("MRN-00482913", MentionKind.RecordNumber, "00482913")]
    [InlineData("536228417 is her social", MentionKind.Ssn, "536228417")]
    [InlineData("Soc Sec No 536-22-8417", MentionKind.Ssn, "536-22-8417")]
    [InlineData("SSN ending in 8417", MentionKind.Ssn, "8417")]
    [InlineData("los últimos cuatro de su seguro social: 8417", MentionKind.Ssn, "8417")]
    [InlineData("birthdate: 4 Mar 1958", MentionKind.BirthDate, "4 Mar 1958")]
    [InlineData("DOB on file: 3-4-58", MentionKind.BirthDate, "3-4-58")]
    [InlineData("d.o.b. 1958-03-04", MentionKind.BirthDate, "1958-03-04")]
    [InlineData("Patient born 03/04/1958 admitted", MentionKind.BirthDate, "03/04/1958")]
    [InlineData("born on March 4, 1958 and seen in our clinic", MentionKind.BirthDate, "March 4, 1958")]
    [InlineData("Born the fourth of March, 1958, our patient", MentionKind.BirthDate, "fourth of March, 1958")]
    [InlineData("March 4, 1958 is her birthday", MentionKind.BirthDate, "March 4, 1958")]
    [InlineData("nacida el 4 de marzo de 1958, operada aquí", MentionKind.BirthDate, "4 de marzo de 1958")]
    [InlineData("Nació el cuatro de marzo de 1958", MentionKind.BirthDate, "cuatro de marzo de 1958")]
    [InlineData("She's 92 and had her knee done here", MentionKind.OldAge, "92")]
    [InlineData("celebrated her 100th birthday on our ward", MentionKind.OldAge, "100th")]
    [InlineData("She turned ninety-two in our rehab wing", MentionKind.OldAge, "turned ninety-two")]
    [InlineData("paciente de noventa y cinco años salió hoy", MentionKind.OldAge, "noventa y cinco años")]
    [InlineData("Nuestra paciente tiene 97 años y salió de su cirugía", MentionKind.OldAge, "97 años")]
    internal void An_identifier_is_found_however_it_is_written(string text, MentionKind kind, string value)
    {
        var finding = Assert.Single(PostGuard.Check(text, PostMode.Post).Findings, finding => finding.Kind == kind);
        Assert.Equal(FindingSeverity.Block, finding.Severity);
        Assert.Contains(value, text[finding.Start..finding.End], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Our hospital number is 415-867-2290.")]
    [InlineData("A record 48213 people got vaccinated here.")]
    [InlineData("Record number of visits: 48213 in 2025!")]
    [InlineData("Call 555-0100: medical records is open until 4.")]
    [InlineData("Patient satisfaction score: 4821377 points")]
    [InlineData("Su número de paciente está en la tarjeta.")]
    [InlineData("El expediente clínico electrónico es más fácil de usar desde 2025.")]
    [InlineData("Adults born before January 1, 1957 do not need the MMR shot.")]
    [InlineData("If your child was born on March 3 or later, ask for the new RSV shot.")]
    [InlineData("Florence Nightingale was born on May 12, 1820. We thank all nurses.")]
    [InlineData("Our clinic turns 90 years old today!")]
    [InlineData("Our building is 92 years old.")]
    [InlineData("Nuestro hospital cumple 100 años.")]
    [InlineData("People over 90 fall more often. Ask about balance classes.")]
    [InlineData("Si tiene más de 90 años, pregunte por la vacuna.")]
    public void What_only_looks_like_one_is_left_alone(string text) => Assert.Empty(PostGuard.Check(text, PostMode.Post).Findings);
}
