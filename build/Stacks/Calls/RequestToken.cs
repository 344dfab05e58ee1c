namespace Build.Stacks.Calls;

/// <summary>
/// The token of a request: a repetition of the same call is then no second one, and events carry it, which tells our own from those of others.
/// </summary>
internal static class RequestToken
{
    private const string Prefix = "dynamodb-load-test-";

    /// <summary>A token that was never used.</summary>
    public static string New() => Prefix + Guid.NewGuid().ToString("N");

    /// <summary>Whether an operation with this token was begun by this automation, on this machine or another.</summary>
    public static bool IsOurs(string? token) => token?.StartsWith(Prefix, StringComparison.Ordinal) ?? false;
}
