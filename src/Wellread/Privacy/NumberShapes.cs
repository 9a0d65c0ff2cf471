using System.Net;
using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>How one kind of identifier is written.</summary>
/// <param name="Shape">Its group <c>value</c> is the identifier. Every repetition in it has a bound, so it reads hostile texts in linear time.</param>
/// <param name="Holds">The check that the shape alone can't make: the value, and the text before it.</param>
internal sealed record NumberShape(MentionKind Kind, Regex Shape, Func<string, string, bool> Holds);

/// <summary>The identifiers that are known by their shape, a checksum or the word before them. Those on top come first where two claim a place.</summary>
internal static partial class NumberShapes
{
    private const int LeastDigits = 4;

    private const int LeastDigitsBehindWords = 6;

    public static IReadOnlyList<NumberShape> All { get; } =
    [
        new(MentionKind.Ssn, Ssn(), (value, before) => IsSsn(value) && !OfAProduct().IsMatch(before) && (value.Contains('-', StringComparison.Ordinal) || SsnCue().IsMatch(before))),
        .. RecordShapes.All.Where(shape => shape.Kind == MentionKind.Ssn),
        new(MentionKind.Itin, Itin(), (_, _) => true),
        new(MentionKind.MedicareNumber, Medicare(), (_, _) => true),
        .. RecordShapes.All.Where(shape => shape.Kind == MentionKind.RecordNumber),
        new(MentionKind.PlanNumber, Plan(), RecordShapes.IsNumber),
        new(MentionKind.BankNumber, Bank(), (value, before) => Checksums.Routing(value) && BankCue().IsMatch(before)),
        new(MentionKind.BankNumber, Iban(), (value, _) => Checksums.Iban(value)),
        new(MentionKind.CardNumber, Card(), (value, _) => Checksums.Card(value)),
        new(MentionKind.AccountNumber, Account(), RecordShapes.IsNumber),
        new(MentionKind.PlanNumber, FarCue(), (value, _) => value.Count(char.IsAsciiDigit) >= LeastDigitsBehindWords),
        new(MentionKind.ProviderNumber, Provider(), (value, before) => Checksums.Npi(value) && before.Contains("npi", StringComparison.OrdinalIgnoreCase)),
        new(MentionKind.VehicleNumber, Vehicle(), (value, _) => Checksums.Vehicle(value)),
        new(MentionKind.DeviceSerial, Serial(), (value, _) => value.Count(char.IsAsciiDigit) >= LeastDigits),
        new(MentionKind.LicenceNumber, Licence(), (value, _) => value.Count(char.IsAsciiDigit) >= LeastDigits),
        new(MentionKind.Biometric, Biometric(), (value, before) => RecordShapes.IsNumber(value, before) && !value.Contains(' ', StringComparison.Ordinal)),
        new(MentionKind.Plate, Plate(), (value, _) => IsPlate(value)),
        new(MentionKind.Plate, CarAndPlate(), (value, _) => IsPlate(value)),
        new(MentionKind.DeviceAddress, Mac(), (_, _) => true),
        new(MentionKind.IpAddress, Ip4(), (value, before) => IPAddress.TryParse(value, out _) && !before.EndsWith('v')),
        new(MentionKind.IpAddress, Ip6(), (value, _) => value.Count(character => character == ':') >= 2 && IPAddress.TryParse(value, out var address) && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && value.Length > 4),
    ];

    /// <summary>How far back a cue may stand.</summary>
    private const int CueReach = 24;

    /// <summary>Adds what it finds to what is there, which keeps its place. Free lines come before a plan's numbers, for Medicare has one.</summary>
    public static void Find(string text, List<Mention> found)
    {
        var freeLines = false;
        foreach (var shape in All)
        {
            if (!freeLines && shape.Kind == MentionKind.RecordNumber)
            {
                DateShapes.FindFreeLines(text, found);
                freeLines = true;
            }
            for (var match = shape.Shape.Match(text); match.Success; match = match.NextMatch())
            {
                var value = match.Groups["value"];
                if (shape.Holds(value.Value, text[Math.Max(0, value.Index - CueReach)..value.Index])) DateShapes.AddApart(found, new Mention(shape.Kind, value.Index, value.Index + value.Length));
            }
        }
    }

