using System.Text;
using System.Text.Json;

namespace LocalDynamo.Tests.Http;

/// <summary>Sends what no SDK would.</summary>
internal sealed class RawClient(Uri endpoint) : IDisposable
{
    public const string Authorization =
        "AWS4-HMAC-SHA256 Credential=key/20300101/ap-south-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    public async Task<RawAnswer> SendAsync(string? target, string body, string? authorization = Authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (target is not null) request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await _http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header =>
            header.Value.Single(), StringComparer.OrdinalIgnoreCase);
        return new RawAnswer((int)response.StatusCode, headers, bytes);
    }

    public Task<RawAnswer> CallAsync(string operation, string body) => SendAsync("DynamoDB_20120810." + operation, body);

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer down to its bytes.</summary>
internal sealed record RawAnswer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? ErrorType => Member("__type");

    public string? Message => Member("message");

    private string? Member(string name)
    {
        using var json = JsonDocument.Parse(Body);
        return json.RootElement.TryGetProperty(name, out var member) ? member.GetString() : null;
    }
}
