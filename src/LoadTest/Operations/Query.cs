using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>Query of one page: the items of the partition, of the table or of its index, in which an item is that is known to be there.</summary>
/// <param name="table">The table.</param>
/// <param name="items">The items.</param>
/// <param name="index">The index that is read; null for the table.</param>
/// <param name="consistent">Whether it is strongly consistent; an index cannot be.</param>
/// <param name="limit">The most items on the page.</param>
public sealed class Query(string table, ItemGenerator items, IndexKeys? index, bool consistent, int limit) : IOperation
{
    private const string Condition = "#p = :p";

    private readonly string _key = index?.PartitionKey ?? TableKeys.PartitionKey;
    private readonly KeyRole _role = items.Keys.RoleOf(index?.PartitionKey ?? TableKeys.PartitionKey);
    private readonly byte[] _beforeValue = ItemJson.Utf8(
        $"{{\"TableName\":\"{JsonEncodedText.Encode(table)}\",{(index is null ? "" : $"\"IndexName\":\"{JsonEncodedText.Encode(index.Name)}\",")}\"KeyConditionExpression\":\"{Condition}\","
        + $"\"ExpressionAttributeNames\":{{\"#p\":\"{JsonEncodedText.Encode(index?.PartitionKey ?? TableKeys.PartitionKey)}\"}},\"ExpressionAttributeValues\":{{\":p\":{{\"S\":\"");

    private readonly byte[] _afterValue = ItemJson.Utf8(string.Create(
        CultureInfo.InvariantCulture,
        $"\"}}}},\"ConsistentRead\":{(consistent && index is null ? "true" : "false")},\"Limit\":{limit}{Capacity.LastMember(items.Keys)}"));

    /// <inheritdoc/>
    public string Name => index is null ? nameof(Query) : "QueryIndex";

    /// <inheritdoc/>
    public string Action => nameof(Query);

    /// <inheritdoc/>
    public bool IsWrite => false;

    private bool IsConsistent => consistent && index is null;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.QueryAsync(
            new QueryRequest
            {
                TableName = table,
                IndexName = index?.Name,
                KeyConditionExpression = Condition,
                ExpressionAttributeNames = new Dictionary<string, string> { ["#p"] = _key },
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":p"] = new() { S = items.KeyText(_role, request.Phase, request.Ordinal) } },
                ConsistentRead = IsConsistent,
                Limit = limit,
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity, response.Count ?? 0);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_beforeValue);
        items.WriteKeyText(_role, request.Phase, request.Ordinal, body);
        body.Write(_afterValue);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger) =>
        IsConsistent ? Reading.Judge(request, answer, ledger) : answer.Category;
}
