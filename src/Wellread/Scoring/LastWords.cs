using System.Runtime.CompilerServices;

namespace Wellread.Scoring;

/// <summary>The hashes of the last words, oldest first. Written twice, a window apart, so that nothing is ever moved.</summary>
internal struct LastWords
{
    private Hashes _hashes;
    private int _next;

    public void Add(uint word)
    {
        _hashes[_next] = word;
        _hashes[_next + Jargon.MaxWords] = word;
        _next = _next + 1 == Jargon.MaxWords ? 0 : _next + 1;
    }

    /// <summary>The term that they end with, or null. As many as a term can have are looked at; 0 stands for words before the first.</summary>
    public readonly JargonTerm? Term(Jargon jargon)
    {
        ReadOnlySpan<uint> all = _hashes;
        return jargon.EndingWith(all.Slice(_next, Jargon.MaxWords));
    }

    [InlineArray(2 * Jargon.MaxWords)]
    private struct Hashes
    {
        private uint _first;
    }
}
