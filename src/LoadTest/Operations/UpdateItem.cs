using System.Buffers;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>UpdateItem on an item that is known to be there, under that condition.</summary>
public sealed class UpdateItem(string table, ItemGenerator items) : IOperation
{
    private readonly ItemUpdate _update = new(table, items);
    private readonly byte[] _end = ItemJson.Utf8(Capacity.LastMember(items.Keys));

    /// <inheritdoc/>
    public string Name => nameof(UpdateItem);

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = _update.Key(request, request.Ordinal),
                UpdateExpression = ItemUpdate.Expression,
                ConditionExpression = ItemUpdate.IsPresent,
                ExpressionAttributeValues = _update.Values(request, request.Ordinal),
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write("{"u8);
        _update.WriteMembers(request, request.Ordinal, body);
        body.Write(_end);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (request.IsMiss) return answer.Category;
        ItemUpdate.Settle(request.Ordinal, answer, ledger);
        return Presence.JudgeUpdate(request, answer, ledger);
    }

    /// <inheritdoc/>
    public double UnreportedWriteUnits(PlannedRequest request, in Refusal refusal) =>
        refusal.Category == Category.ConditionalCheck ? Presence.FailedConditionUnits : 0;
}
