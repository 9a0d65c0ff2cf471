using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Wellread.Scoring;

/// <summary>
/// The model file, little-endian: eight bytes of magic, format version, featurizer version, then two heads, what is known of words, trees and a line for the
/// difficulty, a line for the plainness and constants, and at the end the SHA-256 of everything before it. Written and read whole.
/// </summary>
internal static class FriendlinessModelFile
{
    public const string Name = "friendliness.bin";

    private const int FormatVersion = 7;

    private const int ChecksumLength = 32;

    private const long MaxLength = 20_000_000;

    private static ReadOnlySpan<byte> Magic => "WELLREAD"u8;

    public static byte[] Write(FriendlinessModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(FormatVersion);
        writer.Write(Featurizer.Version);
        WriteHead(writer, model.Items);
        WriteHead(writer, model.Passages);
        var vocabulary = model.Vocabulary;
        writer.Write(vocabulary.Familiarity.LayLevels);
        writer.Write(vocabulary.Familiarity.GeneralLevels);
        writer.Write(MemoryMarshal.AsBytes(vocabulary.Sizes.Places));
        writer.Write(MemoryMarshal.AsBytes(vocabulary.Vectors.Words));
        writer.Write(MemoryMarshal.AsBytes(vocabulary.Vectors.Vectors));
        WriteTrees(writer, model.DifficultyTrees);
        WriteLine(writer, model.DifficultyLine);
        WriteLine(writer, model.PlainnessLine);
        writer.Write(model.Constants.PatientsFrom);
        writer.Write(model.Constants.ColleaguesBelow);
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    private static void WriteHead(BinaryWriter writer, FriendlinessHead head)
    {
        var linear = head.Linear;
        writer.Write(linear.Bits);
        writer.Write(linear.FriendlinessScale);
        writer.Write(linear.SquareScale);
        writer.Write(MemoryMarshal.AsBytes(linear.SquareLevels.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(linear.Buckets.AsSpan()));
        WriteTrees(writer, head.Trees);
        var c = head.Constants;
        foreach (var value in (ReadOnlySpan<float>)[c.Bias, c.TreeShare, c.PlainShare, c.HardShare, c.Bend, c.Slope, c.Offset]) writer.Write(value);
    }

    public static ModelLoad Read(string path)
    {
        try
        {
            if (Directory.Exists(path)) return new ModelLoad.Failed("A folder stands where the model file belongs.");
            var file = new FileInfo(path);
            if (!file.Exists) return new ModelLoad.Failed("The model file is missing.");
            // A pipe or a device says so too, and opening one could wait for ever.
            if (file.Length == 0) return new ModelLoad.Failed("The model file is empty.");
            // Whoever writes the file must not be kept from it; what is half written fails its checksum.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > MaxLength) return new ModelLoad.Failed("The model file is too large to be one.");
            var content = new byte[stream.Length];
            var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return Parse(read == content.Length ? content : content[..read]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return new ModelLoad.Failed("The model file can't be read.");
        }
    }

    public static ModelLoad Parse(byte[] content)
    {
        if (content.Length < Magic.Length || !content.AsSpan().StartsWith(Magic)) return new ModelLoad.Failed("The file is not a Wellread model.");
        var body = content.Length - ChecksumLength;
        if (body < Magic.Length + 12) return new ModelLoad.Failed("The model file is cut short.");
        var checksum = SHA256.HashData(content.AsSpan(0, body));
        if (!checksum.AsSpan().SequenceEqual(content.AsSpan(body))) return new ModelLoad.Failed("The model file is damaged: its checksum does not fit.");
        using var reader = new BinaryReader(new MemoryStream(content, Magic.Length, body - Magic.Length));
        if (reader.ReadInt32() != FormatVersion) return new ModelLoad.Failed("The model file was written by another version of Wellread. Train it again.");
        if (reader.ReadInt32() != Featurizer.Version) return new ModelLoad.Failed("The model file fits another version of the featurizer. Train it again.");
        try
        {
            return new ModelLoad.Loaded(ReadModel(reader, Convert.ToHexStringLower(checksum.AsSpan(0, 4))));
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or ArgumentException)
        {
            return new ModelLoad.Failed("The model file does not hold what it says.");
        }
    }

    private static FriendlinessModel ReadModel(BinaryReader reader, string version)
    {
        var model = new FriendlinessModel
        {
            Version = $"friendliness-{version}",
            Items = ReadHead(reader),
            Passages = ReadHead(reader),
            Vocabulary = ReadVocabulary(reader),
            DifficultyTrees = ReadTrees(reader),
            DifficultyLine = ReadLine(reader),
            PlainnessLine = ReadLine(reader),
            Constants = new ModelConstants(ReadFinite(reader), ReadFinite(reader)),
        };
        if (reader.BaseStream.Position != reader.BaseStream.Length) throw new InvalidDataException("more than a model");
        return model;
    }

    private static FriendlinessHead ReadHead(BinaryReader reader) => new(
        ReadLinear(reader), ReadTrees(reader), ReadConstants(reader));

    private static HeadConstants ReadConstants(BinaryReader reader)
    {
        var constants = new HeadConstants(ReadFinite(reader), ReadFinite(reader), ReadFinite(reader), ReadFinite(reader), ReadFinite(reader), ReadFinite(reader), ReadFinite(reader));
        return constants.Bend >= 0 ? constants : throw new InvalidDataException("bend");
    }

    private static LinearWeights ReadLinear(BinaryReader reader)
    {
        var bits = reader.ReadInt32();
        if (bits is < 8 or > 22) throw new InvalidDataException("bits");
        float friendlinessScale = reader.ReadSingle(), squareScale = reader.ReadSingle();
        if (!float.IsFinite(friendlinessScale + squareScale)) throw new InvalidDataException("scale");
        var squares = ReadArray<ushort>(reader, LinearWeights.Squares);
        return new LinearWeights(bits, ReadArray<ushort>(reader, 1 << bits), squares, friendlinessScale, squareScale);
    }

    private static Vocabulary ReadVocabulary(BinaryReader reader) => new(
        new WordFamiliarity(ReadArray<byte>(reader, WordFamiliarity.Length), ReadArray<byte>(reader, WordFamiliarity.Length)),
        new WordSizes(ReadArray<ushort>(reader, WordSizes.Length)),
        new WordVectors(ReadArray<uint>(reader, WordVectors.Length), ReadArray<sbyte>(reader, WordVectors.Length * Vector128<sbyte>.Count)));

    private static void WriteLine(BinaryWriter writer, DenseLine line)
    {
        WriteArray(writer, line.Weights);
        WriteArray(writer, line.Low);
        WriteArray(writer, line.High);
        writer.Write(line.Bias);
    }

    private static DenseLine ReadLine(BinaryReader reader)
    {
        var line = new DenseLine(ReadArray<float>(reader), ReadArray<float>(reader), ReadArray<float>(reader), reader.ReadSingle());
        line.Check();
        return line;
    }

    private static float ReadFinite(BinaryReader reader) => reader.ReadSingle() is var value && float.IsFinite(value) ? value : throw new InvalidDataException("constants");

    private static void WriteTrees(BinaryWriter writer, TreeEnsemble trees)
    {
        WriteArray(writer, trees.NodeStarts);
        WriteArray(writer, trees.LeafStarts);
        WriteArray(writer, trees.Features);
        WriteArray(writer, trees.Thresholds);
        WriteArray(writer, trees.Left);
        WriteArray(writer, trees.Right);
        WriteArray(writer, trees.Leaves);
    }

    private static TreeEnsemble ReadTrees(BinaryReader reader)
    {
        var trees = new TreeEnsemble(
            ReadArray<int>(reader), ReadArray<int>(reader), ReadArray<byte>(reader), ReadArray<float>(reader), ReadArray<short>(reader),
            ReadArray<short>(reader), ReadArray<float>(reader));
        trees.Check(StackedFeatures.Count);
        return trees;
    }

    private static void WriteArray<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] ReadArray<T>(BinaryReader reader, int? length = null)
        where T : unmanaged
    {
        var count = length ?? reader.ReadInt32();
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count < 0 || count > left) throw new InvalidDataException("length");
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
