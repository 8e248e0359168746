using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CraftMarket.Benchmarks;

/// <summary>What a number of clients, each asking again as soon as it is answered, got out of the application.</summary>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="P50">Median latency in milliseconds.</param>
/// <param name="P95">95th percentile in milliseconds.</param>
/// <param name="P99">99th percentile in milliseconds.</param>
/// <param name="Microseconds">Processor time of the application per answer; the database's comes on top.</param>
/// <param name="ByStatus">How many answers had which status code.</param>
internal sealed record LoadResult(int Clients, double PerSecond, double P50, double P95, double P99, double Microseconds,
    IReadOnlyDictionary<int, int> ByStatus)
{
    /// <summary>A refusal, or a way to the sign-in, is quick and proves nothing.</summary>
    public LoadResult Expect(int status) => ByStatus.Keys.All(x => x == status) ? this
        : throw new InvalidOperationException($"Not all were answered {status}: {string.Join(' ', ByStatus)}");
}

/// <summary>Plain keep-alive sockets on loopback: the generator must not cost more than what it measures.</summary>
internal sealed class LoadRun(AppProcess app)
{
    /// <param name="clients">Connections that ask at the same time.</param>
    /// <param name="time">How long; it stops by itself.</param>
    /// <param name="request">The whole HTTP request for the n-th call.</param>
    /// <param name="limit">How many at most.</param>
    public async Task<LoadResult> Run(int clients, TimeSpan time, Func<int, byte[]> request, int? limit = null)
    {
        var worked = app.Worked;
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var number = -1;
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var mine = new List<(double Milliseconds, int Status)>();
            using var connection = new Connection(app.EndPoint);
            while (Stopwatch.GetTimestamp() < until)
            {
                var n = Interlocked.Increment(ref number);
                if (n >= limit) break;
                var asked = Stopwatch.GetTimestamp();
                var status = await connection.Ask(request(n));
                mine.Add((Stopwatch.GetElapsedTime(asked).TotalMilliseconds, status));
            }

            return mine;
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var answers = all.SelectMany(x => x).OrderBy(x => x.Milliseconds).ToList();
        double At(double share) => answers.Count == 0 ? 0
            : answers[(int)Math.Min(answers.Count - 1, answers.Count * share)].Milliseconds;
        return new(clients, answers.Count / seconds, At(0.5), At(0.95), At(0.99), (app.Worked - worked)
            .TotalMicroseconds / Math.Max(1, answers.Count), answers.GroupBy(x => x.Status)
            .ToDictionary(x => x.Key, x => x.Count()));
    }

    /// <param name="header">One more line of the request's header, such as a cookie.</param>
    public static byte[] Get(string path, string? header = null) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\n{(header is null ? "" : header + "\r\n")}\r\n");

    public static byte[] Post(string path, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + $"{Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    private sealed class Connection : IDisposable
    {
        private readonly Socket _socket;
        private byte[] _buffer = new byte[64 * 1024];

        public Connection(IPEndPoint address)
        {
            _socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _socket.Connect(address);
        }

        public async ValueTask<int> Ask(byte[] request)
        {
            await _socket.SendAsync(request);
            var filled = 0;
            for (int header = -1, length = -1; ;)
            {
                if (filled == _buffer.Length) Array.Resize(ref _buffer, filled * 2);
                var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
                if (read == 0) throw new IOException("The application closed the connection.");
                filled += read;
                if (header < 0 && (header = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) >= 0)
                    length = ContentLength(_buffer.AsSpan(0, header));
                if (header < 0) continue;
                var whole = length >= 0 ? filled >= header + 4 + length : _buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8);
                if (whole) return Utf8Parser.TryParse(_buffer.AsSpan(9, 3), out int status, out _) ? status : 0;
            }
        }

        public void Dispose() => _socket.Dispose();

        /// <summary>Minus one when the body is sent in chunks.</summary>
        private static int ContentLength(ReadOnlySpan<byte> header)
        {
            var at = header.IndexOf("Content-Length: "u8);
            return at >= 0 && Utf8Parser.TryParse(header[(at + 16)..], out int length, out _) ? length : -1;
        }
    }
}
