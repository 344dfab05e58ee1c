namespace Build.Ecs.Launching;

/// <summary>What ECS says where it does not start a task.</summary>
internal static class Placement
{
    // What passes by itself, as ECS words it in failures[] with status 200, and in exceptions.
    private static readonly string[] Passing = ["capacity", "AGENT", "RESOURCE", "unexpected error", "try again later"];

    /// <summary>Whether trying again helps.</summary>
    public static bool Passes(string reason) =>
        !IsQuota(reason) && Array.Exists(Passing, word => reason.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the account's own limit is reached: waiting does not help, unless other tasks end.</summary>
    public static bool IsQuota(string reason) => reason.Contains("limit on the number of", StringComparison.OrdinalIgnoreCase);
}
