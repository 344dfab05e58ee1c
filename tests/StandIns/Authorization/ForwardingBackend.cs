using Microsoft.AspNetCore.Http;
using StandIns.Authorization.Identities;
using StandIns.Authorization.Requests;

namespace StandIns.Authorization;

/// <summary>A service that another server answers for. It sees the request as it came.</summary>
/// <param name="endpoint">Where that server listens.</param>
public sealed class ForwardingBackend(Uri endpoint) : IBackend, IDisposable
{
    private const int NotFound = 404;
    private static readonly string[] OwnHeaders = ["Transfer-Encoding", "Connection", "Keep-Alive", "Server", "Date"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 256 });

    /// <summary>Decides on the status 404 of an answer: a refusal takes its place where the caller may not know what is missing.</summary>
    public Func<Principal, ServiceRequest, string?> HidesMissing { get; init; } = (_, _) => null;

    /// <summary>Whether the other server sees the name that was asked for; else its own.</summary>
    public bool KeepsHost { get; init; } = true;

    /// <inheritdoc/>
    public async Task AnswerAsync(ServiceRequest request, Principal caller, HttpResponse response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(response);
        using var onward = Copy(request);
        using var answer = await _client.SendAsync(onward, HttpCompletionOption.ResponseHeadersRead, cancel);
        if ((int)answer.StatusCode == NotFound && HidesMissing(caller, request) is { } message)
            throw new AccessRefusedException(Refusal.Denied, message);

        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) response.Headers[name] = values.ToArray();
        }

        // An answer to HEAD has the length of a body that does not come.
        if (request.Method != "HEAD") await answer.Content.CopyToAsync(response.Body, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Copy(ServiceRequest request)
    {
        var onward = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(endpoint.GetLeftPart(UriPartial.Authority) + request.Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))
        {
            Content = new ReadOnlyMemoryContent(request.Body),
        };
        foreach (var (name, value) in request.Headers)
        {
            if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Equals("Expect", StringComparison.OrdinalIgnoreCase)) continue;
            if (!KeepsHost && name.Equals("Host", StringComparison.OrdinalIgnoreCase)) continue;
            if (!onward.Headers.TryAddWithoutValidation(name, value)) onward.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return onward;
    }
}
