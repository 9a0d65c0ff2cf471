namespace Wellread.Scoring;

/// <summary>The hashes of the last words, oldest first. Written twice, a window apart, so that nothing is ever moved.</summary>
internal ref struct LastWords(Span<uint> buffer)
{
    public const int BufferLength = 2 * Jargon.MaxWords;

    private readonly Span<uint> _buffer = buffer[..BufferLength];
    private int _next;

    /// <summary>As many as a term can have; 0 for words before the first.</summary>
    public readonly ReadOnlySpan<uint> Window => _buffer.Slice(_next, Jargon.MaxWords);

    public void Add(uint word)
    {
        _buffer[_next] = word;
        _buffer[_next + Jargon.MaxWords] = word;
        _next = _next + 1 == Jargon.MaxWords ? 0 : _next + 1;
    }
}
