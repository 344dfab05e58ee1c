using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>
/// Scan of one page, which begins after an item that is known to be there: so pages are spread over the table, as those of a whole scan are.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="items">The items.</param>
/// <param name="consistent">Whether it is strongly consistent.</param>
/// <param name="limit">The most items on the page.</param>
public sealed class Scan(string table, ItemGenerator items, bool consistent, int limit) : IOperation
{
    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);
    private readonly byte[] _beforeKey = ItemJson.Utf8($$$"""{"TableName":"{{{JsonEncodedText.Encode(table)}}}","ExclusiveStartKey":""");
    private readonly byte[] _afterKey = ItemJson.Utf8(string.Create(
        CultureInfo.InvariantCulture,
        $""","ConsistentRead":{(consistent ? "true" : "false")},"Limit":{limit}{Capacity.LastMember(items.Keys)}"""));

    /// <inheritdoc/>
    public string Name => nameof(Scan);

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.ScanAsync(
            new ScanRequest
            {
                TableName = table,
                ExclusiveStartKey = _attributes.Key(request.Phase, request.Ordinal),
                ConsistentRead = consistent,
                Limit = limit,
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity, response.Count ?? 0);
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
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger) => answer.Category;
}
