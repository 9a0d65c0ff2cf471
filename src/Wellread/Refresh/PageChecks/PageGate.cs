using System.Collections.Frozen;
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

    private static readonly FrozenSet<string> LoginTitles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "log in", "login", "sign in", "signin", "member login", "member log in", "please log in", "please sign in", "login required", "iniciar sesi\u00f3n", "inicia sesi\u00f3n", "acceder", "acceso");

    private int _words;
    private int _boxLeft;
    private bool _inParagraph;
    private bool _asksToPay;
    private bool _asksForPassword;
    private bool _asksToLogIn;

    public bool IsPaid => _asksToPay && _words < WordsOfTeaser;

    /// <param name="title">What the page calls itself.</param>
    /// <param name="isArticle">Whether it says of itself what networks should show.</param>
    public bool AsksToLogIn(string? title, bool isArticle) =>
        _asksForPassword && _words < WordsOfForm && (!isArticle || _asksToLogIn || PageTitles.Parts(title).Any(LoginTitles.Contains));

    /// <summary>Takes in a tag and the text behind it.</summary>
    public void See(TagScanner tags, string text)
    {
        if (!tags.IsEnd) SeeStart(tags);
        else if (tags.Name == "p") _inParagraph = false;
        if (text.Length == 0) return;
        if (_inParagraph)
        {
            _words += Words(text);
            _asksToLogIn |= _words < WordsOfForm && AsksFirst().IsMatch(text);
        }

        if (_boxLeft <= 0 || string.IsNullOrWhiteSpace(text)) return;
        _boxLeft--;
        _asksToPay |= Asks().IsMatch(text);
    }

    private void SeeStart(TagScanner tags)
    {
        switch (tags.Name)
        {
            case "p":
                _inParagraph = true;
                break;
            case "div" or "section" or "aside" or "form" or "nav" or "footer" or "header":
                _inParagraph = false;
                break;
            case "input" when Value(tags, "type").Equals("password", StringComparison.OrdinalIgnoreCase) && !IsHidden(tags):
                _asksForPassword = true;
                break;
        }

        if (NamesWall().IsMatch($"{Value(tags, "class")} {Value(tags, "id")}") && !IsHidden(tags)) _boxLeft = PiecesOfBox;
    }

    private static bool IsHidden(TagScanner tags) => tags.Attributes.ContainsKey("hidden")
        || Value(tags, "aria-hidden").Equals("true", StringComparison.OrdinalIgnoreCase)
        || Value(tags, "style").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static string Value(TagScanner tags, string name) => tags.Attributes.GetValueOrDefault(name, "");

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\b((sign|log) in|register) to (read|view|see|continue|access)|inicie? sesi\u00f3n para (leer|ver|continuar|seguir)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksFirst();

    [GeneratedRegex(@"\b(pay-?wall|reg-?wall|subscriber-only|subscription-wall)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NamesWall();

    [GeneratedRegex(
        @"\b(to (continue|keep|finish) reading|to read (the (full|rest)|this|more)|(for|to) (our )?subscribers( only)?\b|already a subscriber|para seguir leyendo|solo (para )?suscriptores|exclusivo para suscriptores)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Asks();
}
