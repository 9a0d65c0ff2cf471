namespace Wellread.Privacy;

/// <summary>What was found in a post.</summary>
internal enum MentionKind
{
    Name,
    Capitals,
    Handle,
    Phone,
    Email,
    Url,
    IpAddress,
    DeviceAddress,
    Ssn,
    Itin,
    MedicareNumber,
    ProviderNumber,
    RecordNumber,
    PlanNumber,
    AccountNumber,
    CardNumber,
    BankNumber,
    LicenceNumber,
    Plate,
    VehicleNumber,
    DeviceSerial,
    Address,
    Zip,
    Place,
    Date,
    Day,
    BirthDate,
    Age,
    OldAge,
    Room,
    PatientStatus,
    CaseDetail,
    Relation,
    RareTrait,
    Photo,

    /// <summary>A fingerprint, an eye, a voice or a face, taken to know one person by.</summary>
    Biometric,
}

/// <summary>Something in a post that a recogniser knows: a place in <see cref="GuardText.Plain"/>.</summary>
internal readonly record struct Mention(MentionKind Kind, int Start, int End);
