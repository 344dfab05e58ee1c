using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LoadTest.Operations;

/// <summary>
/// PutItem: a new item each, or, for a duplicate, a write on an item that is there, under the condition that it is not.
/// </summary>
public sealed class PutItem(string table, ItemGenerator items) : IOperation
{
    private const string IsAbsent = $"attribute_not_exists({ItemGenerator.KeyName})";

    /// <inheritdoc/>
    public string Name => nameof(PutItem);

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.PutItemAsync(ToRequest(request), abort);
        return new OperationAnswer(0, response.ConsumedCapacity?.CapacityUnits ?? 0, ItemFound: false);
    }

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (request.IsDuplicate) return SettleDuplicate(request, answer, ledger);
        ledger.Settle(request.Ordinal, StateAfter(answer.Category));
        return answer.Category == Category.ConditionalCheck ? Category.ConditionalCheckUnexpected : answer.Category;
    }

    private static int SettleDuplicate(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        // What a duplicate meets was acknowledged before: its own outcome says nothing new of the item.
        if (ledger.StateOf(request.Ordinal) == WriteState.Acknowledged)
            return answer.Category == Category.Success ? Category.UnexpectedSuccess : answer.Category;

        // Nothing could be written before it, so it met nothing, and may itself have written the item.
        ledger.Settle(request.Ordinal, WriteState.Unknown);
        return answer.Category == Category.Success ? Category.NothingToRepeat : answer.Category;
    }

    private PutItemRequest ToRequest(PlannedRequest request) => new()
    {
        TableName = table,
        Item = new Dictionary<string, AttributeValue>
        {
            [ItemGenerator.KeyName] = new() { S = items.Key(request.Phase, request.Ordinal) },
            [ItemGenerator.PayloadName] = new() { S = items.Payload(request.Ordinal) },
            [ItemGenerator.TimestampName] = new() { N = items.Timestamp },
        },
        ConditionExpression = request.IsDuplicate ? IsAbsent : null,
        ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
    };

    // A refusal that came from DynamoDB's front door stored nothing; a fault or a lost connection leaves it open.
    private static WriteState StateAfter(int category)
    {
        if (category == Category.Success) return WriteState.Acknowledged;
        var leavesItOpen = category == Category.ServerFault || category == Category.Timeout || category == Category.Reset
            || category == Category.Protocol || category == Category.Cancelled;
        return leavesItOpen ? WriteState.Unknown : WriteState.Refused;
    }
}
