using System.Net;
using System.Net.Sockets;

namespace TestSupport;

/// <summary>A free port on 127.0.0.1 whose connections go on to a Unix socket, and so into another network namespace.</summary>
public sealed class LoopbackRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    /// <summary>Starts to listen.</summary>
    public LoopbackRelay(string unixSocket)
    {
        _listener.Start();
        _accepting = AcceptAsync(unixSocket);
    }

    /// <summary>Where clients find it.</summary>
    public Uri Endpoint => new UriBuilder("http", "127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port).Uri;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync(string unixSocket)
    {
        try
        {
            while (true) _ = RelayAsync(await _listener.AcceptSocketAsync(_stopping.Token), unixSocket);
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task RelayAsync(Socket client, string unixSocket)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var owned = client;
        try
        {
            await server.ConnectAsync(new UnixDomainSocketEndPoint(unixSocket), _stopping.Token);
            await using var near = new NetworkStream(client);
            await using var far = new NetworkStream(server);
            await Task.WhenAny(near.CopyToAsync(far, _stopping.Token), far.CopyToAsync(near, _stopping.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
        {
            // One side left; closing both tells the other.
        }
    }
}
