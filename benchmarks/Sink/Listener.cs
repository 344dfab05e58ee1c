using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Sink;

/// <summary>
/// Takes whatever is posted and answers each request with the same bytes: a server so light that the client is what is measured. It allocates
/// nothing for a request, so that even in one process with the client what is allocated is the client's.
/// </summary>
internal sealed class Listener : IDisposable
{
    /// <summary>What DynamoDB answers to a write.</summary>
    public const string PutAnswer = """{"ConsumedCapacity":{"CapacityUnits":2.0,"TableName":"items"}}""";

    private readonly byte[] _answer;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly SslStreamCertificateContext? _certificate;
    private readonly Func<Socket, Stream> _open;

    /// <param name="certificate">For TLS; null for none.</param>
    /// <param name="body">The JSON of each answer.</param>
    /// <param name="open">Makes of a connection what is read and written; null for the runtime's own, which sleeps where there is nothing to read.</param>
    public Listener(X509Certificate2? certificate, string body = PutAnswer, Func<Socket, Stream>? open = null)
    {
        _answer = MakeAnswer(body);
        _certificate = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null);
        _open = open ?? (socket => new NetworkStream(socket, ownsSocket: true));
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen(1024);
        // Not on the caller's context: a test's would be asked to continue each request.
        _ = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void Dispose() => _socket.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var accepted = await _socket.AcceptAsync();
            accepted.NoDelay = true;
            _ = ServeAsync(_open(accepted));
        }
    }

    private async Task ServeAsync(Stream connection)
    {
        await using var stream = _certificate is null ? connection : new SslStream(connection);
        var request = new RequestReader();
        try
        {
            if (stream is SslStream secure) await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _certificate });
            while (true)
            {
                var read = await stream.ReadAsync(request.Free);
                if (read == 0) return;
                if (request.Advance(read)) await stream.WriteAsync(_answer);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client is gone.
        }
    }

    private static byte[] MakeAnswer(string body) =>
        System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"""
            HTTP/1.1 200 OK
            Server: Server
            Content-Type: application/x-amz-json-1.0
            Content-Length: {body.Length}
            Connection: keep-alive
            x-amzn-RequestId: 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEF
            """).ReplaceLineEndings("\r\n") + "\r\n\r\n" + body);
}
