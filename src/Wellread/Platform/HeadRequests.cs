namespace Wellread.Platform;

/// <summary>
/// Answers HEAD wherever GET is answered, as RFC 9110 (9.1) asks of every server: link checkers and calendar programs ask so first. The request goes on as GET, and the server itself, which
/// still knows what was asked, sends the headers alone.
/// </summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this WebApplication app) => app.Use(async (context, next) =>
    {
        var isHead = HttpMethods.IsHead(context.Request.Method);
        if (isHead) context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            if (isHead) context.Request.Method = HttpMethods.Head;
        }
    });
}
