using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Wellread.Platform;

/// <summary>What the service is given can't be used, and trying again won't help. The message is one sentence that tells an operator how to mend it.</summary>
internal abstract class StartRefusedException : Exception
{
    protected StartRefusedException() { }

    protected StartRefusedException(string message) : base(message) { }

    protected StartRefusedException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>Runs the service until it is asked to stop.</summary>
internal static class ServiceRun
{
    /// <summary>What the host itself logs: a start that failed, with its stack, before the exception reaches us.</summary>
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    public static void LeaveFailuresOfTheStartToUs(this IHostApplicationBuilder builder)
    {
        var phase = new StartPhase();
        builder.Services.AddSingleton(phase);
        builder.Logging.AddFilter(HostCategory, level => level >= LogLevel.Warning && phase.IsOver);
    }

    /// <summary>Whether the service has started: from then on the host's own failures are news.</summary>
    private sealed class StartPhase
    {
        private volatile bool _isOver;

        public bool IsOver
        {
            get => _isOver;
            set => _isOver = value;
        }
    }

    /// <summary>0 after a clean stop; 1, with what to mend on standard error, where the service can't start as it is set up.</summary>
    public static async Task<int> RunServiceAsync(this WebApplication app)
    {
        try
        {
            var phase = app.Services.GetRequiredService<StartPhase>();
            app.Lifetime.ApplicationStarted.Register(() => phase.IsOver = true);
            var work = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
            await app.RunAsync();
            // The host stops where one of them fails, but not as if something had failed.
            return work.Exists(service => service.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
        }
        catch (Exception exception) when (Explain(exception) is { } reason)
        {
            await Console.Error.WriteLineAsync($"Wellread did not start. {reason}");
            return 1;
        }
    }

    /// <summary>What an operator can mend; null for a bug, which is left to the runtime with its stack.</summary>
    internal static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException options => string.Join(' ', options.Failures.Select(Sentence)),
        StartRefusedException refused => refused.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message} End the program that uses it, or give another address: --urls http://localhost:5081",
        SocketException => $"It can't listen at the address it was given: {exception.Message}. Give another one: --urls http://localhost:5081",
        _ => null,
    };

    /// <summary>Data annotations put their own words around the sentence of ours: <c>… with the error: 'SENTENCE'.</c></summary>
    private static string Sentence(string failure)
    {
        var start = failure.IndexOf(" with the error: '", StringComparison.Ordinal);
        return start < 0 ? failure : failure[(failure.IndexOf('\'', start) + 1)..].TrimEnd('.', '\'') + ".";
    }
}
