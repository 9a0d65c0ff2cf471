using System.Buffers;

namespace Wellread.Commands;

/// <summary>The lines of a stream as bytes, without their ends. A BOM before the first is left out. Its memory is lent: dispose of it.</summary>
/// <param name="waiting">Called whenever the next line may have to be waited for.</param>
internal sealed class ByteLines(Stream stream, Action waiting) : IDisposable
{
    /// <summary>Bytes of a line at most.</summary>
    public const int Longest = 64_000_000;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int _start, _end;
    private bool _ended;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>False at the end. The line holds until the next call. Throws <see cref="InvalidDataException"/> where a line is longer than <see cref="Longest"/>.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var looked = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (end >= 0 || _ended)
            {
                var length = end >= 0 ? looked + end : _end - _start;
                line = _buffer.AsSpan(_start, length);
                if (end < 0 && length == 0) return false;
                _start += end >= 0 ? length + 1 : length;
                Number++;
                if (line is [.. var whole, (byte)'\r']) line = whole;
                if (Number == 1 && line is [0xEF, 0xBB, 0xBF, .. var text]) line = text;
                return true;
            }
            looked = _end - _start;
            if (looked > Longest) throw new InvalidDataException($"Line {Number + 1} is longer than {Longest / 1_000_000} MB.");
            Fill();
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Fill()
    {
        var kept = _buffer.AsSpan(_start, _end - _start);
        if (kept.Length > _buffer.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
            kept.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            kept.CopyTo(_buffer);
        }
        (_start, _end) = (0, kept.Length);
        waiting();
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
