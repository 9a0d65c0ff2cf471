using System.Text.RegularExpressions;
using Wellread.Articles;

namespace Wellread.Sharing;

/// <summary>Which sentences of a summary can stand in a post at all: whole ones about the subject, and not about the site, the day or the writer.</summary>
internal static partial class WholeSentence
{
    // A feed that cuts its summaries off leaves dots behind.
    public static bool Is(string sentence) => !sentence.EndsWith("..", StringComparison.Ordinal) && SentenceEnd.IsAt(sentence, sentence.Length - 1)
        && BeginsWhole(sentence) && !Name().IsMatch(sentence) && !Promotion().IsMatch(sentence) && !Apart().IsMatch(sentence) && !Dated().IsMatch(sentence) && !Somebodys().IsMatch(sentence) && !Addresses.AreIn(sentence) && !PremiumCall.IsNamed(sentence);

    // What begins in lower case, with a dash or in brackets belongs to words before it, and half of a quotation to the other half.
    private static bool BeginsWhole(string sentence) =>
        !(char.IsLower(sentence[0]) || sentence[0] is '-' or '–' or '—' or '•' or '*' or '(' or ')' or ',') && sentence.Count(letter => letter is '"' or '“' or '”') % 2 == 0;

    /// <summary>Bylines, captions, headings in capitals, and what points to a table or a list that a post does not have.</summary>
    [GeneratedRegex(
        @"^\p{Lu}\p{Ll}+ (\p{Lu}\.? )?\p{Lu}\p{L}+, \p{Lu}{2,}( \p{Lu}{2,})* \p{Lu}|^By \p{Lu}\p{L}+ (\p{Lu}\.? )?\p{Lu}\p{L}+|^(Photos?|Images?|Video|Credit|Caption) (by |from )?\p{Lu}|(\b\p{Lu}+\b[ ,?!]*){6,}|@|^\p{Lu}\p{L}+ (\p{Lu}\. )?\p{Lu}\p{L}+,? (M\.D|MD|Ph\.D|PhD|RD|RN)\b"
        + @"|\b(REUTERS|AP|Getty|EMBARGO\w*|Shutterstock|for The New York Times|Medical Dictionary)\b|\b(table|list|chart|figure|video|links?) (below|above)\b|\bthe (table|chart) (below|above|lists)|\bthe following\b|\bfollowing:|\b(19|20)\d\d; ?\d+|\bdoi\b|\b[Oo]fficial [Jj]ournal\b|\bet al\b"
        + @"|(?i:\bthis, this\b|\bthis (page|website|site|column|blog|newsletter|video|podcast|slideshow)\b|\bis an? (periodic|weekly|daily|regular|new|occasional) (look|column|series|feature|blog)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    /// <summary>What is over by the time of a post, or tells where a study was printed.</summary>
    [GeneratedRegex(
        @"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{1,2}, (19|20)\d\d\.$|\b((is|are|was|were|be|been) (just |recently |first )?(published|presented|reported)|appears?|appeared) (today |online |this week )*(in|at|by) (the|a) "
        + @"|\b([Tt]oday|[Yy]esterday) (announced|released|published|said|approved|reported|issued|launched)\b|\b(Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)\.? \d{1,2},? (19|20)\d\d\b[^.]*\b(edition|issue|print|online|journal)\b|^(At )?[Tt]his time of (the )?year|\b(announced|released|published|issued|launched|approved|reported|said) (online )?(today|in this week|yesterday|this (week|month)|earlier (today|this week)|last (week|month|night))\b"
        + @"|\b(out|published|released|announced|reported|said|marks?|presented) (on )?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day marks\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    /// <summary>What somebody says of whom the post does not tell, or of him- or herself: it would be read as the practice's own.</summary>
    [GeneratedRegex(
        @"[""”],? (he|she|they|it) (said|says|adds|added|told|wrote|explained)|[""”],? (says|said|adds|added|explains) (he|she|\p{Lu}\p{Ll}+\.)|\b(he|she) (said|says|told)\b"
        + @"|(?<!\b([Tt]ype|[Pp]hase|[Ww]ar|[Ss]tage|[Cc]lass|[Pp]art|[Ll]evel|[Gg]rade|[Ff]actor) )\bI(['’](m|ve|d|ll))? \p{Ll}|\b([Mm]y|me|[Mm]yself|[Yy]o|[Mm]is?)\b"
        + @"|\b[Oo]ur (editors?|experts|team|reporters?|readers?|reviewers?|testers?|writers?|partners?|sponsors?|picks?|study|data|results|findings|patients|clinic)\b|\b[Ww]e (?!used to\b|need|learned to\b)(\p{Ll}+ed|found|sought|aim|show|report|describe|present|did|may earn|earn|recommend|hope|bring)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Somebodys();

    /// <summary>Places, names and headings: "Washington D.C.", "Springfield, Ill.", "What Experts Recommend."</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*(,?\s\p{Lu}[\p{L}.'’-]*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    /// <summary>What speaks of the site and not of the subject: "Get the latest stories", "Read on to know more".</summary>
    [GeneratedRegex(
        @"^(editor['’]s note|tune in|these are the|(the )?content on this|content of this|photos? (by|credit)|images?:|credit:|see (photos|pictures|the video)|this (news release|release|article|story|post|page)|for immediate release|in this (video|podcast|episode|article|post)|(here is|here's|here’s|here are)|get (the |all |our )?latest|follow (the |our |us)|read (on|more|here|to know|our|the full)|click|subscribe|sign up|watch (the|this|our|full|video)|continue (reading|for|on|to)|check out|find out|stay tuned"
        + @"|learn more|know (more|all|about|from)|take (the|our|this) quiz|listen to|download|join (us|our)|lea más|siga leyendo|suscríbase|haga clic|últimas noticias|vea el)\b|\b(you (should|must|ought to)|need to|have to|worth|deben?|debería[ns]?|hay que) (know|saber)[.:]$|\bkeep (certain|these|some|a few|the following) (things|points|tips|facts) in mind\b|\b(we will (tell|show) you|earn a commission|affiliate links?|sponsored by|available in (Spanish|English|Chinese|French))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promotion();
}
