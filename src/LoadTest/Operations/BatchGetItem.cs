using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>BatchGetItem of several items that are known to be there. Keys that come back unprocessed are sent again by the next attempt.</summary>
public sealed class BatchGetItem(string table, ItemGenerator items, bool consistent) : IOperation
{
    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);
    private readonly byte[] _start = ItemJson.Utf8(
        $$$"""{"RequestItems":{"{{{JsonEncodedText.Encode(table)}}}":{"ConsistentRead":{{{(consistent ? "true" : "false")}}},"Keys":[""");

    private readonly byte[] _end = ItemJson.Utf8("]}}" + Capacity.LastMember(items.Keys));

    /// <inheritdoc/>
    public string Name => nameof(BatchGetItem);

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var keys = new KeysAndAttributes
        {
            Keys = [.. request.Items.Pending.Select(ordinal => _attributes.Key(request.Phase, ordinal))],
            ConsistentRead = consistent,
        };
        var response = await client.BatchGetItemAsync(
            new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes> { [table] = keys },
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        var left = response.UnprocessedKeys?.GetValueOrDefault(table)?.Keys ?? [];
        Unprocessed.Mark(request, _attributes, left);
        return Capacity.Read(response.ConsumedCapacity, response.Responses?.GetValueOrDefault(table)?.Count ?? 0, left.Count > 0);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_start);
        var isFirst = true;
        for (var place = 0; place < request.Items.Count; place++)
        {
            if (!request.Items.IsPending(place)) continue;
            if (!isFirst) body.Write(","u8);
            isFirst = false;
            _json.WriteKey(request.Phase, request.Items[place], body);
        }

        body.Write(_end);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json, request, items);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger) =>
        consistent ? Reading.JudgeAll(request, answer, ledger) : answer.Category;
}
