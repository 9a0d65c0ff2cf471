using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using Wellread.Scoring;

namespace Wellread.Privacy;

/// <summary>What the post model makes of a post.</summary>
/// <param name="Likely">How likely it is, 0 to 1, that the post reveals a patient.</param>
/// <param name="Sentences">The sentences that speak for it and how much each does, the one that does most first.</param>
internal readonly record struct PostOpinion(double Likely, IReadOnlyList<(int Sentence, int Weight)> Sentences);

/// <summary>
/// A logistic regression over <see cref="PostFeatures"/>, learnt from posts written for this project. The file, little-endian: the scale of a weight and the bias as
/// two 32-bit floats, one signed byte for each of the 2^<see cref="Bits"/> weights, and one byte for each that tells whose weight it is. Without the latter every fifth feature
/// that no training post has would get a weight that is another's.
/// </summary>
internal sealed class PostModel
{
    public const int Bits = 19;

    private const int HeadLength = 2 * sizeof(float);

    private readonly float _scale;
    private readonly float _bias;
    private readonly sbyte[] _weights;
    private readonly byte[] _owners;

    private PostModel(float scale, float bias, sbyte[] weights, byte[] owners) => (_scale, _bias, _weights, _owners) = (scale, bias, weights, owners);

    public static PostModel Current { get; } = ReadEmbedded();

    private static PostModel ReadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Privacy.post-model.bin")
            ?? throw new InvalidOperationException("The program was built without post-model.bin.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    public static PostModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != HeadLength + (2 << Bits)) throw new FormatException("This is not a post model.");
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(HeadLength, 1 << Bits)).ToArray();
        return new PostModel(BinaryPrimitives.ReadSingleLittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(float)..]), weights, bytes[(HeadLength + weights.Length)..].ToArray());
    }

    /// <param name="weights">As fitted; they are rounded to 127 steps on either side.</param>
    /// <param name="owners">The <see cref="Owner"/> of the feature that each weight is of.</param>
    public static byte[] Write(ReadOnlySpan<float> weights, ReadOnlySpan<byte> owners, float bias)
    {
        var scale = 0f;
        foreach (var weight in weights) scale = Math.Max(scale, Math.Abs(weight) / sbyte.MaxValue);
        var bytes = new byte[HeadLength + weights.Length + owners.Length];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, scale);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(float)), bias);
        for (var i = 0; i < weights.Length; i++) bytes[HeadLength + i] = unchecked((byte)(sbyte)MathF.Round(scale == 0 ? 0 : weights[i] / scale));
        owners.CopyTo(bytes.AsSpan(HeadLength + weights.Length));
        return bytes;
    }

    public static int Place(uint hash) => FeatureHash.Bucket(hash, Bits);

    /// <summary>Tells apart what falls on one place.</summary>
    public static byte Owner(uint hash) => (byte)((hash * 0x85EBCA6B) >> 24);

    /// <summary>Each feature of a post counts this much, so that long posts and short ones are alike.</summary>
    public static float Share(PostFeatures features) => 1 / MathF.Sqrt(features.All.Count);

    /// <summary>How likely it is, 0 to 1, that a text reveals a patient; 0 for one without words.</summary>
    public double Likely(Evidence evidence) => evidence.Sentences == 0 ? 0 : Judge(PostFeatures.Of(evidence, PostGuard.ByRules(evidence)), evidence.Sentences).Likely;

    public PostOpinion Judge(PostFeatures features, int sentences)
    {
        var bySentence = new int[sentences + 1];
        foreach (var feature in features.All)
        {
            var place = Place(feature.Hash);
            if (_owners[place] == Owner(feature.Hash)) bySentence[feature.Sentence + 1] += _weights[place];
        }
        var score = _bias + (bySentence.Sum() * _scale * Share(features));
        var speaking = Enumerable.Range(0, sentences).Select(sentence => (sentence, bySentence[sentence + 1])).Where(one => one.Item2 > 0).OrderByDescending(one => one.Item2).ToArray();
        return new PostOpinion(1 / (1 + Math.Exp(-score)), speaking);
    }
}
