using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>BatchWriteItem of several new items. Those that come back unprocessed are sent again by the next attempt.</summary>
public sealed class BatchWriteItem(string table, ItemGenerator items) : IOperation
{
    /// <summary>The most items of a request.</summary>
    public const int MostItems = 25;

    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);
    private readonly byte[] _start = ItemJson.Utf8($$$"""{"RequestItems":{"{{{JsonEncodedText.Encode(table)}}}":[""");
    private readonly byte[] _end = ItemJson.Utf8("]}" + Capacity.LastMember(items.Keys));

    /// <inheritdoc/>
    public string Name => nameof(BatchWriteItem);

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var puts = request.Items.Pending.Select(ordinal => new WriteRequest(new PutRequest(_attributes.Item(request.Phase, ordinal))));
        var response = await client.BatchWriteItemAsync(
            new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, List<WriteRequest>> { [table] = [.. puts] },
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        var left = response.UnprocessedItems?.GetValueOrDefault(table) ?? [];
        Unprocessed.Mark(request, _attributes, left.Select(write => write.PutRequest.Item));
        return Capacity.Read(response.ConsumedCapacity, isPartial: left.Count > 0);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_start);
        var isFirst = true;
        for (var place = 0; place < request.Items.Count; place++)
        {
            if (!request.Items.IsPending(place)) continue;
            body.Write(isFirst ? """{"PutRequest":{"Item":"""u8 : """,{"PutRequest":{"Item":"""u8);
            isFirst = false;
            _json.WriteItem(request.Phase, request.Items[place], body);
            body.Write("}}"u8);
        }

        body.Write(_end);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json, request, items);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        var ofThoseLeft = Fate.OfWrite(answer);
        for (var place = 0; place < request.Items.Count; place++)
            ledger.Settle(request.Items[place], request.Items.IsPending(place) ? ofThoseLeft : WriteState.Acknowledged);
        return answer.Category;
    }
}
