namespace Compat.Tests.Wire;

/// <summary>What a client sent.</summary>
internal sealed record WireRequest(IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Key, region and service of the signature.</summary>
    public (string Key, string Region, string Service) Scope
    {
        get
        {
            var parts = Headers["Authorization"].Split("Credential=")[1].Split(',')[0].Split('/');
            return (parts[0], parts[2], parts[3]);
        }
    }

    /// <summary>The fields of a form.</summary>
    public IReadOnlyDictionary<string, string> Form => Body.Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]));
}
