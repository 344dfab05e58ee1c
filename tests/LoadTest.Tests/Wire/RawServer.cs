using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LoadTest.Tests.Wire;

/// <summary>A server that sends exactly the bytes that a test says, on a loopback port of its own. It ends with the test.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    /// <summary>What a write is answered with.</summary>
    public const string PutAnswer = """{"ConsumedCapacity":{"TableName":"items","CapacityUnits":2.0}}""";

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentBag<Socket> _accepted = [];
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Func<Visitor, Task> _serve;
    private readonly Task _accepting;
    private int _connections;

    private RawServer(Func<Visitor, Task> serve)
    {
        _serve = serve;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(64);
        _accepting = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{Port}");

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>How many connections came.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The requests that came, heads and bodies.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Starts a server.</summary>
    /// <param name="serve">Serves one connection; when it returns the connection is closed.</param>
    public static RawServer Start(Func<Visitor, Task> serve) => new(serve);

    /// <summary>A server that answers each request with these bytes, and keeps the connection.</summary>
    public static RawServer Answering(string answer) => Treating(async visitor =>
    {
        await visitor.SendAsync(answer);
        return true;
    });

    /// <summary>A server that treats each request on its own.</summary>
    /// <param name="treat">Treats the request that was read last; when it gives false the connection is closed.</param>
    /// <param name="certificate">For TLS; null for none.</param>
    public static RawServer Treating(Func<Visitor, Task<bool>> treat, X509Certificate2? certificate = null) => Start(async visitor =>
    {
        await using var tls = certificate is null ? null : new SslStream(visitor.Stream);
        if (tls is not null)
        {
            await tls.AuthenticateAsServerAsync(certificate!);
            visitor = visitor.Over(tls);
        }

        while (await visitor.ReadRequestAsync() && await treat(visitor))
        {
            // The next request.
        }
    });

    /// <summary>An answer with status, length and body.</summary>
    public static string Http(string body, int status = 200, string headers = "") =>
        $"HTTP/1.1 {status} Some Reason\r\nServer: raw\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var socket in _accepted) socket.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                _accepted.Add(socket);
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await _serve(new Visitor(socket, new NetworkStream(socket), _requests));
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException or IOException or AuthenticationException)
            {
                // The client or the test ended it.
            }
        }
    }
}
