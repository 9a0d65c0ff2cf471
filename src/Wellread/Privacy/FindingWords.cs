using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>What the guard says of each kind of finding: a stable code, the rule in plain words, and what to write instead.</summary>
internal static class FindingWords
{
    private static readonly FrozenDictionary<MentionKind, (string Code, string Letter, string Rule, string Instead)> Words = new Dictionary<MentionKind, (string, string, string, string)>
    {
        [MentionKind.Name] = ("name", "A", "This names a person, and the post says something about care. A patient's name needs their signed yes first.", "a patient"),
        [MentionKind.Handle] = ("handle", "R", "This account name points to a person, and the text says something about care.", ""),
        [MentionKind.Phone] = ("phone", "D", "This looks like a patient's own phone or fax number.", "our office number"),
        [MentionKind.Email] = ("email", "F", "This looks like a patient's own email address.", "our office email"),
        [MentionKind.Url] = ("patient-link", "N", "This link leads to a patient's own page.", ""),
        [MentionKind.IpAddress] = ("ip-address", "O", "An IP address can point to one person's device.", ""),
        [MentionKind.DeviceAddress] = ("device-address", "M", "A device's address can point to one person.", ""),
        [MentionKind.Ssn] = ("ssn", "G", "This is written like a Social Security number. It must never be posted.", ""),
        [MentionKind.Itin] = ("itin", "G", "This is written like a taxpayer number (ITIN). It must never be posted.", ""),
        [MentionKind.MedicareNumber] = ("medicare-number", "I", "This is written like a Medicare number. It must never be posted.", ""),
        [MentionKind.RecordNumber] = ("record-number", "H", "This is the number of a chart or record. It leads to one patient.", ""),
        [MentionKind.PlanNumber] = ("plan-number", "I", "This is the number of a health plan or policy. It leads to one patient.", ""),
        [MentionKind.AccountNumber] = ("account-number", "J", "This is the number of an account, bill or claim. It leads to one patient.", ""),
        [MentionKind.CardNumber] = ("card-number", "J", "This is a payment card's number. It must never be posted.", ""),
        [MentionKind.BankNumber] = ("bank-number", "J", "This is a bank account's number. It must never be posted.", ""),
        [MentionKind.LicenceNumber] = ("licence-number", "K", "This is the number of a license or passport. It leads to one person.", ""),
        [MentionKind.Plate] = ("plate", "L", "A license plate leads to one person.", ""),
        [MentionKind.VehicleNumber] = ("vehicle-number", "L", "This is a vehicle's own number (VIN). It leads to one person.", ""),
        [MentionKind.DeviceSerial] = ("device-serial", "M", "A device's serial number leads to the patient who has it.", ""),
        [MentionKind.Address] = ("address", "B", "This tells where a person lives.", "our area"),
        [MentionKind.Zip] = ("zip", "B", "A ZIP code together with a person's care can tell who it is.", "our area"),
        [MentionKind.Place] = ("place", "B", "A place smaller than a state, told with a person's care, can tell who it is.", "our area"),
        [MentionKind.Date] = ("date", "C", "This day is tied to one person's care. Of dates, only the year may stay.", "recently"),
        [MentionKind.Day] = ("day", "C", "This day is tied to one person's care. Of dates, only the year may stay.", "recently"),
        [MentionKind.BirthDate] = ("birth-date", "C", "This is a date of birth. It must never be posted.", ""),
        [MentionKind.Age] = ("age", "R", "An age helps to tell who it is when other details are told too.", ""),
        [MentionKind.OldAge] = ("age-over-89", "C", "So few people are over 89 that the age can tell who it is.", "in their later years"),
        [MentionKind.Room] = ("room", "R", "A room or bed can tell who it is.", ""),
        [MentionKind.PatientStatus] = ("patient-status", "", "This says that somebody is or was a patient, or was not. A practice may not say so in public, even if they said it first.", ""),
        [MentionKind.CaseDetail] = ("case-detail", "", "This tells about one person's care.", ""),
        [MentionKind.Relation] = ("relation", "R", "A relative or a job can tell who it is.", "somebody"),
        [MentionKind.RareTrait] = ("rare-trait", "R", "This fits so few people that it can tell who it is.", "a patient"),
        [MentionKind.Photo] = ("photo", "Q", "This seems to show or describe a picture of a patient. Ask for a signed authorization first, and say that you have it.", ""),
    }.ToFrozenDictionary();

    /// <summary>The rule behind a sentence that the post model points at.</summary>
    public const string OneStory = "This may tell about one patient. Read it as that person's neighbor would.";

    public static IEnumerable<MentionKind> Kinds => Words.Keys;

    public static string CodeOf(MentionKind kind) => Words[kind].Code;

    /// <summary>Its letter in 45 CFR 164.514(b)(2)(i), or empty.</summary>
    public static string LetterOf(MentionKind kind) => Words[kind].Letter;

    public static string RuleOf(MentionKind kind) => Words[kind].Rule;

    public static string InsteadOf(MentionKind kind) => Words[kind].Instead;
}
