namespace Build.Aws;

/// <summary>A server that stands in for AWS.</summary>
internal static class Endpoints
{
    private const string Variable = "AWS_ENDPOINT_URL";

    /// <summary>Where all calls go instead of to AWS, and the variable that says so; null where they go to AWS.</summary>
    public static (string Address, string Variable)? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? (address, Variable) : null;
}
