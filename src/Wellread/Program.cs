using Wellread.Commands;
using Wellread.Platform;

return await CommandLine.RunAsync(args, Serve);

static async Task<int> Serve(string[] args)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddPlatform();

    var app = builder.Build();
    app.UsePlatform();
    app.MapPlatform();

    await app.RunAsync();
    return 0;
}
