namespace LoadTest.Tests.Wire.Http;

/// <summary>The framework's own HTTP client, given the bytes of an answer as if a server had sent them and closed: what another parser makes of them.</summary>
internal sealed class ReferenceClient : IDisposable
{
    private readonly HttpMessageInvoker _client;
    private byte[] _answer = [];
    private int _mostPerRead;

    public ReferenceClient() => _client = new HttpMessageInvoker(new SocketsHttpHandler
    {
        ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new Replay(_answer, _mostPerRead)),
        PooledConnectionLifetime = TimeSpan.Zero,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    /// <summary>The status and body that it reads, or null where it finds that this is no answer, or not all of one.</summary>
    /// <param name="answer">The bytes.</param>
    /// <param name="mostPerRead">How many of them it gets at once, at the most.</param>
    public async Task<(int Status, byte[] Body)?> ReadAsync(byte[] answer, int mostPerRead = int.MaxValue)
    {
        (_answer, _mostPerRead) = (answer, mostPerRead);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://server/");
        try
        {
            using var response = await _client.SendAsync(request, CancellationToken.None);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        }
        catch (Exception refused) when (refused is HttpRequestException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    // Reading gives the answer and then the end; what is written is dropped.
    private sealed class Replay(byte[] answer, int mostPerRead) : MemoryStream(answer, writable: false)
    {
        public override bool CanWrite => true;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, mostPerRead)], cancellationToken);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
