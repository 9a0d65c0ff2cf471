using System.Collections.Frozen;

namespace Wellread.Refresh.PageChecks;

/// <summary>Tells a page that only its own readers may see though its site answers: visitors are sent to where one logs in.</summary>
internal static class LoginPages
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "login", "log-in", "login.html", "login.php", "login.aspx", "signin", "sign-in", "signup", "sign-up", "register", "registration", "auth", "authorize", "sso", "iniciar-sesion", "registro");

    /// <param name="asked">The article's address.</param>
    /// <param name="answered">The address that answered, behind all redirects.</param>
    public static bool Is(Uri asked, Uri answered) => asked != answered && Names.Contains(LastOf(answered)) && !Names.Contains(LastOf(asked));

    private static string LastOf(Uri url) => url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
}