    /// <summary>Not 000, 666 or 9xx, no group of zeros (SSA, randomised since 2011), and not the numbers that were printed in advertisements.</summary>
    private static bool IsSsn(string value)
    {
        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        return digits.Length == 9 && digits[0] != '9' && !digits.StartsWith("000", StringComparison.Ordinal) && !digits.StartsWith("666", StringComparison.Ordinal)
            && digits[3..5] != "00" && digits[5..] != "0000" && digits is not ("078051120" or "219099999") && digits.Distinct().Count() > 1;
    }

    private static bool IsPlate(string value) => value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetterUpper) && value.Count(char.IsAsciiLetterOrDigit) is >= 5 and <= 8;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Link = RecordShapes.Link;

    private const string Value = RecordShapes.Value;

    [GeneratedRegex(@"(?<![\d.-])(?<value>\d{3}(?<s>[-. ]?)\d{2}\k<s>\d{4})(?![\d-]|\.\d)", Options)]
    private static partial Regex Ssn();

    [GeneratedRegex(@"\b(ssn|ss|social|soc)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex SsnCue();

    // "Lot 418-22-9031 was recalled"
    [GeneratedRegex(@"\b(lots?|batch|model|part|item|lotes?|modelo)\b( (no|number|n[uú]m(ero)?)\b\.?)?[ :#]{0,3}$", Options | RegexOptions.IgnoreCase)]
    private static partial Regex OfAProduct();

    // IRS: 9xx, and 50 to 65, 70 to 88, 90 to 92 or 94 to 99 in the middle.
    [GeneratedRegex(@"(?<![\d-])(?<value>9\d{2}(?<s>[- ])(5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\k<s>\d{4})(?![\d-])", Options)]
    private static partial Regex Itin();

    // CMS: eleven places, letters without S, L, O, I, B and Z.
    [GeneratedRegex(@"(?<![A-Z0-9-])(?<value>[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[- ]?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[- ]?[AC-HJKMNP-RT-Y]{2}\d{2})(?![A-Z0-9-])", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Medicare();

    // Not "we take Blue Shield, plan number 3345", nor a Medicare plan's own number, H1234-001.
    [GeneratedRegex(@"\b(?=ins|pol|p[oó]l|memb|subs|benef|gro|plan|medic|health|afil|aseg|segu|hicn)(?<!\b(we|to|and|also) (take|accept|offer)s? [^.!?\n]{0,60}|\baceptamos [^.!?\n]{0,60})(insurance|ins\.?|policy|member|subscriber|beneficiary|group|plan(?! [HSRE]\d{4})|medicaid|medicare|health plan|p[oó]liza|afiliado|afiliaci[oó]n|asegurado|seguro m[eé]dico|seguro|hicn)" + Link + Value, Options | RegexOptions.IgnoreCase)]
    private static partial Regex Plan();

    // "insurance card for Martha Quiroz, number 4471": words between.
    [GeneratedRegex(@"\b(insurance|policy|plan|medicaid|medicare|member|p[oó]liza|seguro|credencial|expediente|chart|record|account|cuenta|patient|paciente)\b[^.!?\n\d]{1,48}\b(number|n[uú]mero|no\.|n[uú]m\.?|#) ?:? ?" + Value, Options | RegexOptions.IgnoreCase)]
    private static partial Regex FarCue();

    [GeneratedRegex(@"\b(account|acct|invoice|claim|billing|checking|savings|loan|cuenta|factura|reclamo|reclamaci[oó]n|certificate|certificado)\.?" + Link + Value, Options | RegexOptions.IgnoreCase)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<![\d-])(?<value>\d{4}[- ]?\d{4}[- ]?\d)(?![\d-])", Options)]
    private static partial Regex Bank();

    [GeneratedRegex(@"\b(routing|aba|rtn|bank|transit)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex BankCue();

    [GeneratedRegex(@"\b(?<value>[A-Z]{2}\d{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,3})?)\b", Options)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\d.-])(?<value>\d([- ]?\d){12,18})(?![\d-]|\.\d)", Options)]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![\d-])(?<value>[12]\d{3}[- ]?\d{3}[- ]?\d{3})(?![\d-])", Options)]
    private static partial Regex Provider();

    [GeneratedRegex(@"\b(?<value>[A-HJ-NPR-Z0-9]{17})\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Vehicle();

    [GeneratedRegex(@"\b(serial|serie|s/n|udi|device id|implant id)\b" + Link + Value, Options | RegexOptions.IgnoreCase)]
    private static partial Regex Serial();

    // A doctor's or a practice's licence is public: "Dr. Lee's license number", "medical license #".
    private const string NotToPractice = @"(?<!\b(?i:medical|nursing|nurse'?s?|dental|pharmacy|pharmacist'?s?|physician'?s?|doctor'?s?|surgeon'?s?|therapist'?s?|professional|provider|business|facility|state|board|clinic'?s?|our|dra?\.? \w{1,20}'?s?|practice) )";

    [GeneratedRegex(NotToPractice + @"\b(driver'?s?'? licen[cs]e,?( number| no)?|driving licen[cs]e|licen[cs]e (number|no)|licen[cs]e ?#|dl ?#|dl (number|no)|passport|pasaporte|licencia de (conducir|manejar)|dea)\b" + Link + Value, Options | RegexOptions.IgnoreCase)]
    private static partial Regex Licence();

    [GeneratedRegex(@"\b(finger ?prints?|thumb ?prints?|voice ?prints?|face ?prints?|(retinal?|iris|face|facial|eye) scan|biometrics?|huellas? (digital|dactilar|de voz)(es)?|escaneo (de |del )?(la )?(retina|iris|facial)|biom[eé]tric[oa]s?)" + Link + Value, Options | RegexOptions.IgnoreCase)]
    private static partial Regex Biometric();

    [GeneratedRegex(@"\b([Pp]lates?|PLATES?|" + NotToPractice + @"[Ll]icense( plates?)?|[Pp]lacas?|[Tt]ag)\b( (number|no|is|es|de|#))?[:# ]{0,3}(?<value>[A-Z0-9]{1,4}[- ]?[A-Z0-9]{2,5})\b", Options)]
    private static partial Regex Plate();

    [GeneratedRegex(@"\b([Cc]ivic|[Aa]ccord|[Cc]amry|[Cc]orolla|[Pp]rius|[Aa]ltima|[Tt]acoma|[Ss]ilverado|[Hh]onda|[Tt]oyota|[Ff]ord|[Cc]hevy|[Cc]hevrolet|[Jj]eep|[Nn]issan|[Ss]ubaru|[Kk]ia|[Hh]yundai|[Mm]azda|BMW|[Tt]esla|[Ss]edan|[Tt]ruck|SUV|[Mm]inivan|[Vv]an|[Cc]ar|[Pp]ickup|F-?150|[Cc]arro|[Cc]amioneta)[,:]? \(?(?<value>[A-Z0-9]{1,4}[- ]?[A-Z0-9]{2,5})\b", Options)]
    private static partial Regex CarAndPlate();

    [GeneratedRegex(@"\b(?<![:-])(?<value>[0-9A-F]{2}(?<s>[:-])([0-9A-F]{2}\k<s>){4}[0-9A-F]{2}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})(?![\w:-])", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Mac();

    [GeneratedRegex(@"(?<![\w.])(?<value>(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3})(?![\w]|\.\d)", Options)]
    private static partial Regex Ip4();

    [GeneratedRegex(@"(?<![\w:.])(?<value>[0-9A-F:]{3,39}(\d{1,3}(\.\d{1,3}){3})?)(?![\w:])", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Ip6();
}
