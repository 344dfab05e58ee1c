using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>What both transactions check of their actions.</summary>
internal static class TransactItems
{
    private const int MostActions = 100;

    /// <exception cref="DynamoException">There is no action, or more than a hundred.</exception>
    public static IReadOnlyList<Parameters> Read(Parameters parameters, ShapeErrors errors)
    {
        var given = errors.Required(parameters.Structures("TransactItems"), "transactItems");
        if (given?.Count == 0) errors.Add("[]", "transactItems", "Member must have length greater than or equal to 1");
        if (given?.Count > MostActions) errors.Add("[...]", "transactItems", "Member must have length less than or equal to 100");
        errors.ThrowIfAny();
        return given!;
    }

    /// <exception cref="DynamoException">Two actions name one item.</exception>
    public static void CheckDistinct(IEnumerable<(Table Table, ItemKey Key)> items)
    {
        var seen = new HashSet<(string, ItemKey)>(TableKeyComparer.Instance);
        if (items.All(item => seen.Add((item.Table.Name, item.Key)))) return;
        throw DynamoException.Validation("Transaction request cannot include multiple operations on one item");
    }
}
