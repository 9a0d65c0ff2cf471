using Wellread.Privacy;
using Wellread.Sharing;

namespace Wellread.Tests.Privacy;

/// <summary>What the guard finds, what it leaves alone, and where it says that it found it.</summary>
public sealed class PostGuardTests
{
    public static TheoryData<string, string> Revealing() => Posts(reveals: true);

    public static TheoryData<string, string> Harmless() => Posts(reveals: false);

    private static TheoryData<string, string> Posts(bool reveals)
    {
        var posts = new TheoryData<string, string>();
        foreach (var post in OwnPost.All.Where(post => post.Reveals == reveals)) posts.Add(post.Mode.ToString(), post.Text);
        return posts;
    }

    [Theory]
    [MemberData(nameof(Revealing))]
    public void A_post_that_reveals_a_patient_is_found(string mode, string text) => Assert.NotEqual(PostVerdict.Clear, Check(text, mode).Verdict);

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_practices_post_every_day_is_left_alone(string mode, string text) => Assert.Empty(Check(text, mode).Findings);

    [Fact]
    public void Nineteen_in_twenty_that_are_found_are_stopped()
    {
        var found = OwnPost.All.Where(post => post.Reveals).ToList();
        Assert.InRange(found.Count(post => PostGuard.Check(post.Text, post.Mode).Verdict == PostVerdict.Warn), 0, found.Count / 20);
    }

