using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CraftMarket.Browser;

/// <summary>A poor line between a phone and the application: slow, and cut in the middle of what goes up.</summary>
internal sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<(TcpClient Phone, TcpClient House)> _open = [];
    private readonly Uri _house;
    private readonly Queue<long> _cutsAt;
    private readonly int _bytesPerSecond;
    private readonly Task _serving;
    private long _up;
    private int _cuts, _asked;

    /// <param name="house">Where the application listens.</param>
    /// <param name="bytesPerSecond">How fast it goes up, all connections together.</param>
    /// <param name="cutsAt">After so many bytes upwards every connection breaks at once.</param>
    public CutLine(Uri house, int bytesPerSecond, params long[] cutsAt)
    {
        (_house, _bytesPerSecond, _cutsAt) = (house, bytesPerSecond, new(cutsAt));
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _serving = Serve();
    }

    public Uri Address { get; }

    /// <summary>Bytes that went up, requests and all.</summary>
    public long Up => Interlocked.Read(ref _up);

    public int Cuts => _cuts;

    /// <summary>How often somebody asked where an upload had stopped.</summary>
    public int Asked => _asked;

    private async Task Serve()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task Carry(TcpClient phone)
    {
        using var house = new TcpClient();
        using (phone)
        {
            var both = (phone, house);
            try
            {
                await house.ConnectAsync(_house.Host, _house.Port, _end.Token);
                lock (_open) _open.Add(both);
                await Task.WhenAny(Upwards(phone.GetStream(), house.GetStream()), house.GetStream()
                    .CopyToAsync(phone.GetStream(), _end.Token));
                if (_cuts > 0) await Task.Delay(500, _end.Token);
            }
            catch (Exception e) when (
                e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
                or InvalidOperationException)
            {
                return;
            }
            finally
            {
                lock (_open) _open.Remove(both);
            }
        }
    }

    private async Task Upwards(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[8_192];
        try
        {
            while (await from.ReadAsync(buffer, _end.Token) is > 0 and var read)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
                if (Encoding.ASCII.GetString(buffer, 0, Math.Min(read, 64))
                    .StartsWith("HEAD /perajin/unggahan/", StringComparison.Ordinal)) Interlocked.Increment(ref _asked);
                var total = Interlocked.Add(ref _up, read);
                lock (_open)
                    if (_cutsAt.TryPeek(out var at) && total >= at)
                    {
                        _cutsAt.Dequeue();
                        Cut();
                    }

                await Task.Delay(TimeSpan.FromSeconds((double)read / _bytesPerSecond), _end.Token);
            }
        }
        catch (Exception e) when (
            e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
                or InvalidOperationException)
        {
            return;
        }
    }

    /// <summary>No farewell on either side, as when a phone leaves the last bars of a signal.</summary>
    private void Cut()
    {
        _cuts++;
        foreach (var (phone, house) in _open)
        {
            phone.LingerState = new(true, 0);
            phone.Close();
            // What had passed this point does arrive.
            house.Client.Shutdown(SocketShutdown.Send);
        }

        _open.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        lock (_open) Cut();
        await _serving;
        _end.Dispose();
    }
}
