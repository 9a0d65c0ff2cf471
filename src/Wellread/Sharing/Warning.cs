using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>
/// Which sentences a text may not lose while it keeps what stands beside them: what not to do, when to get help, whom it is not for, what can kill, and what limits a finding.
/// </summary>
internal static partial class Warning
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool IsGivenBy(string sentence, string language) => (language == "es" ? Spanish() : English()).IsMatch(sentence);

    /// <summary>"Call 911 right away."</summary>
    public static bool SaysWhomToCall(string sentence) => Number().IsMatch(sentence);

    [GeneratedRegex(@"\b(call|text|dial|llame|marque)\b[^.]*\d{3}", Options)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(never|(do not|don't|don’t|must not|should not|shouldn't|shouldn’t)(?! (know|have|need|realize|think)\b)|911|988|112|999|1-800|poison control|emergency|right away|at once|immediately|deadly|fatal|not safe|unsafe|no \w+( \w+){0,3} safe"
        + @"|(can|could|may|might) (\w+ )?(kill|burn|harm|hurt|damage|destroy|be (deadly|fatal|dangerous))|(?<!\b(she|he|they|i|we) )(ask|call|see|tell|talk (to|with)|speak (to|with)|check with|visit) (your|a|the|their|his|her) (\w+['’]s )?(doctor|nurse|dentist|pharmacist|midwife|pediatrician|provider|health ?care|care team)"
        + @"|only (if|for|when|under)|(children|teens|babies|kids|infants)\b[^.]*\bonly|unless|except (for|if|when|in)|paid for by|funded by|not convinced|the opposite|relied on what|not (been )?(peer[- ]reviewed|proven)|(cannot|can't|can’t|does not|doesn't|doesn’t) (prove|show|tell|replace))\b", Options)]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b(nunca|jamás|no (dé|des|use|usen|tome|tomen|deje|dejen|espere|coma|beba|maneje|ponga|comparta|mezcle|aplique|suspenda|intente)|911|988|112|emergencia|urgencias|de inmediato|enseguida|mortal|no es seguro|puede[n]? (matar|quemar|dañar|ser (mortal|peligroso)\w*)"
        + @"|(pregunte|consulte|llame|avise|hable|acuda|vaya)( a| al| con)? (su|un|el|la|una)? ?(médico|médica|doctor|doctora|dentista|pediatra|farmacéutico|enfermera)|sin hablar con|(solo|sólo|únicamente) (si|para|con|cuando)|salvo|excepto|a menos que|no (demuestra|prueba))\b", Options)]
    private static partial Regex Spanish();
}
