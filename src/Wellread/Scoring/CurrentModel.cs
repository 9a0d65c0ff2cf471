using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Scoring;

/// <summary>
/// Holds the model at work and swaps it when its file changes. A file that can't be used never replaces a model that can: the old one stays at
/// work, and <see cref="Problem"/> says what is wrong with the new one.
/// </summary>
internal sealed partial class CurrentModel
{
    private readonly string _path;
    private readonly ILogger<CurrentModel> _logger;
    private readonly Lock _reading = new();
    private volatile State _state = new(null, null, default);

    public CurrentModel(IOptions<ScoringOptions> options, HomeFolder home, ILogger<CurrentModel> logger)
    {
        Folder = home.Resolve(options.Value.ModelPath);
        _path = Path.Combine(Folder, FriendlinessModelFile.Name);
        _logger = logger;
        Refresh();
    }

    /// <summary>Where the model and its figures are.</summary>
    public string Folder { get; }

    /// <summary>Null while there is none that can be used: scores then come from formulas.</summary>
    public FriendlinessModel? Model => _state.Model;

    /// <summary>What is wrong with the model file, in words; null when nothing is.</summary>
    public string? Problem => _state.Problem;

    /// <summary>
    /// Reads the file again when it is another than before, and for as long as it can't be used: a file that was read while it was being written may look the
    /// same afterwards.
    /// </summary>
    public void Refresh()
    {
        lock (_reading)
        {
            var stamp = Stamp.Of(_path);
            if (_state is { Model: not null, Problem: null } && _state.Stamp == stamp) return;
            switch (FriendlinessModelFile.Read(_path))
            {
                case ModelLoad.Loaded { Model: var model }:
                    if (model.Version != Model?.Version) Log.ModelLoaded(_logger, model.Version);
                    _state = new State(model, null, stamp);
                    break;
                case ModelLoad.Failed when Model is not null && Stamp.Of(_path) != stamp:
                    // It is being written right now; the next look will tell.
                    break;
                case ModelLoad.Failed { Problem: var problem }:
                    if (problem != Problem || _state.Stamp != stamp) Log.ModelNotUsable(_logger, problem);
                    _state = new State(Model, problem, stamp);
                    break;
            }
        }
    }

    /// <summary>What tells one file from another without reading it. A copy that keeps its dates still has a birth of its own.</summary>
    private readonly record struct Stamp(DateTime Written, DateTime Created, long Length)
    {
        public static Stamp Of(string path) =>
            new FileInfo(path) is { Exists: true } file ? new Stamp(file.LastWriteTimeUtc, file.CreationTimeUtc, file.Length) : default;
    }

    private sealed record State(FriendlinessModel? Model, string? Problem, Stamp Stamp);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Model {Version} was loaded.")]
        public static partial void ModelLoaded(ILogger logger, string version);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The model file was not taken: {Problem}")]
        public static partial void ModelNotUsable(ILogger logger, string problem);
    }
}
