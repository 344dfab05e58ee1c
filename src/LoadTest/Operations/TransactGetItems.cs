using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>TransactGetItems of several items that are known to be there: always strongly consistent, at twice the cost.</summary>
public sealed class TransactGetItems(string table, ItemGenerator items) : IOperation
{
    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);
    private readonly byte[] _beforeKey = ItemJson.Utf8($$$"""{"Get":{"TableName":"{{{JsonEncodedText.Encode(table)}}}","Key":""");
    private readonly byte[] _end = ItemJson.Utf8("]" + Capacity.LastMember(items.Keys));

    /// <inheritdoc/>
    public string Name => nameof(TransactGetItems);

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.TransactGetItemsAsync(
            new TransactGetItemsRequest
            {
                TransactItems =
                [
                    .. request.Items.Pending.Select(ordinal => new TransactGetItem { Get = new Get { TableName = table, Key = _attributes.Key(request.Phase, ordinal) } }),
                ],
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity, response.Responses?.Count(item => item.Item is { Count: > 0 }) ?? 0);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write("{\"TransactItems\":["u8);
        for (var place = 0; place < request.Items.Count; place++)
        {
            if (place > 0) body.Write(","u8);
            body.Write(_beforeKey);
            _json.WriteKey(request.Phase, request.Items[place], body);
            body.Write("}}"u8);
        }

        body.Write(_end);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger) => Reading.JudgeAll(request, answer, ledger);
}
