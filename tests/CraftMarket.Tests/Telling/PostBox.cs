using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace CraftMarket.Tests.Telling;

/// <summary>A mail server on a loopback port that takes letters and keeps them, or refuses as it is told.</summary>
internal sealed class PostBox : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _refusals = new();
    private readonly ConcurrentQueue<(string To, MimeMessage Letter)> _taken = new();
    private Task _open = Task.CompletedTask;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Letters to one address, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Of(string address) => [.. _taken.Where(x => x.To == address).Select(x => x.Letter)];

    /// <summary>Refuses the next letter to that address; said again, the one after it too.</summary>
    public void Refuse(string address, string answer) => _refusals.GetOrAdd(address, _ => new()).Enqueue(answer);

    /// <summary>How many refusals are still to be given.</summary>
    public int RefusalsLeft(string address) => _refusals.TryGetValue(address, out var left) ? left.Count : 0;

    public static PostBox Open()
    {
        var box = new PostBox();
        box._listener.Start();
        box._open = box.Accept();
        return box;
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Stop();
        await _open;
        _closed.Dispose();
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(Talk(await _listener.AcceptTcpClientAsync(_closed.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient caller)
    {
        using var line = caller;
        using var reader = new StreamReader(line.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(line.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 kotak.pos ESMTP");
            for (string? to = null; await reader.ReadLineAsync(_closed.Token) is { } said;)
            {
                if (said.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase))
                    to = said[9..said.IndexOf('>', StringComparison.Ordinal)];
                if (said == "DATA") await Take(reader, writer, to!);
                else await writer.WriteLineAsync(said.Split(' ', ':')[0].ToUpperInvariant() switch
                {
                    "RCPT" when _refusals.TryGetValue(to!, out var refusals) && refusals.TryDequeue(out var answer) => answer,
                    "QUIT" => "221 sampai jumpa",
                    "STARTTLS" => "502 tidak ada",
                    _ => "250 kotak.pos",
                });
                if (said == "QUIT") return;
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // The line is closed.
        }
    }

    private async Task Take(StreamReader reader, StreamWriter writer, string to)
    {
        await writer.WriteLineAsync("354 silakan");
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(_closed.Token) is { } line && line != ".")
            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        _taken.Enqueue((to, await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(raw.ToString())),
            _closed.Token)));
        await writer.WriteLineAsync("250 diterima");
    }
}
