using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace TestSupport.Moto;

/// <summary>Speaks AWS's two plain protocols to moto, without an SDK: a form answered in XML, and JSON.</summary>
/// <param name="endpoint">Where moto listens.</param>
/// <param name="region">The region that is asked.</param>
public sealed class MotoClient(Uri endpoint, string region) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>One call of a service with the Query protocol (CloudFormation, EC2, IAM).</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message holds the answer.</exception>
    public async Task<XElement> QueryAsync(
        string service, string version, string action, IEnumerable<(string Name, string Value)> arguments)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("Action", action), new("Version", version),
            .. arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value)),
        ]);
        return XElement.Parse(await SendAsync(service, form, action));
    }

    /// <summary>One call of a service with the JSON protocol (DynamoDB, SSM, ECS, Logs): JSON text in, JSON text out.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message holds the answer.</exception>
    public async Task<string> JsonAsync(string service, string target, string arguments)
    {
        using var body = new StringContent(arguments, Encoding.UTF8);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        body.Headers.Add("X-Amz-Target", target);
        return await SendAsync(service, body, target);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(string service, HttpContent content, string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        // moto reads service and region out of the credential's scope, and does not check the signature.
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{what} in {service}: {text}");
    }
}
