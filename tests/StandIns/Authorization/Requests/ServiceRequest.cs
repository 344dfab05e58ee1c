using System.Text;
using System.Text.Json;

namespace StandIns.Authorization.Requests;

/// <summary>A request to a service of AWS, as it came.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query, as they came.</param>
/// <param name="Headers">The headers; their names in any case.</param>
/// <param name="Body">The body.</param>
public sealed record ServiceRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    private JsonElement? _json;
    private IReadOnlyDictionary<string, string>? _form;

    /// <summary>What the caller says of itself; null where nothing is signed.</summary>
    public CredentialScope? Scope { get; } = CredentialScope.Of(Headers.GetValueOrDefault("Authorization"));

    /// <summary>The name of the host that was asked, without a port.</summary>
    public string Host => Headers.GetValueOrDefault("Host", "").Split(':')[0];

    /// <summary>The path, as it came.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The query without its question mark, as it came.</summary>
    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?', StringComparison.Ordinal) + 1)..] : "";

    /// <summary>How the service speaks.</summary>
    public Protocol Protocol => Headers.ContainsKey("X-Amz-Target") ? Protocol.Json : Scope?.Service == "s3" ? Protocol.Rest : Protocol.Query;

    /// <summary>The operation of a JSON or Query service; empty for one that speaks by method and path.</summary>
    public string Operation => Protocol switch
    {
        Protocol.Json => Headers["X-Amz-Target"].Split('.')[^1],
        Protocol.Query => Form.GetValueOrDefault("Action", ""),
        _ => "",
    };

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => _json ??= JsonDocument.Parse(Body).RootElement;

    /// <summary>The fields of the body as a form.</summary>
    public IReadOnlyDictionary<string, string> Form => _form ??= ReadForm(Encoding.UTF8.GetString(Body.Span));

    /// <summary>Pairs of a query or a form, decoded, in their order.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string encoded) => encoded
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : ""));

    private static Dictionary<string, string> ReadForm(string text)
    {
        var form = new Dictionary<string, string>();
        foreach (var (name, value) in Pairs(text)) form[name] = value;
        return form;
    }
}
