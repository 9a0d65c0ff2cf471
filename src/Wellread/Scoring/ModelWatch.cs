using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Scoring;

/// <summary>Ticks; a model file that appears or changes is taken without a restart.</summary>
internal sealed class ModelWatch(CurrentModel model, IOptions<ScoringOptions> options, TimeProvider time, ILogger<ModelWatch> logger)
    : PeriodicService(options.Value.ModelCheckInterval, time, logger)
{
    protected override Task TickAsync(CancellationToken cancellationToken)
    {
        model.Refresh();
        return Task.CompletedTask;
    }
}
