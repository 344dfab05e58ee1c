using System.Text;
using System.Text.Json;

namespace StandIns.Ecr;

/// <summary>The repositories that CloudFormation made, as moto tells them.</summary>
/// <param name="moto">Where moto listens.</param>
/// <param name="region">The region.</param>
public sealed class EcrRepositories(Uri moto, string region) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = moto };

    /// <summary>Whether the repository is there, and whether its tags stay what they are; null where it is not there.</summary>
    public async Task<bool?> KeepsTagsAsync(string repository, CancellationToken cancel)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { repositoryNames = new[] { repository } }), Encoding.UTF8, "application/x-amz-json-1.1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = body };
        request.Headers.Add("X-Amz-Target", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=inside/20260101/{region}/ecr/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await _client.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode) return null;
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancel));
        return json.RootElement.GetProperty("repositories")[0].GetProperty("imageTagMutability").GetString() == "IMMUTABLE";
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
