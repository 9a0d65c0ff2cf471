using Microsoft.Extensions.Options;

namespace Wellread.Scoring;

/// <summary>Ticks; a model file that appears or changes is taken without a restart.</summary>
internal sealed class ModelWatch(CurrentModel model, IOptions<ScoringOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ModelCheckInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) model.Refresh();
    }
}
