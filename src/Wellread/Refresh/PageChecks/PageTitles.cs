using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Wellread.Refresh.PageChecks;

/// <summary>Tells from its title that a page stands for one that is not there, though its site answers with 200. Pure.</summary>
internal static partial class PageTitles
{
    private static readonly string[] Between = [" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " \u00bb ", " :: "];

    private static readonly FrozenSet<string> OfMissing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "404", "404 error", "error 404", "404 not found", "page not found", "404 page not found", "404: page not found", "404: not found", "page can't be found", "page cannot be found",
        "page could not be found", "this page could not be found", "the page you requested was not found", "page no longer available", "oops! page not found",
        "p\u00e1gina no encontrada", "error 404: p\u00e1gina no encontrada", "no se encontr\u00f3 la p\u00e1gina", "la p\u00e1gina no existe");

    /// <summary>Whether a whole part of the title says so: an article may well tell of pages that are not found.</summary>
    public static bool SaysMissing(string? title) => Parts(title).Any(part => OfMissing.Contains(part) || Missing().IsMatch(part));

    /// <summary>What stands between the signs with which sites put their own name beside a title, without marks at the end.</summary>
    public static IEnumerable<string> Parts(string? title) =>
        (title ?? "").Replace('\u2019', '\'').Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.TrimEnd('.', '!', ' '));

    [GeneratedRegex(
        @"^((sorry|oops|lo sentimos)[,!.]? )?((this|the|that) (page|article|story|post|content|link)( (that )?you( are|'re|'ve| have)? (looking for|requested|trying to reach))?"
        + @" ((is|are) (no longer available|not available|unavailable|missing|gone)|no longer exists|((has|was) been |was )?(removed|deleted)|(does not|doesn't) exist|(cannot|can't|could not|couldn't|was not) be found|was not found|has (been )?(expired|moved))"
        + @"|(esta|la|este|el) (p\u00e1gina|art\u00edculo|contenido|enlace)( que busca)? (ya no (est\u00e1 disponible|existe)|no (est\u00e1 disponible|existe|se encuentra)|fue eliminad[oa]))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Missing();
}
