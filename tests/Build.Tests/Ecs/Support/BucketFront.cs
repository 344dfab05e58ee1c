using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using StandIns.Authorization;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Policies;
using StandIns.Authorization.Requests;
using StandIns.Hosting;

namespace Build.Tests.Ecs.Support;

/// <summary>A front before moto's buckets that refuses some requests, and holds others up until it is disposed; all others pass. Thread-safe.</summary>
internal sealed class BucketFront : IAsyncDisposable
{
    private static readonly Principal Anybody = new("arn:aws:iam::123456789012:user/anybody", "AIDA", Policy.Everything);
    private readonly ForwardingBackend _moto;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _changes = new();
    private WebHost? _host;

    private BucketFront(Uri moto) => _moto = new ForwardingBackend(moto);

    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Which requests are refused, by method and target.</summary>
    public Func<string, string, bool> Refuses { get; set; } = (_, _) => false;

    /// <summary>Which requests get no answer.</summary>
    public Func<string, string, bool> Holds { get; set; } = (_, _) => false;

    /// <summary>Method and path of the requests so far that change something.</summary>
    public IReadOnlyCollection<string> Changes => _changes;

    /// <summary>How many requests were held up so far.</summary>
    public int Held { get; private set; }

    public static async Task<BucketFront> StartAsync(Uri moto)
    {
        var front = new BucketFront(moto);
        (front._host, front.Endpoint) = await WebHost.StartAsync(front.AnswerAsync);
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_host is not null) await _host.DisposeAsync();
        _moto.Dispose();
        _end.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (http.Request.Method != "GET") _changes.Enqueue($"{http.Request.Method} {target.Split('?')[0]}");
        if (Holds(http.Request.Method, target))
        {
            Held++;
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, http.RequestAborted);
            await Task.Delay(Timeout.Infinite, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        if (Refuses(http.Request.Method, target))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsync("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
            return;
        }

        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        await _moto.AnswerAsync(new ServiceRequest(http.Request.Method, target, headers, body.ToArray()), Anybody, http.Response, http.RequestAborted);
    }
}
