using Amazon.Runtime;

namespace LoadTest.DynamoDb;

/// <summary>
/// The official client's HTTP clients, as it makes them itself, but for one thing: they go on with an answer on the thread pool. It reads bodies
/// synchronously, and on a thread that serves sockets (SocketTuning) it would wait, for ever, for bytes that this very thread has to bring.
/// </summary>
internal sealed class SdkHttpClients : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = clientConfig.AllowAutoRedirect };
        if (clientConfig is ClientConfig { ConnectTimeout: { } connecting }) sockets.ConnectTimeout = connecting;
        var client = new HttpClient(new OnThreadPool(sockets));
        if (clientConfig.Timeout is { } patience) client.Timeout = patience;
        return client;
    }

    private sealed class OnThreadPool(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return answer;
        }
    }
}
