using System.Net;
using System.Net.Sockets;

namespace LoadTest.Tests.Cli;

/// <summary>A port on 127.0.0.1 that leads to a server, and gives its long answers in pieces, as a busy network does.</summary>
internal sealed class StutteringRelay : IAsyncDisposable
{
    private const int Piece = 16 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly Task _accepting;

    public StutteringRelay(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Endpoint => new UriBuilder("http", "127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port).Uri;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = RelayAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), StutterAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            // One side left; closing both tells the other.
        }
    }

    private static async Task StutterAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[Piece];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            await to.WriteAsync(buffer.AsMemory(0, count));
            if (count == buffer.Length) await Task.Delay(Pause);
        }
    }
}
