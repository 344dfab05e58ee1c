using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StandIns.Authorization.Identities;

namespace EndToEnd.Tasks;

/// <summary>What Fargate answers at 169.254.170.2: the keys of a task's roles, and who the task is.</summary>
internal sealed class TaskEndpoint : IDisposable
{
    /// <summary>The address that the SDKs and Docker's log driver know by heart.</summary>
    public const string Address = "169.254.170.2";

    private const string KeysPath = "/v2/credentials/";

    private readonly ConcurrentDictionary<string, AccessKey> _keys = new();
    private readonly ConcurrentDictionary<string, Uri> _metadata = new();
    private readonly HttpClient _client = new();

    /// <summary>Makes keys known to who knows the path that this gives.</summary>
    public string PathOf(AccessKey key)
    {
        var path = KeysPath + Guid.NewGuid();
        _keys[path] = key;
        return path;
    }

    /// <summary>Makes a task's metadata known; gives the address for the task.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="source">Where the ECS stand-in gives them.</param>
    public string MetadataOf(string taskId, Uri source)
    {
        _metadata[$"/v4/{taskId}"] = source;
        return $"http://{Address}/v4/{taskId}";
    }

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        http.Response.ContentType = "application/json";
        if (_keys.TryGetValue(path, out var key)) await http.Response.WriteAsync(Text(key));
        else if (_metadata.FirstOrDefault(entry => path.StartsWith(entry.Key, StringComparison.Ordinal)) is { Value: { } source } task)
            await http.Response.WriteAsync(await _client.GetStringAsync(new Uri(source + path[task.Key.Length..])));
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public void Dispose() => _client.Dispose();

    private static string Text(AccessKey key) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["RoleArn"] = key.Owner.Arn,
        ["AccessKeyId"] = key.Id,
        ["SecretAccessKey"] = key.Secret,
        ["Token"] = key.SessionToken!,
        ["Expiration"] = key.Expires!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    });
}
