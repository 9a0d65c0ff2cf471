using System.Buffers;

namespace Wellread.Feeds.Outbound;

/// <summary>
/// Collects bytes up to a cap in small pooled pieces, so that an endless answer costs no large allocation. One byte past the cap tells "full"
/// from "too large".
/// </summary>
internal sealed class CappedBuffer(int max) : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private readonly List<byte[]> _pieces = [];

    public int Length { get; private set; }

    public bool IsTooLarge => Length > max;

    /// <summary>Room to write into; empty once the cap is passed.</summary>
    public Memory<byte> Space()
    {
        if (IsTooLarge) return default;
        var used = Length % PieceSize;
        if (Length == _pieces.Count * PieceSize) _pieces.Add(ArrayPool<byte>.Shared.Rent(PieceSize));
        return _pieces[^1].AsMemory(used, Math.Min(PieceSize - used, max + 1 - Length));
    }

    public void Advance(int count) => Length += count;

    public byte[] ToArray()
    {
        var all = new byte[Length];
        for (var start = 0; start < Length; start += PieceSize)
        {
            _pieces[start / PieceSize].AsSpan(0, Math.Min(PieceSize, Length - start)).CopyTo(all.AsSpan(start));
        }

        return all;
    }

    public void Dispose()
    {
        foreach (var piece in _pieces) ArrayPool<byte>.Shared.Return(piece);
        _pieces.Clear();
    }
}
