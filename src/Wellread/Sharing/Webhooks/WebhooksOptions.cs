using System.ComponentModel.DataAnnotations;

namespace Wellread.Sharing.Webhooks;

/// <summary>Settings of the webhooks, section <c>Webhooks</c>.</summary>
internal sealed class WebhooksOptions
{
    public const string Section = "Webhooks";

    /// <summary>False: this instance notices no events and sends nothing but tests. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long a receiver may take to answer, 1 to 30 seconds. Default: 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30", ErrorMessage = "Webhooks:Timeout is a time from 00:00:01 to 00:00:30.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many messages are on their way at once, to all webhooks together, 1 to 256; at most four of them to one. Default: 64.</summary>
    [Range(1, 256, ErrorMessage = "Webhooks:Concurrency is a number from 1 to 256.")]
    public int Concurrency { get; set; } = 64;

    /// <summary>
    /// Private addresses that events may be sent to, each exactly <c>host:port</c>, for a program of the practice's own: <c>automation.clinic.internal:5678</c>. They may
    /// be without TLS. Default: none.
    /// </summary>
    public IList<string> AllowedPrivateEndpoints { get; } = [];
}
