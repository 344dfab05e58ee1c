using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace StandIns.Ecr;

/// <summary>A real image registry behind a Unix socket, as its administrator sees it.</summary>
public sealed class Registry : IDisposable
{
    private static readonly string[] ManifestTypes =
    [
        "application/vnd.docker.distribution.manifest.v2+json", "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json", "application/vnd.oci.image.index.v1+json",
    ];

    /// <param name="socket">The path of the socket.</param>
    public Registry(string socket) => Client = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancel) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel);
            return new NetworkStream(connection, ownsSocket: true);
        },
    })
    { BaseAddress = new UriBuilder("http", "registry").Uri };

    /// <summary>A client that reaches it.</summary>
    public HttpClient Client { get; }

    /// <summary>The tags of a repository; none where nothing was pushed.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync(string repository, CancellationToken cancel)
    {
        using var answer = await Client.GetAsync(Relative($"/v2/{repository}/tags/list"), cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return [];
        using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancel));
        var tags = json.RootElement.GetProperty("tags");
        return tags.ValueKind == JsonValueKind.Null ? [] : [.. tags.EnumerateArray().Select(tag => tag.GetString()!)];
    }

    /// <summary>The manifest behind a tag or a digest; null where there is none.</summary>
    public async Task<Manifest?> ManifestAsync(string repository, string reference, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Relative($"/v2/{repository}/manifests/{reference}"));
        foreach (var type in ManifestTypes) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        using var answer = await Client.SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancel);
        return new Manifest(answer.Headers.GetValues("Docker-Content-Digest").Single(), answer.Content.Headers.ContentType!.ToString(), body);
    }

    /// <summary>Removes a manifest, and with it its tags.</summary>
    public async Task DeleteAsync(string repository, string digest, CancellationToken cancel)
    {
        using var answer = await Client.DeleteAsync(Relative($"/v2/{repository}/manifests/{digest}"), cancel);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}

/// <summary>What an image consists of.</summary>
/// <param name="Digest">Its name for ever.</param>
/// <param name="MediaType">Its format.</param>
/// <param name="Json">The text that the digest is of.</param>
public sealed record Manifest(string Digest, string MediaType, string Json)
{
    /// <summary>Bytes of its layers, as they are stored.</summary>
    public long LayerBytes
    {
        get
        {
            using var json = JsonDocument.Parse(Json);
            return json.RootElement.TryGetProperty("layers", out var layers) ? layers.EnumerateArray().Sum(layer => layer.GetProperty("size").GetInt64()) : 0;
        }
    }
}
