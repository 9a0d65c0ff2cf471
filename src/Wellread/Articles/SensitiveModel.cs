using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Reflection;

namespace Wellread.Articles;

/// <summary>
/// A multinomial logistic regression over <see cref="SensitiveFeatures"/>, learnt from sentences written for this project and from real ones: how likely it is that a sentence touches a sensitive
/// subject, and which one. The file, little-endian: for each of 1 + <see cref="Subjects"/> lines (harmless first) the scale and the bias as 32-bit floats; then for each feature its hash (32
/// bits) and a signed byte for each line.
/// </summary>
internal sealed class SensitiveModel
{
    /// <summary>How many subjects <c>sensitive.txt</c> has.</summary>
    public const int Subjects = 6;

    private const int Lines = 1 + Subjects;
    private const int HeadLength = Lines * 2 * sizeof(float);
    private const int RowLength = sizeof(uint) + Lines;

    private readonly float[] _scales = new float[Lines];
    private readonly float[] _biases = new float[Lines];
    private readonly FrozenDictionary<uint, int> _rows;
    private readonly sbyte[] _weights;

    private SensitiveModel(ReadOnlySpan<byte> bytes)
    {
        for (var line = 0; line < Lines; line++)
        {
            _scales[line] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(line * 2 * sizeof(float))..]);
            _biases[line] = BinaryPrimitives.ReadSingleLittleEndian(bytes[((line * 2 + 1) * sizeof(float))..]);
        }
        var count = (bytes.Length - HeadLength) / RowLength;
        var rows = new Dictionary<uint, int>(count);
        _weights = new sbyte[count * Lines];
        for (var i = 0; i < count; i++)
        {
            var row = bytes.Slice(HeadLength + i * RowLength, RowLength);
            rows[BinaryPrimitives.ReadUInt32LittleEndian(row)] = i * Lines;
            for (var line = 0; line < Lines; line++) _weights[i * Lines + line] = unchecked((sbyte)row[sizeof(uint) + line]);
        }
        _rows = rows.ToFrozenDictionary();
    }

    public static SensitiveModel Current { get; } = ReadEmbedded();

    public static SensitiveModel Read(ReadOnlySpan<byte> bytes) => bytes.Length > HeadLength && (bytes.Length - HeadLength) % RowLength == 0
        ? new SensitiveModel(bytes) : throw new FormatException("This is not a model of sensitive subjects.");

    /// <param name="rows">Each feature's hash with its weight in each line; rounded to 127 steps on either side.</param>
    /// <param name="biases">Of each line: harmless, then each subject.</param>
    public static byte[] Write(IReadOnlyList<(uint Hash, float[] Weights)> rows, float[] biases)
    {
        var bytes = new byte[HeadLength + rows.Count * RowLength];
        for (var line = 0; line < Lines; line++)
        {
            var scale = Math.Max(rows.Max(row => Math.Abs(row.Weights[line])) / sbyte.MaxValue, float.Epsilon);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(line * 2 * sizeof(float)), scale);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((line * 2 + 1) * sizeof(float)), biases[line]);
            for (var i = 0; i < rows.Count; i++) bytes[HeadLength + i * RowLength + sizeof(uint) + line] = unchecked((byte)(sbyte)MathF.Round(rows[i].Weights[line] / scale));
        }
        for (var i = 0; i < rows.Count; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(HeadLength + i * RowLength), rows[i].Hash);
        return bytes;
    }

    /// <summary>How likely it is, 0 to 1, that a sentence touches a sensitive subject, and which subject it is most like, from 0.</summary>
    public (double Likely, int Subject) Judge(SensitiveFeatures features)
    {
        Span<int> sums = stackalloc int[Lines];
        sums.Clear();
        foreach (var hash in features.All)
        {
            if (!_rows.TryGetValue(hash, out var row)) continue;
            for (var line = 0; line < Lines; line++) sums[line] += _weights[row + line];
        }
        var (subject, total) = (1, 0.0);
        for (var line = 1; line < Lines; line++)
        {
            total += Math.Exp(Score(sums, line) - Score(sums, 0));
            if (Score(sums, line) > Score(sums, subject)) subject = line;
        }
        return (total / (1 + total), subject - 1);
    }

    private double Score(ReadOnlySpan<int> sums, int line) => (double)_biases[line] + (double)_scales[line] * sums[line];

    private static SensitiveModel ReadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Articles.sensitive-model.bin")
            ?? throw new InvalidOperationException("The program was built without sensitive-model.bin.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read(bytes.ToArray());
    }
}
