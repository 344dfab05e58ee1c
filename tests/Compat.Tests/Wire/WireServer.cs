using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Compat.Tests.Wire;

/// <summary>A server on the loopback that gives the answers that were laid out for it, in order, and keeps what it was asked.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<WireAnswer> _answers;
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private readonly Task _loop;

    /// <summary>Listens at once, on a free port. The last answer is repeated.</summary>
    public WireServer(params IEnumerable<WireAnswer> answers)
    {
        _answers = new ConcurrentQueue<WireAnswer>(answers);
        Url = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _loop = AnswerAsync();
    }

    public string Url { get; }

    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var headers = context.Request.Headers;
            var named = headers.AllKeys.ToDictionary(key => key!, key => headers[key]!, StringComparer.OrdinalIgnoreCase);
            _requests.Enqueue(new WireRequest(named, await reader.ReadToEndAsync()));
            var answer = _answers.Count > 1 && _answers.TryDequeue(out var next) ? next : _answers.First();
            await answer.SendAsync(context.Response);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
