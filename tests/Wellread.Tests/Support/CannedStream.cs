using System.Text;

namespace Wellread.Tests.Support;

/// <summary>A connection to a server that says the same whatever it is asked, for answers that no real server would let a test send.</summary>
internal sealed class CannedStream(string answer) : MemoryStream(Encoding.Latin1.GetBytes(answer), writable: false)
{
    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer) { }

    public override void Write(byte[] buffer, int offset, int count) { }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.CompletedTask;
}
