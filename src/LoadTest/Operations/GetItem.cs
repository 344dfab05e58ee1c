using System.Buffers;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LoadTest.Operations;

/// <summary>GetItem on an item that is known to be there.</summary>
public sealed class GetItem(string table, ItemGenerator items, bool consistent) : IOperation
{
    private const string Quote = "\"";

    // The parts of the request that never change, encoded once.
    private readonly byte[] _beforeKey = Encoding.UTF8.GetBytes(
        $$$"""{"TableName":"{{{JsonEncodedText.Encode(table)}}}","Key":{"{{{ItemGenerator.KeyName}}}":{"S":""" + Quote);

    private readonly byte[] _afterKey = Encoding.UTF8.GetBytes(
        Quote + $$$"""}},"ConsistentRead":{{{(consistent ? "true" : "false")}}},"ReturnConsumedCapacity":"TOTAL"}""");

    /// <inheritdoc/>
    public string Name => nameof(GetItem);

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = new Dictionary<string, AttributeValue> { [ItemGenerator.KeyName] = new() { S = items.Key(request.Phase, request.Ordinal) } },
                ConsistentRead = consistent,
                ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            },
            abort);
        return new OperationAnswer(response.ConsumedCapacity?.CapacityUnits ?? 0, 0, response.IsItemSet);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_beforeKey);
        items.WriteKey(request.Phase, request.Ordinal, body);
        body.Write(_afterKey);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(ReadOnlySpan<byte> json)
    {
        var (units, hasItem) = AnswerJson.Read(json);
        return new OperationAnswer(units, 0, hasItem);
    }

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        // An eventually consistent read may miss what was just written; a consistent one may not.
        var mustBeThere = consistent && ledger.StateOf(request.Ordinal) == WriteState.Acknowledged;
        return answer.Category == Category.Success && mustBeThere && !answer.ItemFound ? Category.MissingItem : answer.Category;
    }
}
