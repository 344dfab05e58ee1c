using LoadTest.Configuration.Problems;

namespace Build.Stacks.Data;

/// <summary>A table that a stack made, and that outlives it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Items">How many items it holds, as DynamoDB counts them every six hours.</param>
/// <param name="IsProtected">Whether DynamoDB refuses to delete it.</param>
/// <param name="IsOurs">Whether it carries the tags that the template gives it.</param>
public sealed record StoredTable(string Name, long Items, bool IsProtected, bool IsOurs)
{
    /// <summary>What keeps it from being deleted; null when nothing does.</summary>
    public Problem? Obstacle => (IsOurs, IsProtected) switch
    {
        (false, _) => new Problem(
            ErrorCodes.NotOurs, $"the table {Name} does not carry the tags that the table stack gives, so it is not deleted", null,
            $"if it really is to go: aws dynamodb delete-table --table-name {Name}"),
        (_, true) => new Problem(
            ErrorCodes.TableProtected, $"the table {Name} is protected against deletion", null,
            $"if it really is to go: aws dynamodb update-table --table-name {Name} --no-deletion-protection-enabled"),
        _ => null,
    };
}
