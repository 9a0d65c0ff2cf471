using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;

namespace Wellread.Scoring;

internal static class ModelEndpoints
{
    public static IEndpointRouteBuilder MapModel(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/v1/model").WithTags(ApiTags.Running).MapGet("/", GetModel);
        return app;
    }

    /// <summary>Show the model and how good it is</summary>
    /// <remarks>
    /// What gives the scores, what it was trained on, how well it did on texts that it was not trained on, what it is for and what it is not for. Also how far the
    /// articles that are here have been scored anew since the model or the word lists changed.
    /// </remarks>
    internal static Ok<ModelCardItem> GetModel(CurrentModel model, CurrentRescoring rescoring) => TypedResults.Ok(ModelCardItem.Of(model, rescoring.Progress));
}
