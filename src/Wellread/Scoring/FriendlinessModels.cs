using Microsoft.Extensions.Options;
using Wellread.Platform;

namespace Wellread.Scoring;

/// <summary>
/// The model in use. A file that is missing, damaged or of another kind never takes the service down: it is said in health, and formulas score
/// meanwhile. A good file that appears, or replaces another, is taken over without a restart; a bad one never replaces a good one.
/// </summary>
internal sealed partial class FriendlinessModels(IOptions<ScoringOptions> options, HomeFolder home, ILogger<FriendlinessModels> logger)
{
    public const string FileName = "friendliness.bin";
    private readonly Lock _looking = new();
    private volatile FriendlinessModel? _current;
    private (DateTime Written, long Length) _seen;

    /// <summary>Null while no good file was found.</summary>
    public FriendlinessModel? Current => _current;

    /// <summary>What is wrong with the file as it is now, in words; null when it is in use.</summary>
    public string? Fault { get; private set; } = "The model has not been read yet.";

    public string Path { get; } = home.Resolve(System.IO.Path.Combine(options.Value.Models, FileName));

    /// <summary>Reads the file if it is another than at the last look.</summary>
    public void Look()
    {
        lock (_looking)
        {
            try
            {
                var file = new FileInfo(Path);
                if (!file.Exists) throw new FileNotFoundException();
                if ((file.LastWriteTimeUtc, file.Length) == _seen) return;
                _seen = (file.LastWriteTimeUtc, file.Length);
                var model = FriendlinessModel.Load(File.ReadAllBytes(Path));
                Fault = null;
                if (model.Version == _current?.Version) return;
                _current = model;
                Log.Taken(logger, model.Version);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                var fault = exception switch
                {
                    FileNotFoundException or DirectoryNotFoundException => "There is no model file.",
                    InvalidDataException => exception.Message,
                    _ => "The model file can't be read.",
                };
                if (fault != Fault) Log.NotTaken(logger, Path, fault);
                Fault = fault;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Model {Version} is in use")]
        public static partial void Taken(ILogger logger, string version);

        [LoggerMessage(2, LogLevel.Warning, "The model at {Path} was not taken: {Fault}")]
        public static partial void NotTaken(ILogger logger, string path, string fault);
    }
}
