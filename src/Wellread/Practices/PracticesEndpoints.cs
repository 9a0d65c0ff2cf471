using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;

namespace Wellread.Practices;

internal static class PracticesEndpoints
{
    /// <summary>The answer where a call names a practice that there is not.</summary>
    public static ProblemHttpResult NoSuch(string field = "practice") =>
        Problems.UnknownPractice.Because("Use the id of a practice from GET /api/v1/practices, or leave it out for the default practice.", field);
}
