using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StandIns.Wire;

/// <summary>
/// A server on the loopback that gives the answers that were laid out for it, and keeps what it was asked. One server stands in for many
/// services: a request is told by the service that it is signed for, and by its operation.
/// </summary>
public sealed class WireServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly WireRoute? _everything;
    private readonly ConcurrentDictionary<(string Service, string Action), WireRoute> _routes = new();
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private readonly ConcurrentQueue<WireRequest> _unexpected = new();
    private readonly Task _loop;

    /// <summary>Listens at once, on a free port, and gives these answers in their order to whatever is asked; the last one is repeated.</summary>
    public WireServer(params IEnumerable<WireAnswer> answers)
    {
        var laidOut = answers.ToList();
        _everything = laidOut.Count == 0 ? null : WireRoute.Of(laidOut);
        (_listener, Url) = Listen();
        _loop = AcceptAsync();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    /// <summary>The requests that no answer was laid out for: they got status 501.</summary>
    public IReadOnlyList<WireRequest> Unexpected => [.. _unexpected];

    /// <summary>The requests so far for one operation.</summary>
    public IReadOnlyList<WireRequest> Of(string service, string action) =>
        [.. _requests.Where(request => request.Scope.Service == service && request.Action == action)];

    /// <summary>Lays out answers for one operation, in their order, the last one repeated; they replace those of before.</summary>
    /// <param name="service">The name in the signature, such as <c>sts</c>, <c>ecr</c> or <c>cloudformation</c>; empty for unsigned requests.</param>
    /// <param name="action">The operation, or method and path (<c>GET /key</c>).</param>
    /// <param name="answers">At least one.</param>
    public WireServer Given(string service, string action, params IEnumerable<WireAnswer> answers)
    {
        _routes[(service, action)] = WireRoute.Of([.. answers]);
        return this;
    }

    /// <summary>Lets code answer an operation; it may run for several requests at once.</summary>
    public WireServer Given(string service, string action, Func<WireRequest, WireAnswer> answer)
    {
        _routes[(service, action)] = new WireRoute(answer);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task AcceptAsync()
    {
        var answering = new List<Task>();
        while (true)
        {
            try
            {
                answering.Add(AnswerAsync(await _listener.GetContextAsync()));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                break;
            }

            answering.RemoveAll(task => task.IsCompletedSuccessfully);
        }

        await Task.WhenAll(answering);
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var headers = context.Request.Headers;
        var named = headers.AllKeys.ToDictionary(key => key!, key => headers[key]!, StringComparer.OrdinalIgnoreCase);
        var request = new WireRequest(context.Request.HttpMethod, context.Request.RawUrl ?? "/", named, await reader.ReadToEndAsync());
        _requests.Enqueue(request);
        try
        {
            await AnswerTo(request).SendAsync(context.Response);
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client did not wait, or the server was closed meanwhile.
        }
    }

    private WireAnswer AnswerTo(WireRequest request)
    {
        var route = _routes.GetValueOrDefault((request.Scope.Service, request.Action)) ?? _everything;
        if (route is not null) return route.Answer(request);
        _unexpected.Enqueue(request);
        return new WireAnswer(501, "text/plain", $"no answer is laid out for {request.Scope.Service} {request.Action}");
    }

    private static (HttpListener Listener, string Url) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var listener = new HttpListener();
            var url = $"http://127.0.0.1:{FreePort()}";
            listener.Prefixes.Add(url + "/");
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // Another process took the port between the look and the start.
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
