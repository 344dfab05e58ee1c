using Build.Stacks.Data;
using Build.Templates.Reading;

namespace Build.Stacks.Removal;

/// <summary>What goes and what stays when an environment is destroyed.</summary>
/// <param name="Stacks">The stacks that go, in the order of deployment.</param>
/// <param name="Table">The table that goes; null when it stays or is not there.</param>
/// <param name="Buckets">The buckets that go.</param>
/// <param name="Repository">The image repository whose images go before its stack; null when it stays or is not there.</param>
/// <param name="Stays">What stays, each with the reason.</param>
public sealed record RemovalOrder(
    IReadOnlyList<(Stack Stack, DeployedStack Deployed)> Stacks,
    StoredTable? Table,
    IReadOnlyList<StoredBucket> Buckets,
    string? Repository,
    IReadOnlyList<string> Stays)
{
    /// <summary>Whether nothing goes.</summary>
    public bool IsEmpty => Stacks.Count == 0 && Table is null && Buckets.Count == 0;
}
