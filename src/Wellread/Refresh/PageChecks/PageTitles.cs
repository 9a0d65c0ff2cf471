using System.Collections.Frozen;

namespace Wellread.Refresh.PageChecks;

/// <summary>Tells from its title that a page stands for one that is not there, though its site answers with 200. Pure.</summary>
internal static class PageTitles
{
    private static readonly string[] Between = [" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " \u00bb ", " :: "];

    private static readonly FrozenSet<string> OfMissing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "404", "404 error", "error 404", "404 not found", "page not found", "404 page not found", "404: page not found", "404: not found", "page can't be found", "page cannot be found",
        "page could not be found", "this page could not be found", "the page you requested was not found", "page no longer available", "oops! page not found",
        "p\u00e1gina no encontrada", "error 404: p\u00e1gina no encontrada", "no se encontr\u00f3 la p\u00e1gina", "la p\u00e1gina no existe");

    /// <summary>Whether a whole part of the title says so: an article may well tell of pages that are not found.</summary>
    public static bool SaysMissing(string? title) => Parts(title).Any(OfMissing.Contains);

    /// <summary>What stands between the signs with which sites put their own name beside a title, without marks at the end.</summary>
    public static IEnumerable<string> Parts(string? title) =>
        (title ?? "").Replace('\u2019', '\'').Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.TrimEnd('.', '!', ' '));
}
