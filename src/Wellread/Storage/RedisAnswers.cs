using System.Buffers.Text;
using System.Globalization;
using StackExchange.Redis;

namespace Wellread.Storage;

/// <summary>What Redis gave back, as the contract's types.</summary>
internal static class RedisAnswers
{
    /// <summary>Reads an answer; one of another shape than the script gives is the server's fault and not a bug here.</summary>
    public static T Read<T>(RedisResult answer, Func<RedisResult, T> read)
    {
        try
        {
            return read(answer);
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidCastException or FormatException
            or OverflowException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new RedisException("The answer has another shape than the script gives.", exception);
        }
    }

    /// <summary>A document from "VERSION:BODY"; the body is not copied.</summary>
    public static StoredDocument? Document(string kind, string id, RedisValue stored)
    {
        if ((byte[]?)stored is not { } bytes) return null;
        if (!Utf8Parser.TryParse(bytes, out long version, out var length) || length >= bytes.Length || bytes[length] != (byte)':')
            throw new RedisException("A document's value is not 'VERSION:BODY'.");
        return new StoredDocument(kind, id, bytes.AsMemory(length + 1), version);
    }

    /// <summary>A page of a scan, and the cursor of the next; "0" at the end.</summary>
    public static (string Cursor, List<StoredDocument> Documents) Page(string kind, RedisResult answer)
    {
        var documents = new List<StoredDocument>(answer[1].Length / 2);
        for (var i = 0; i < answer[1].Length; i += 2)
            documents.Add(Document(kind, (string)answer[1][i]!, (RedisValue)answer[1][i + 1])!);
        return ((string)answer[0]!, documents);
    }

    public static CommitResult Commit(StorageBatch batch, RedisResult answer) => (int)answer[0] switch
    {
        1 => new CommitResult.Committed((long)answer[1]),
        2 => new CommitResult.Fenced(),
        _ => batch.Writes[(int)answer[1]] is StorageWrite.Put put
            ? new CommitResult.Conflict(put.Kind, put.Id)
            : throw new InvalidOperationException("Only a document can conflict."),
    };

    public static IReadOnlyList<RankedMember> Ranked(RedisResult answer)
    {
        var members = new RankedMember[answer.Length / 2];
        for (var i = 0; i < members.Length; i++)
        {
            var score = double.Parse((string)answer[(2 * i) + 1]!, CultureInfo.InvariantCulture);
            members[i] = new RankedMember((string)answer[2 * i]!, 0.0 - score);
        }
        return members;
    }

    public static LogPage Log(RedisResult answer, long after)
    {
        if ((int)answer[0] == 1) return new LogPage([], (long)answer[1], Truncated: true);
        var entries = new LogEntry[answer[2].Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var (id, fields) = ((string)answer[2][i][0]!, answer[2][i][1]);
            var position = long.Parse(id.AsSpan(0, id.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
            entries[i] = new LogEntry(position, (string)fields[1]!, (string)fields[3]!);
        }
        return new LogPage(entries, entries.Length > 0 ? entries[^1].Position : after, Truncated: false);
    }
}
