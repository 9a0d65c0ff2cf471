using System.Text;
using System.Text.RegularExpressions;
using Wellread.Feeds.Parsing;

namespace Wellread.Refresh.PageChecks;

/// <summary>
/// Tells from what a page shows that it is only a gate: a box that asks to subscribe, or a form that asks for a password, and hardly any text. Many open pages hold such
/// boxes for other readers, so a gate has both. Pure; fed tag by tag.
/// </summary>
internal sealed partial class PageGate
{
    /// <summary>A teaser is shorter than any article.</summary>
    private const int WordsOfTeaser = 200;

    /// <summary>What stands above a form to log in.</summary>
    private const int WordsOfForm = 120;

    /// <summary>Pieces of text behind the beginning of a box that are taken for what it says.</summary>
    private const int PiecesOfBox = 12;

    private const int MostOfPiece = 300;

    private readonly StringBuilder _box = new();
    private int _words;
    private int _boxLeft;
    private bool _inParagraph;
    private bool _inLabel;
    private bool _asksToPay;
    private bool _asksForAccount;
    private bool _asksForPassword;
    private bool _asksToLogIn;

    public bool IsPaid => _asksToPay && _words < WordsOfTeaser;

    /// <summary>How many words a reader sees, running text or not.</summary>
    public int Words { get; private set; }

    /// <param name="title">What the page calls itself.</param>
    /// <param name="isArticle">Whether it says of itself what networks should show.</param>
    public bool AsksToLogIn(string? title, bool isArticle) =>
        (_asksForAccount && !_asksToPay && _words < WordsOfTeaser)
        || (_asksForPassword && _words < WordsOfForm && (!isArticle || _asksToLogIn || PageTitles.Parts(title).Any(part => LoginTitle().IsMatch(part))));

    /// <summary>Takes in a tag and the text behind it.</summary>
    public void See(TagScanner tags, string text)
    {
        if (!tags.IsEnd) SeeStart(tags);
        else if (tags.Name == "p") _inParagraph = false;
        else if (IsLabel(tags.Name)) _inLabel = false;
        if (string.IsNullOrWhiteSpace(text)) return;
        var words = CountWords(text);
        Words += words;
        if (_inParagraph) _words += words;
        if (_inParagraph || _inLabel) _asksToLogIn |= _words < WordsOfForm && AsksFirst().IsMatch(text);
        if (_boxLeft > 0) SeeBox(text);
    }

    // What a box asks for often stands in several tags: "Create a free account", "to keep reading".
    private void SeeBox(string text)
    {
        _boxLeft--;
        _box.Append(text, 0, Math.Min(text.Length, MostOfPiece)).Append(' ');
        var said = _box.ToString();
        if (!Asks().IsMatch(said)) return;
        if (Account().IsMatch(said) && !Subscription().IsMatch(said)) _asksForAccount = true;
        else _asksToPay = true;
    }

    private void SeeStart(TagScanner tags)
    {
        switch (tags.Name)
        {
            case "p":
                _inParagraph = true;
                break;
            case var label when IsLabel(label):
                _inLabel = true;
                break;
            case "div" or "section" or "aside" or "form" or "nav" or "footer" or "header":
                _inParagraph = false;
                break;
            case "input" when Value(tags, "type").Equals("password", StringComparison.OrdinalIgnoreCase) && !IsHidden(tags):
                _asksForPassword = true;
                break;
        }

        if ((tags.Name == "dialog" || Value(tags, "role") == "dialog" || NamesWall().IsMatch($"{Value(tags, "class")} {Value(tags, "id")}")) && !IsHidden(tags)) (_boxLeft, _box.Length) = (PiecesOfBox, 0);
    }

    private static bool IsLabel(string name) => name is "h1" or "h2" or "label";

    private static bool IsHidden(TagScanner tags) => tags.Attributes.ContainsKey("hidden")
        || Value(tags, "aria-hidden").Equals("true", StringComparison.OrdinalIgnoreCase)
        || Value(tags, "style").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static string Value(TagScanner tags, string name) => tags.Attributes.GetValueOrDefault(name, "");

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\b((sign|log) in|register) to (read|view|see|continue|access)|inicie? sesi\u00f3n para (leer|ver|continuar|seguir)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksFirst();

    [GeneratedRegex(
        @"^((please |member )?(log|sign) ?in( (to|with|required)\b.*)?|iniciar? sesi\u00f3n( .*)?|acceder|acceso)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LoginTitle();

    [GeneratedRegex(@"\b((free |an |your )account|register|registration|(sign|log) (in|up)|cuenta gratuita|reg\u00edstrese)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Account();

    [GeneratedRegex(@"subscri|suscr", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Subscription();

    [GeneratedRegex(@"\b((pay|reg|meter(ed)?|subscri(be|ber|ption)|registration|login|premium)[-_]?wall\b|(pay|reg)-?wall|subscriber-only)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NamesWall();

    [GeneratedRegex(
        @"\b(to (continue|keep|finish) reading|to read (the (full|rest)|this|more)|(for|to) (our )?subscribers( only)?\b|already a subscriber|para seguir leyendo|solo (para )?suscriptores|exclusivo para suscriptores)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Asks();
}
