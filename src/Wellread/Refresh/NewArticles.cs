using System.Threading.Channels;

namespace Wellread.Refresh;

/// <summary>A bell that rings when articles have come in. However often it rings before somebody listens, it is heard once.</summary>
internal sealed class NewArticles
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Ends when it has rung since it was last heard.</summary>
    public async Task HearAsync(CancellationToken cancellationToken) => await _rings.Reader.ReadAsync(cancellationToken);
}
