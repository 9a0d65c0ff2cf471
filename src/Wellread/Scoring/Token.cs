using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>A token of <see cref="TokenReader"/>, kept while those behind it are read.</summary>
/// <param name="Key"><see cref="TokenReader.Key"/>.</param>
/// <param name="Form">Of a word.</param>
internal readonly record struct Token(Vector128<byte> Key, int Start, int End, TokenKind Kind, WordForm Form, bool StartsSentence, bool IsAscii);
