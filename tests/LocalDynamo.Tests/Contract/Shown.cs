using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace LocalDynamo.Tests.Contract;

/// <summary>
/// Answers as text, without what may differ from server to server: the order of attributes, of sets, and of items in a scan.
/// </summary>
internal static class Shown
{
    public static string Item(Dictionary<string, AttributeValue>? item) => item is null
        ? "nothing"
        : "{" + string.Join(", ",
            item.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Value(entry.Value)}")) + "}";

    public static string Items(IEnumerable<Dictionary<string, AttributeValue>>? items) =>
        items is null ? "no list" : "[" + string.Join(", ", items.Select(Item).Order(StringComparer.Ordinal)) + "]";

    /// <summary>Items in the order in which they came.</summary>
    public static string InOrder(IEnumerable<Dictionary<string, AttributeValue>>? items) =>
        items is null ? "no list" : "[" + string.Join(", ", items.Select(Item)) + "]";

    public static string Units(ConsumedCapacity? capacity) => capacity is null
        ? "no units"
        : $"{capacity.TableName} {Number(capacity.CapacityUnits)}"
            + (capacity.Table is null ? "" : $" (table {Number(capacity.Table.CapacityUnits)})")
            + string.Concat((capacity.GlobalSecondaryIndexes ?? []).OrderBy(index => index.Key, StringComparer.Ordinal)
                .Select(index => $" ({index.Key} {Number(index.Value.CapacityUnits)})"));

    public static string Number(double? number) => number?.ToString("0.0##", CultureInfo.InvariantCulture) ?? "none";

    private static string Value(AttributeValue value)
    {
        if (value.S is not null) return $"S '{value.S}'";
        if (value.N is not null) return $"N {value.N}";
        if (value.B is not null) return $"B {Convert.ToBase64String(value.B.ToArray())}";
        if (value.BOOL is not null) return value.BOOL.Value ? "true" : "false";
        if (value.NULL == true) return "null";
        if (value.SS is not null) return $"SS [{Sorted(value.SS)}]";
        if (value.NS is not null) return $"NS [{Sorted(value.NS)}]";
        if (value.BS is not null) return $"BS [{Sorted(value.BS.Select(element => Convert.ToBase64String(element.ToArray())))}]";
        if (value.L is not null) return $"[{string.Join(", ", value.L.Select(Value))}]";
        return value.M is not null ? Item(value.M) : "empty";
    }

    private static string Sorted(IEnumerable<string> elements) => string.Join(", ", elements.Order(StringComparer.Ordinal));
}
