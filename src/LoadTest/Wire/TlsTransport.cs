using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace LoadTest.Wire;

/// <summary>A TCP connection with TLS. The server's certificate and name are always verified.</summary>
internal sealed class TlsTransport : Transport
{
    private readonly Socket _socket;
    private readonly SslStream _stream;
    private bool _hasReceived;

    private TlsTransport(Socket socket, SslStream stream)
    {
        _socket = socket;
        _stream = stream;
    }

    // Right after the handshake a server of TLS 1.3 sends tickets that nobody has read yet; later only its end can come unasked.
    public override bool IsAlive => !_socket.Poll(0, SelectMode.SelectRead) || (!_hasReceived && _socket.Available > 0);

    public static async Task<TlsTransport> SecureAsync(Socket socket, WireOptions options, CancellationToken stop)
    {
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: false));
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = options.Endpoint.DnsSafeHost,
                    CertificateChainPolicy = options.TrustedRoots is { } roots ? PolicyOf(roots) : null,
                },
                stop);
            return new TlsTransport(socket, stream);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public override ValueTask SendAsync(ReadOnlyMemory<byte> bytes) => _stream.WriteAsync(bytes);

    public override ValueTask<int> ReceiveAsync(Memory<byte> bytes)
    {
        _hasReceived = true;
        return _stream.ReadAsync(bytes);
    }

    // The socket goes first: the stream's own farewell could wait for a server that takes nothing.
    public override void Dispose()
    {
        _socket.Dispose();
        _stream.Dispose();
    }

    private static X509ChainPolicy PolicyOf(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }
}
