using Wellread.Privacy;

namespace Wellread.Tests.Privacy;

/// <summary>Each of the 18 identifiers of 45 CFR 164.514(b)(2)(i) is found in both languages, and what only looks like it is left alone.</summary>
public sealed class EighteenIdentifiersTests
{
    private static readonly (string Letter, string Reveals, string Harmless)[] English =
    [
        ("A", "Karen Whitfield came in for her root canal today.", "Parkinson's disease is more common after 60."),
        ("B", "Our patient with the heart attack lives at 418 Maple Street.", "Our office is at 418 Maple Street."),
        ("C", "Our patient had her hip surgery on March 3.", "Flu shots start on March 3."),
        ("D", "Our patient with the broken hip wants cards: call her at 415-555-0142.", "To book a visit, call our office at 415-555-0142."),
        ("E", "Our patient with diabetes: her fax is 415-555-0143.", "Send the form to our office by fax: 415-555-0143."),
        ("F", "Our patient with shingles would love notes: write to her at rosie.w@example.com.", "Questions? Write to our office at hello@example.com."),
        ("G", "SSN 512-44-8093", "Lot 512-44-80931 of this cream is recalled."),
        ("H", "MRN 00482913", "Charts in 2025 show that teeth last longer."),
        ("I", "Her member ID is XKD448120097.", "Medicare answers calls at 1-800-633-4227."),
        ("J", "Account number 2231-8845 is past due.", "Open an account on our portal in 5 minutes."),
        ("K", "His passport number is 512345678.", "Bring your passport to our travel clinic."),
        ("L", "VIN 1M8GDM9AXKP042788", "Four wheels or two: wear a belt or a helmet."),
        ("M", "The pacemaker has serial number PJK440192.", "Model 3000 thermometers read too low."),
        ("N", "Her story: https://clinic.example/patients/harold-nguyen", "New here? https://clinic.example/patients/new-patient-forms"),
        ("O", "The request came from 203.0.113.44.", "Update the app to version 10.3.1."),
        ("P", "Here is the retina scan of our patient from this week.", "A retinal scan can find diabetes early."),
        ("Q", "Check out this before and after of our patient's smile!", "Wash your hands before and after meals."),
        ("R", "She is the only case of rabies in our county this year.", "Rabies is rare, and shots work well."),
    ];

    private static readonly (string Letter, string Reveals, string Harmless)[] Spanish =
    [
        ("A", "Rosa Fuentes vino hoy por su tratamiento de diabetes.", "La enfermedad de Parkinson es más común después de los 60."),
        ("B", "Nuestra paciente con asma vive en la calle Olmo 418.", "Nuestra oficina está en la calle Olmo 418."),
        ("C", "Nuestra paciente se operó de la rodilla el 3 de marzo.", "Las vacunas de la gripe llegan el 3 de marzo."),
        ("D", "Nuestra paciente con cáncer quiere hablar: llámela al 415-555-0142.", "Para una cita, llame a nuestra oficina al 415-555-0142."),
        ("E", "Nuestra paciente tiene diabetes: mándele un fax al 415-555-0143.", "Mande el formulario a nuestra oficina por fax: 415-555-0143."),
        ("F", "Nuestra paciente con cáncer quiere cartas: escríbale a rosa.f@example.com.", "¿Preguntas? Escriba a nuestra oficina: hola@example.com."),
        ("G", "Su seguro social es 512 44 8093.", "El lote 512-44-80931 de esta crema se retira."),
        ("H", "número de expediente 4471902", "Pida su expediente cuando quiera."),
        ("I", "Su póliza es ABC-987654.", "Medicare contesta en el 1-800-633-4227."),
        ("J", "La factura 22318845 sigue sin pagar.", "Abra una cuenta en nuestro portal en 5 minutos."),
        ("K", "Su número de pasaporte es G12345678.", "Traiga su pasaporte a la clínica del viajero."),
        ("L", "Su placa es 8KTR552.", "La placa en los dientes causa caries."),
        ("M", "El marcapasos tiene número de serie PJK440192.", "Los termómetros del modelo 3000 miden mal."),
        ("N", "Su historia: https://clinica.example/pacientes/carlos-diaz", "¿Es nuevo aquí? https://clinica.example/pacientes/formularios"),
        ("O", "La pregunta llegó de 203.0.113.44.", "Ponga al día la aplicación: versión 10.3.1."),
        ("P", "Esta es la huella digital de nuestra paciente.", "Entre a la aplicación con su huella digital."),
        ("Q", "Foto de antes y después de nuestra paciente.", "Lave sus manos antes y después de comer."),
        ("R", "Ella es el único caso de rabia en nuestro condado este año.", "La rabia es rara, y las vacunas sirven."),
    ];

    public static TheoryData<string, string, string> Identifiers()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var (letter, reveals, harmless) in English.Concat(Spanish)) rows.Add(letter, reveals, harmless);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void An_identifier_is_found_and_its_look_alike_is_not(string letter, string reveals, string harmless)
    {
        // A fax number is written as a telephone's is.
        var expected = letter == "E" ? "D" : letter;
        Assert.Contains(PostGuard.Check(reveals, PostMode.Post).Findings, finding => FindingWords.LetterOf(finding.Kind) == expected);
        Assert.Empty(PostGuard.Check(harmless, PostMode.Post).Findings);
    }

    [Fact]
    public void Both_languages_have_all_eighteen()
    {
        var all = Enumerable.Range('A', 18).Select(letter => ((char)letter).ToString()).ToList();
        Assert.Equal(all, English.Select(row => row.Letter));
        Assert.Equal(all, Spanish.Select(row => row.Letter));
    }

    [Theory]
    [InlineData("Her fingerprint is in the picture.", "Her fingerprint")]
    [InlineData("Voiceprint ID 4482-1971", "4482-1971")]
    [InlineData("Listen to the voice print of Karen Whitfield.", "voice print of Karen Whitfield")]
    [InlineData("Este es el escaneo de retina de una paciente.", "escaneo de retina de una paciente")]
    [InlineData("huella dactilar número 88213-A", "88213-A")]
    public void What_the_body_tells_is_found_where_it_stands(string text, string place) =>
        Assert.Contains(PostGuard.Check(text, PostMode.Post).Findings, finding => finding.Kind == MentionKind.Biometric && text[finding.Start..finding.End] == place);

    [Theory]
    [InlineData("Log in to our app with a face scan or your fingerprint.")]
    [InlineData("Our patient portal now takes a fingerprint.")]
    [InlineData("Volunteers need fingerprints by 2026.")]
    [InlineData("Un escaneo de retina toma 5 minutos y no duele.")]
    public void How_people_sign_in_and_are_examined_is_left_alone(string text) => Assert.Empty(PostGuard.Check(text, PostMode.Post).Findings);
}
