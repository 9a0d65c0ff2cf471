using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Wellread.Benchmarks;

/// <summary>
/// A fixed rate of requests, whatever the server takes (an open loop). Each wait is counted from when the request was due, not from when it could be sent: a request that
/// waited for the ones before it has waited all the same, so that a pause is seen by every request that fell into it (no coordinated omission: Tene 2013).
/// One thread does it all and allocates nothing, as generator and server share the machine: what the generator takes, the server waits for. Linux only.
/// </summary>
internal sealed class PacedLoad : IDisposable
{
    private const int Connections = 64;
    private const short Readable = 1;

    private readonly Connection[] _connections = new Connection[Connections];
    private readonly Queue<Connection> _idle = new(Connections);
    private readonly Connection[] _busy = new Connection[Connections];
    private readonly Watched[] _watched = new Watched[Connections];
    private readonly byte[][] _requests;
    private readonly double[] _times;
    private readonly double _ticksBetween;
    private int _busyCount;
    private int _sent;
    private int _done;

    private PacedLoad(int port, int practices, double rate, TimeSpan span)
    {
        _times = new double[(int)(rate * span.TotalSeconds)];
        _ticksBetween = Stopwatch.Frequency / rate;
        _requests = [.. Enumerable.Range(0, practices).Select(i => Encoding.ASCII.GetBytes($"GET /api/v1/suggestions?limit=5&practice=p{i} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))];
        for (var i = 0; i < Connections; i++) _idle.Enqueue(_connections[i] = new Connection(port));
    }

    /// <summary>Milliseconds from when each request was due to its last byte, sorted.</summary>
    public static Task<double[]> RunAsync(int port, int practices, double rate, TimeSpan span) => Task.Factory.StartNew(
        () =>
        {
            using var load = new PacedLoad(port, practices, rate, span);
            return load.Run();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Dispose();
    }

    private double[] Run()
    {
        var start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10);
        while (_done < _times.Length)
        {
            var wait = SendDue(start);
            for (var i = 0; i < _busyCount; i++) _watched[i] = new Watched { Descriptor = _busy[i].Descriptor, Events = Readable };
            var pause = new Pause { Seconds = (nint)(wait / Stopwatch.Frequency), Nanoseconds = (nint)(wait % Stopwatch.Frequency * 1_000_000_000 / Stopwatch.Frequency) };
            if (Poll(_watched, (nuint)_busyCount, in pause, 0) > 0) ReceiveThere(start);
        }

        Array.Sort(_times);
        return _times;
    }

    /// <summary>Returns how long nothing more is to be sent: until the next is due, or until a connection is free.</summary>
    private long SendDue(long start)
    {
        while (_sent < _times.Length && _idle.Count > 0)
        {
            var wait = start + (long)(_sent * _ticksBetween) - Stopwatch.GetTimestamp();
            if (wait > 0) return wait;
            var connection = _idle.Dequeue();
            connection.Ask(_sent, _requests[(int)(_sent * 7919L % _requests.Length)]);
            _busy[_busyCount++] = connection;
            _sent++;
        }

        return Stopwatch.Frequency;
    }

    private void ReceiveThere(long start)
    {
        // From the end, as what is done makes room for the last.
        for (var i = _busyCount - 1; i >= 0; i--)
        {
            if (_watched[i].Happened == 0 || !_busy[i].Receive()) continue;
            var connection = _busy[i];
            _times[connection.Number] = Stopwatch.GetElapsedTime(start + (long)(connection.Number * _ticksBetween)).TotalMilliseconds;
            _done++;
            _busy[i] = _busy[--_busyCount];
            _idle.Enqueue(connection);
        }
    }

    /// <summary>Waits until one of the sockets has something to read; its pauses are finer than the milliseconds of a timer here.</summary>
    [DllImport("libc", EntryPoint = "ppoll")]
    private static extern int Poll([In, Out] Watched[] watched, nuint count, in Pause pause, nint signals);

    [StructLayout(LayoutKind.Sequential)]
    private struct Watched
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Pause
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    private sealed class Connection : IDisposable
    {
        private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] _buffer = new byte[64 * 1024];
        private int _have;
        private int _length;

        public Connection(int port) => _socket.Connect(IPAddress.Loopback, port);

        public int Descriptor => (int)_socket.SafeHandle.DangerousGetHandle();

        /// <summary>Of the request under way.</summary>
        public int Number { get; private set; }

        public void Ask(int number, byte[] request)
        {
            (Number, _have, _length) = (number, 0, 0);
            if (_socket.Send(request) != request.Length) throw new IOException("A request was sent in part.");
        }

        /// <summary>Takes what is there; true where that was the rest of the answer.</summary>
        public bool Receive()
        {
            var got = _socket.Receive(_buffer.AsSpan(_have));
            if (got == 0) throw new IOException("The server closed the connection.");
            _have += got;
            if (_length == 0) _length = LengthOf(_buffer.AsSpan(0, _have));
            return _length > 0 && _have >= _length;
        }

        public void Dispose() => _socket.Dispose();

        /// <summary>Head and body together; 0 while the head is not there whole.</summary>
        private static int LengthOf(ReadOnlySpan<byte> answer)
        {
            var end = answer.IndexOf("\r\n\r\n"u8);
            if (end < 0) return 0;
            var head = answer[..end];
            var at = head.IndexOf("Content-Length: "u8);
            if (at < 0 || !head.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(head));
            return Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? end + 4 + length : throw new InvalidOperationException("No length.");
        }
    }
}
