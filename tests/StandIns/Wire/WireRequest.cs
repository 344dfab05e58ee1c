using System.Text.Json;

namespace StandIns.Wire;

/// <summary>What a client sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query, as they came.</param>
/// <param name="Headers">The headers; their names in any case.</param>
/// <param name="Body">The body as text.</param>
public sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Key, region and service of the signature; empty texts where nothing is signed.</summary>
    public (string Key, string Region, string Service) Scope
    {
        get
        {
            if (!Headers.TryGetValue("Authorization", out var signature) || !signature.Contains("Credential=", StringComparison.Ordinal)) return ("", "", "");
            var parts = signature.Split("Credential=")[1].Split(',')[0].Split('/');
            return (parts[0], parts[2], parts[3]);
        }
    }

    /// <summary>
    /// The operation: of a JSON service by its header, of a Query service by the form's Action; method and path for everything else.
    /// </summary>
    public string Action
    {
        get
        {
            if (Headers.TryGetValue("X-Amz-Target", out var target)) return target.Split('.')[^1];
            return IsForm && Form.TryGetValue("Action", out var action) ? action : $"{Method} {Target.Split('?')[0]}";
        }
    }

    /// <summary>The fields of a form.</summary>
    public IReadOnlyDictionary<string, string> Form => Body.Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[^1].Replace('+', ' ')));

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>For messages of failed tests.</summary>
    public override string ToString() => $"{Scope.Service} {Action} ({Method} {Target})";

    private bool IsForm => Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal);
}
