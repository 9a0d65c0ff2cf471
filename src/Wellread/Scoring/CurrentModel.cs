using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Scoring;

/// <summary>
/// Holds the model at work and swaps it when its file changes. A file that can't be used never replaces a model that can: the old one stays at
/// work, and <see cref="Problem"/> says what is wrong with the new one.
/// </summary>
internal sealed partial class CurrentModel
{
    private readonly string _folder;
    private readonly ILogger<CurrentModel> _logger;
    private readonly Lock _reading = new();
    private volatile State _state = new(null, null, default);

    public CurrentModel(IOptions<ScoringOptions> options, HomeFolder home, ILogger<CurrentModel> logger)
    {
        _folder = home.Resolve(options.Value.ModelPath);
        _logger = logger;
        Refresh();
    }

    /// <summary>Null while there is none that can be used: scores then come from formulas.</summary>
    public FriendlinessModel? Model => _state.Model;

    /// <summary>What is wrong with the model file, in words; null when nothing is.</summary>
    public string? Problem => _state.Problem;

    /// <summary>Reads the file again when it is another than before.</summary>
    public void Refresh()
    {
        lock (_reading)
        {
            var file = new FileInfo(Path.Combine(_folder, FriendlinessModelFile.Name));
            var stamp = file.Exists ? new Stamp(file.LastWriteTimeUtc, file.Length) : default;
            if (_state.Stamp == stamp && (_state.Model is not null || _state.Problem is not null)) return;
            switch (FriendlinessModel.Load(_folder))
            {
                case ModelLoad.Loaded loaded:
                    _state = new State(loaded.Model, null, stamp);
                    Log.ModelLoaded(_logger, loaded.Model.Version);
                    break;
                case ModelLoad.Failed failed:
                    _state = new State(_state.Model, failed.Problem, stamp);
                    Log.ModelNotUsable(_logger, failed.Problem);
                    break;
            }
        }
    }

    private readonly record struct Stamp(DateTime Written, long Length);

    private sealed record State(FriendlinessModel? Model, string? Problem, Stamp Stamp);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Model {Version} was loaded.")]
        public static partial void ModelLoaded(ILogger logger, string version);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The model file was not taken: {Problem}")]
        public static partial void ModelNotUsable(ILogger logger, string problem);
    }
}
