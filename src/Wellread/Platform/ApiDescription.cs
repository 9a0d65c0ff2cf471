using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Wellread.Platform;

/// <summary>The API's description at <c>/openapi/v1.json</c> and the page to try it at <c>/swagger</c>.</summary>
internal static class ApiDescription
{
    private const string Welcome = """
        Finds health articles that your patients will understand, says why, and gives you a link and a text ready to share.

        1. **See what to share**: open *Show what to share today*, press *Execute*.
        2. **Say what you did**: open *Say what you decided*, so that it does not come back.
        3. **Get the link and text**: open *Get the link and text to share*.
        4. **Check it for patient information**: open *Check my post*. **Nothing you type there is saved.**
        5. **Check how your own text reads**: open *Check a text*. Nothing you type there is saved either.

        Leave every box empty if you are not sure. Nothing here posts for you.
        """;

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        return services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo { Title = "Wellread", Version = "v1", Description = Welcome });
            options.IncludeXmlComments(typeof(ApiDescription).Assembly);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            // OpenAPI 3.0 says that a reference may be null only in a schema around it.
            options.UseAllOfToExtendReferenceSchemas();
            options.SchemaFilter<ProblemSchemaFilter>();
            options.SchemaFilter<AllowedValuesFilter>();
            options.SchemaFilter<ListedValuesFilter>();
            options.OperationFilter<ProblemResponsesFilter>();
            options.OperationFilter<FileBodyFilter>();
            options.OperationFilter<AnswersFilter>();
            options.ParameterFilter<KnownValuesFilter>();
            options.DocumentFilter<ApiTags>();
        });
    }

    public static WebApplication UseApiDescription(this WebApplication app)
    {
        app.UseSwagger(options => options.RouteTemplate = "openapi/{documentName}.json");
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("/openapi/v1.json", "Wellread v1");
            options.DocumentTitle = "Wellread";
            options.EnableTryItOutByDefault();
            options.DisplayRequestDuration();
            options.EnableFilter();
            options.EnableDeepLinking();
            options.EnablePersistAuthorization();
            options.DefaultModelsExpandDepth(-1);
            options.DocExpansion(DocExpansion.List);
        });
        return app;
    }
}
