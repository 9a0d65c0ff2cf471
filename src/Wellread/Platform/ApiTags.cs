using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Wellread.Platform;

/// <summary>The groups of operations, in the order of an editor's day: what runs the service comes last.</summary>
internal sealed class ApiTags : IDocumentFilter
{
    public const string StartHere = "Start here";
    public const string PlanAhead = "Plan ahead";
    public const string Practices = "Practices";
    public const string Feeds = "Feeds";
    public const string Webhooks = "Tell other programs";
    public const string Running = "Running it";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) => swaggerDoc.Tags = new HashSet<OpenApiTag>
    {
        new() { Name = StartHere, Description = "See what to share, get its link and text, say what you did." },
        new() { Name = PlanAhead, Description = "Health days, weeks and months, and what to share for them." },
        new() { Name = Practices, Description = "Whom suggestions are for." },
        new() { Name = Feeds, Description = "Where articles come from." },
        new() { Name = Webhooks, Description = "Webhooks: signed messages to other programs when something happens." },
        new() { Name = Running, Description = "For whoever runs the service." },
    };
}
