using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>What requests ask to be told of their capacity units: with an index, also how they are split between the table and it.</summary>
internal static class Capacity
{
    /// <summary>The value for the official client.</summary>
    public static ReturnConsumedCapacity Asked(TableKeys keys) => keys.Index is null ? ReturnConsumedCapacity.TOTAL : ReturnConsumedCapacity.INDEXES;

    /// <summary>The JSON member with which every request ends.</summary>
    public static string LastMember(TableKeys keys) => $$$""","ReturnConsumedCapacity":"{{{Asked(keys).Value}}}"}""";

    /// <summary>What the official client was told.</summary>
    public static OperationAnswer Read(ConsumedCapacity? consumed, int itemsFound = 0) =>
        new(consumed?.CapacityUnits ?? 0, OfIndexes(consumed), itemsFound);

    /// <summary>The same for requests whose answer has a list.</summary>
    public static OperationAnswer Read(List<ConsumedCapacity>? consumed, int itemsFound = 0, bool isPartial = false) =>
        new(
            consumed?.Sum(table => table.CapacityUnits ?? 0) ?? 0, consumed?.Sum(OfIndexes) ?? 0, itemsFound, isPartial,
            consumed?.Sum(table => table.ReadCapacityUnits ?? 0) ?? 0);

    private static double OfIndexes(ConsumedCapacity? consumed) =>
        consumed?.GlobalSecondaryIndexes?.Values.Sum(index => index.CapacityUnits ?? 0) ?? 0;
}