    [Theory]
    [InlineData("your ")]
    [InlineData("Mary ")]
    [InlineData("A ")]
    [InlineData("1-")]
    [InlineData("5551234567 ")]
    [InlineData("12/12 ")]
    [InlineData("chart # ")]
    [InlineData("a.com/")]
    [InlineData("a@")]
    [InlineData("1:")]
    [InlineData("Hi Mary! ")]
    [InlineData("see you at your ")]
    [InlineData("glad your knee ")]
    [InlineData("e\u0301")]
    [InlineData("\ud83e\uddb7")]
    [InlineData("\ud83e")]
    [InlineData("\ufffe")]
    [InlineData("\uffff")]
    [InlineData("\ufdd0")]
    [InlineData("\ud83f\udffe")]
    [InlineData("\n")]
    public void A_text_made_to_trouble_it_is_read_to_its_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 10_000 / unit.Length));
        Assert.All(PostGuard.Check(text, PostMode.Reply).Findings, finding => Assert.InRange(finding.End, finding.Start + 1, text.Length));
    }

    [Fact]
    public void The_own_posts_are_many_and_varied()
    {
        Assert.True(OwnPost.All.Count(post => post.Reveals) >= 60);
        Assert.True(OwnPost.All.Count(post => !post.Reveals) >= 90);
        Assert.True(OwnPost.All.Count(post => post.Language == "es") >= 48);
        Assert.True(OwnPost.All.Select(post => post.Field).Distinct().Count() >= 10);
    }

    [Theory]
    [InlineData("Social 512-44-8093", MentionKind.Ssn, "512-44-8093")]
    [InlineData("SSN 512448093", MentionKind.Ssn, "512448093")]
    [InlineData("SSN: 987-65-4321", MentionKind.Ssn, "987-65-4321")]
    [InlineData("su seguro social es 512 44 8093", MentionKind.Ssn, "512 44 8093")]
    [InlineData("SSN \uFF15\uFF11\uFF12\u201144\u20118093", MentionKind.Ssn, "\uFF15\uFF11\uFF12\u201144\u20118093")]
    [InlineData("Call 5\u200B12-44-80\u200B93", MentionKind.Ssn, "5\u200B12-44-80\u200B93")]
    [InlineData("Tax id 912-70-1234", MentionKind.Itin, "912-70-1234")]
    [InlineData("1EG4-TE5-MK73", MentionKind.MedicareNumber, "1EG4-TE5-MK73")]
    [InlineData("card 1eg4te5mk73", MentionKind.MedicareNumber, "1eg4te5mk73")]
    [InlineData("MRN 00482913", MentionKind.RecordNumber, "00482913")]
    [InlineData("MRN: AB-4829", MentionKind.RecordNumber, "AB-4829")]
    [InlineData("medical record number is MS-4829137", MentionKind.RecordNumber, "MS-4829137")]
    [InlineData("número de expediente 4471902", MentionKind.RecordNumber, "4471902")]
    [InlineData("member ID XKD448120097", MentionKind.PlanNumber, "XKD448120097")]
    [InlineData("her policy # is ABC-987654", MentionKind.PlanNumber, "ABC-987654")]
    [InlineData("claim 2231-884", MentionKind.AccountNumber, "2231-884")]
    [InlineData("paid with 4539 1488 0343 6467", MentionKind.CardNumber, "4539 1488 0343 6467")]
    [InlineData("IBAN GB29NWBK60161331926819", MentionKind.BankNumber, "GB29NWBK60161331926819")]
    [InlineData("routing 121000358", MentionKind.BankNumber, "121000358")]
    [InlineData("driver's license D4821937", MentionKind.LicenceNumber, "D4821937")]
    [InlineData("plate 8KTR552", MentionKind.Plate, "8KTR552")]
    [InlineData("blue Civic 7ABC123", MentionKind.Plate, "7ABC123")]
    [InlineData("VIN 1M8GDM9AXKP042788", MentionKind.VehicleNumber, "1M8GDM9AXKP042788")]
    [InlineData("serial number PJK440192", MentionKind.DeviceSerial, "PJK440192")]
    [InlineData("from 203.0.113.44", MentionKind.IpAddress, "203.0.113.44")]
    [InlineData("from 2001:db8::8a2e:370:7334", MentionKind.IpAddress, "2001:db8::8a2e:370:7334")]
    [InlineData("pump 01:23:45:67:89:AB", MentionKind.DeviceAddress, "01:23:45:67:89:AB")]
    [InlineData("DOB 04/12/1957", MentionKind.BirthDate, "04/12/1957")]
    [InlineData("fecha de nacimiento 12/08/1961", MentionKind.BirthDate, "12/08/1961")]
    [InlineData("our story https://clinic.example/patients/harold-nguyen", MentionKind.Url, "https://clinic.example/patients/harold-nguyen")]
    internal void A_number_that_leads_to_a_person_is_found_where_it_stands(string text, MentionKind kind, string value)
    {
        var finding = Assert.Single(PostGuard.Check(text, PostMode.Post).Findings, finding => finding.Kind == kind);
        Assert.Equal(FindingSeverity.Block, finding.Severity);
        Assert.Equal(value, text[finding.Start..finding.End]);
    }

    [Theory]
    [InlineData("Medicare: call 1-800-633-4227")]
    [InlineData("Zip 000-12-3456 is no number of a person")]
    [InlineData("Lot 512-44-80931")]
    [InlineData("Lot 536-22-8417 of the eye drops was recalled.")]
    [InlineData("1EG4-TE5-OK73")]
    [InlineData("4012-8888-8888-1882")]
    [InlineData("1M8GDM9AXKP042789")]
    [InlineData("Our NPI is 1234567893")]
    [InlineData("Version 10.300.1.1")]
    [InlineData("Chart 2025 of the growth of teeth")]
    [InlineData("Use code FLU2025 for a free brush")]
    [InlineData("See https://clinic.example/patients/new-patient-forms")]
    public void A_number_that_fails_its_check_is_left_alone(string text) => Assert.Empty(PostGuard.Check(text, PostMode.Post).Findings);

    [Fact]
    public void Places_are_counted_in_utf16_units_of_the_text_as_sent()
    {
        const string text = "🦷🦷 Thanks Maribel! 🎉 Your crowns\u200B came out so well.";
        var findings = PostGuard.Check(text, PostMode.Reply).Findings;
        Assert.Contains(findings, finding => finding.Kind == MentionKind.Name && text[finding.Start..finding.End] == "Maribel");
        Assert.Contains(findings, finding => finding.Kind == MentionKind.PatientStatus && text[finding.Start..finding.End].StartsWith("Your crowns", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Revealing))]
    public void A_safer_text_is_given_that_reveals_nobody(string mode, string text)
    {
        var language = OwnPost.All.First(post => post.Text == text).Language;
        var safer = PostGuard.Check(text, ShareChannel.All[0], Enum.Parse<PostMode>(mode), language).Safer;
        Assert.NotEmpty(safer);
        Assert.All(safer, version => Assert.Empty(Check(version, mode).Findings));
    }

    private static GuardResult Check(string text, string mode) => PostGuard.Check(text, Enum.Parse<PostMode>(mode));
}
