using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Docker;

/// <summary>Docker's engine, asked through its own API.</summary>
internal sealed class DockerEngine : IDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client;

    /// <param name="socket">Where it listens.</param>
    public DockerEngine(string socket) => _client = new HttpClient(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancel) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel);
            return new NetworkStream(connection, ownsSocket: true);
        },
    })
    { BaseAddress = new UriBuilder("http", "docker").Uri, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Waits until it answers.</summary>
    public async Task IsUpAsync()
    {
        using var deadline = new CancellationTokenSource(StartsWithin);
        while (true)
        {
            try
            {
                using var answer = await _client.GetAsync(Relative("/_ping"), deadline.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20, deadline.Token);
            }
        }
    }

    /// <summary>Makes an image of an archive.</summary>
    public async Task ImportAsync(Stream archive, string repository, string tag, IEnumerable<string> changes)
    {
        using var content = new StreamContent(archive);
        var query = $"/images/create?fromSrc=-&repo={Uri.EscapeDataString(repository)}&tag={tag}"
            + string.Concat(changes.Select(change => "&changes=" + Uri.EscapeDataString(change)));
        using var answer = await _client.PostAsync(Relative(query), content);
        await ThrowOfStreamAsync(answer);
    }

    /// <summary>Pulls an image.</summary>
    /// <param name="image">By digest or by tag.</param>
    /// <param name="login">User and password with a colon between them, in base64: as ECR gives it.</param>
    /// <exception cref="DockerException">The registry or the engine refused.</exception>
    public async Task PullAsync(string image, string login)
    {
        var user = Encoding.UTF8.GetString(Convert.FromBase64String(login)).Split(':', 2);
        var header = JsonSerializer.Serialize(new { username = user[0], password = user[1], serveraddress = image.Split('/')[0] });
        using var request = new HttpRequestMessage(HttpMethod.Post, Relative($"/images/create?fromImage={Uri.EscapeDataString(image)}"));
        request.Headers.Add("X-Registry-Auth", Convert.ToBase64String(Encoding.UTF8.GetBytes(header)).Replace('+', '-').Replace('/', '_'));
        using var answer = await _client.SendAsync(request);
        await ThrowOfStreamAsync(answer);
    }

    /// <summary>Makes a container and starts it; gives its id.</summary>
    /// <exception cref="DockerException">The engine refused; no container is left.</exception>
    public async Task<string> RunAsync(JsonObject container)
    {
        using var created = await _client.PostAsJsonAsync("/containers/create", container);
        var id = (string)(await ReadAsync(created))["Id"]!;
        try
        {
            using var started = await _client.PostAsync(Relative($"/containers/{id}/start"), content: null);
            await ThrowAsync(started);
            return id;
        }
        catch
        {
            await RemoveAsync(id);
            throw;
        }
    }

    /// <summary>Waits for a container's end, and gives its state: ExitCode, OOMKilled and more.</summary>
    public async Task<JsonObject> EndAsync(string id)
    {
        using var answer = await _client.PostAsync(Relative($"/containers/{id}/wait"), content: null);
        await ThrowAsync(answer);
        return (await InspectAsync(id))["State"]!.AsObject();
    }

    /// <summary>Everything about a container.</summary>
    public async Task<JsonObject> InspectAsync(string id)
    {
        using var answer = await _client.GetAsync(Relative($"/containers/{id}/json"));
        return await ReadAsync(answer);
    }

    /// <summary>Sends a signal to a container; one that has ended stays as it is.</summary>
    public async Task SignalAsync(string id, string signal)
    {
        using var answer = await _client.PostAsync(Relative($"/containers/{id}/kill?signal={signal}"), content: null);
        if (answer.StatusCode != System.Net.HttpStatusCode.Conflict) await ThrowAsync(answer);
    }

    /// <summary>Ends a container, and removes it.</summary>
    public async Task RemoveAsync(string id)
    {
        using var answer = await _client.DeleteAsync(Relative($"/containers/{id}?force=true&v=true"));
        await ThrowAsync(answer);
    }

    /// <summary>Every container, whether it runs or not.</summary>
    public async Task<IReadOnlyList<JsonObject>> ContainersAsync() =>
        [.. JsonNode.Parse(await _client.GetStringAsync(Relative("/containers/json?all=true")))!.AsArray().Select(container => container!.AsObject())];

    /// <summary>The paths that an image declares as volumes.</summary>
    public async Task<IReadOnlySet<string>> VolumesOfAsync(string image)
    {
        using var answer = await _client.GetAsync(Relative($"/images/{image}/json"));
        return ((await ReadAsync(answer))["Config"]!["Volumes"] as JsonObject ?? []).Select(volume => volume.Key).ToHashSet();
    }

    /// <summary>The names of the images that are there.</summary>
    public async Task<IReadOnlyList<string>> ImagesAsync() =>
        [.. JsonNode.Parse(await _client.GetStringAsync(Relative("/images/json")))!.AsArray()
            .SelectMany(image => (image!["RepoTags"] as JsonArray ?? []).Concat(image["RepoDigests"] as JsonArray ?? [])).Select(name => (string)name!)];

    public void Dispose() => _client.Dispose();

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        await ThrowAsync(answer);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }

    private static async Task ThrowAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.NotModified) return;
        throw new DockerException((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["message"] ?? answer.StatusCode.ToString());
    }

    // What takes long answers 200 at once, and says in a line of its own whether it failed.
    private static async Task ThrowOfStreamAsync(HttpResponseMessage answer)
    {
        await ThrowAsync(answer);
        foreach (var line in (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (JsonNode.Parse(line)?["error"] is { } error) throw new DockerException((string)error!);
        }
    }
}

/// <summary>Docker's engine refused.</summary>
internal sealed class DockerException(string message) : Exception(message);
