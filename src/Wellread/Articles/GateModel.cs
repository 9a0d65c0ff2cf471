using System.Buffers.Binary;
using System.Reflection;

namespace Wellread.Articles;

/// <summary>
/// A logistic regression over <see cref="GateFeatures"/>, learnt from real headlines and items of our own: the log odds that a patient can use an article. The file, little-endian: the bias
/// as a 32-bit float, then each feature's hash (32 bits) with its weight (16-bit float).
/// </summary>
internal sealed class GateModel
{
    private const int HeadLength = sizeof(float);
    private const int RowLength = sizeof(uint) + sizeof(ushort);

    private readonly float _bias;
    private readonly uint[] _features;
    private readonly float[] _weights;

    private GateModel(ReadOnlySpan<byte> bytes)
    {
        _bias = BinaryPrimitives.ReadSingleLittleEndian(bytes);
        var rows = bytes[HeadLength..];
        var places = 4;
        while (places < rows.Length / RowLength * 2) places *= 2;
        _features = new uint[places];
        _weights = new float[places];
        for (; rows.Length > 0; rows = rows[RowLength..])
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(rows) is not (not 0 and var feature)) continue;
            var place = PlaceOf(feature);
            (_features[place], _weights[place]) = (feature, (float)BinaryPrimitives.ReadHalfLittleEndian(rows[sizeof(uint)..]));
        }
    }

    public static GateModel Current { get; } = ReadEmbedded();

    public static GateModel Read(ReadOnlySpan<byte> bytes) => bytes.Length >= HeadLength && (bytes.Length - HeadLength) % RowLength == 0
        ? new GateModel(bytes) : throw new FormatException("This is not a model of the health gate.");

    public static byte[] Write(float bias, IReadOnlyCollection<(uint Feature, float Weight)> weights)
    {
        var bytes = new byte[HeadLength + weights.Count * RowLength];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, bias);
        var rows = bytes.AsSpan(HeadLength);
        foreach (var (feature, weight) in weights)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rows, feature);
            BinaryPrimitives.WriteHalfLittleEndian(rows[sizeof(uint)..], (Half)weight);
            rows = rows[RowLength..];
        }
        return bytes;
    }

    /// <summary>0 for a feature that nothing was learnt of.</summary>
    public float WeightOf(uint feature) => _weights[PlaceOf(feature)];

    /// <summary>The log odds that a patient can use it.</summary>
    public double Score(Article article, GateEvidence evidence)
    {
        var sum = new Sum(this);
        GateFeatures.Read(article, evidence, ref sum);
        return _bias + sum.Total;
    }

    // Where the feature is, or the free place where it would be: whose weight is 0.
    private int PlaceOf(uint feature)
    {
        var place = (int)(feature & (uint)(_features.Length - 1));
        while (_features[place] != feature && _features[place] != 0) place = (place + 1) & (_features.Length - 1);
        return place;
    }

    private static GateModel ReadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Articles.gate-model.bin")
            ?? throw new InvalidOperationException("The program was built without gate-model.bin.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    private struct Sum(GateModel model) : IGateFeatureSink
    {
        public double Total { get; private set; }

        public void Add(uint feature, float value) => Total += model.WeightOf(feature) * value;
    }
}
