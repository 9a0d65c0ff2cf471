using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Wellread.Scoring;

/// <summary>
/// A linear model over hashed words and measures of style. Immutable. It says how likely a patient understands a text; the two calibration
/// numbers turn its sum into that probability (Platt 1999).
/// </summary>
internal sealed class FriendlinessModel
{
    private const uint Magic = 0x4D465257; // "WRFM", little-endian
    private const int Format = 1;
    private const int HeaderBytes = 32;
    private const int HashBytes = 32;
    private const int FileBytes = HeaderBytes + (TextFeatures.StyleCount * 3 * 4) + (TextFeatures.Buckets * 2) + HashBytes;

    private readonly float[] _means;
    private readonly float[] _scales;
    private readonly float[] _styleWeights;
    private readonly Half[] _weights;

    public FriendlinessModel(float bias, float slope, float offset, float threshold, float[] means, float[] scales, float[] styleWeights, Half[] weights)
    {
        (Bias, Slope, Offset, Threshold) = (bias, slope, offset, threshold);
        (_means, _scales, _styleWeights, _weights) = (means, scales, styleWeights, weights);
        Version = "f1-" + Convert.ToHexStringLower(SHA256.HashData(Body())[..4]);
    }

    public float Bias { get; }

    public float Slope { get; }

    public float Offset { get; }

    /// <summary>From this probability on a text is for patients; chosen on texts kept out of training.</summary>
    public float Threshold { get; }

    /// <summary>Derived from the weights: two files with the same weights have the same version.</summary>
    public string Version { get; }

    /// <summary>The probability, 0 to 1, that a patient understands the text.</summary>
    public double Probability(ReadOnlySpan<char> text, out Readability readability)
    {
        var sum = Sum(text, out readability);
        return 1 / (1 + Math.Exp(-((Slope * sum) + Offset)));
    }

    /// <summary>The sum before calibration.</summary>
    public double Sum(ReadOnlySpan<char> text, out Readability readability)
    {
        Span<float> style = stackalloc float[TextFeatures.StyleCount];
        readability = TextFeatures.Style(text, style);
        double sum = Bias;
        for (var i = 0; i < style.Length; i++) sum += (style[i] - _means[i]) * _scales[i] * _styleWeights[i];
        var adder = new Adder(_weights);
        var count = TextFeatures.Visit(text, ref adder);
        return count == 0 ? sum : sum + (adder.Total / Math.Sqrt(count));
    }

    /// <summary>The same weights with another calibration and threshold.</summary>
    public FriendlinessModel Calibrated(float slope, float offset, float threshold) =>
        new(Bias, slope, offset, threshold, _means, _scales, _styleWeights, _weights);

    public void Save(Stream stream)
    {
        var body = Body();
        stream.Write(body);
        stream.Write(SHA256.HashData(body));
    }

    /// <summary>Reads a model. Throws <see cref="InvalidDataException"/> with one sentence where the bytes are not a whole model of this format.</summary>
    public static FriendlinessModel Load(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic) throw new InvalidDataException("The file is not a model of Wellread.");
        if (BinaryPrimitives.ReadInt32LittleEndian(file[4..]) != Format) throw new InvalidDataException("The model is of another format than this version reads.");
        if (file.Length != FileBytes) throw new InvalidDataException("The model file is cut short or has something behind it.");
        var body = file[..^HashBytes];
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(file[^HashBytes..])) throw new InvalidDataException("The model file is damaged.");

        var position = 8;
        var header = Floats(body, ref position, 4);
        position = HeaderBytes;
        var means = Floats(body, ref position, TextFeatures.StyleCount);
        var scales = Floats(body, ref position, TextFeatures.StyleCount);
        var styleWeights = Floats(body, ref position, TextFeatures.StyleCount);
        var weights = new Half[TextFeatures.Buckets];
        for (var i = 0; i < weights.Length; i++) weights[i] = BinaryPrimitives.ReadHalfLittleEndian(body[(position + (i * 2))..]);
        if (header.Concat(means).Concat(scales).Concat(styleWeights).Any(value => !float.IsFinite(value)) || weights.Any(weight => !Half.IsFinite(weight)))
            throw new InvalidDataException("The model holds numbers that are none.");
        return new FriendlinessModel(header[0], header[1], header[2], header[3], means, scales, styleWeights, weights);
    }

    private byte[] Body()
    {
        var body = new byte[FileBytes - HashBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(body, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), Format);
        var position = 8;
        Write(body, ref position, [Bias, Slope, Offset, Threshold]);
        position = HeaderBytes;
        Write(body, ref position, _means);
        Write(body, ref position, _scales);
        Write(body, ref position, _styleWeights);
        for (var i = 0; i < _weights.Length; i++) BinaryPrimitives.WriteHalfLittleEndian(body.AsSpan(position + (i * 2)), _weights[i]);
        return body;
    }

    private static void Write(byte[] body, ref int position, ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(body.AsSpan(position), value);
            position += 4;
        }
    }

    private static float[] Floats(ReadOnlySpan<byte> body, ref int position, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++, position += 4) values[i] = BinaryPrimitives.ReadSingleLittleEndian(body[position..]);
        return values;
    }

    private struct Adder(Half[] weights) : IFeatureVisitor
    {
        public double Total;

        public void Add(int bucket) => Total += (float)weights[bucket];
    }
}
