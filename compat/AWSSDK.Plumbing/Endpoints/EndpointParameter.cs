namespace Amazon.Plumbing.Endpoints;

/// <summary>The names of the parameters of an endpoint rule set.</summary>
internal static class EndpointParameter
{
    public const string Region = "Region";
    public const string Endpoint = "Endpoint";
    public const string UseFips = "UseFIPS";
    public const string UseDualStack = "UseDualStack";
}
