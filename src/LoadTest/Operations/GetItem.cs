using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>GetItem on an item that is known to be there, or on a key that is never written.</summary>
public sealed class GetItem(string table, ItemGenerator items, bool consistent) : IOperation
{
    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);
    private readonly byte[] _beforeKey = ItemJson.Utf8($$$"""{"TableName":"{{{JsonEncodedText.Encode(table)}}}","Key":""");
    private readonly byte[] _afterKey = ItemJson.Utf8($""","ConsistentRead":{(consistent ? "true" : "false")}{Capacity.LastMember(items.Keys)}""");

    /// <inheritdoc/>
    public string Name => nameof(GetItem);

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = _attributes.Key(request.Phase, request.Ordinal),
                ConsistentRead = consistent,
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity, response.IsItemSet ? 1 : 0);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_beforeKey);
        _json.WriteKey(request.Phase, request.Ordinal, body);
        body.Write(_afterKey);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger) =>
        // An eventually consistent read may miss what was just written; a consistent one may not.
        consistent ? Reading.Judge(request, answer, ledger) : answer.Category;
}
