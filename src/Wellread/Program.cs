using Wellread.Articles;
using Wellread.Commands;
using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Privacy;
using Wellread.Refresh;
using Wellread.Refresh.PageChecks;
using Wellread.Scoring;
using Wellread.Sharing;
using Wellread.Sharing.Outbox;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Suggestions.Today;

ProcessDefaults.Set();
return await CommandLine.RunAsync(args, Serve);

static async Task<int> Serve(string[] args)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddPlatform();
    builder.AddStorage();
    builder.AddFeeds();
    builder.AddArticles();
    builder.AddScoring();
    builder.AddPractices();
    builder.AddObservances();
    builder.AddSuggestions();
    builder.AddSharing();
    builder.AddOutbox();
    builder.AddWebhooks();
    builder.AddPrivacy();
    builder.AddRefresh();

    var app = builder.Build();
    app.UseMiddleware<ReadyAnswersMiddleware>();
    app.UseSecurityHeaders();
    app.UsePlatform();
    app.UseMiddleware<LoadingMiddleware>();
    app.MapSuggestions();
    app.MapToday();
    app.MapDecisions();
    app.MapAudit();
    app.MapObservances();
    app.MapScores();
    app.MapSharing();
    app.MapOutbox();
    app.MapWebhooks();
    app.MapLinkPreviews();
    app.MapPrivacy();
    app.MapPractices();
    app.MapArticles();
    app.MapFeeds();
    app.MapOpml();
    app.MapRefresh();
    app.MapDiscovery();
    app.MapModel();
    app.MapPlatform();

    return await app.RunServiceAsync();
}
