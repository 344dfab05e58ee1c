using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>
/// DeleteItem on the oldest item that is left, under the condition that it is there; where none is left, on a key that is never written, without
/// a condition. While it is under way its item is taken to be neither there nor gone.
/// </summary>
public sealed class DeleteItem(string table, ItemGenerator items) : IOperation
{
    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);
    private readonly byte[] _beforeKey = ItemJson.Utf8($$$"""{"TableName":"{{{JsonEncodedText.Encode(table)}}}","Key":""");
    private readonly byte[] _end = ItemJson.Utf8(Capacity.LastMember(items.Keys));
    private readonly byte[] _endIfPresent = ItemJson.Utf8($""","ConditionExpression":"{ItemUpdate.IsPresent}"{Capacity.LastMember(items.Keys)}""");

    /// <inheritdoc/>
    public string Name => nameof(DeleteItem);

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.DeleteItemAsync(
            new DeleteItemRequest
            {
                TableName = table,
                Key = _attributes.Key(request.Phase, request.Ordinal),
                ConditionExpression = request.IsMiss ? null : ItemUpdate.IsPresent,
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_beforeKey);
        _json.WriteKey(request.Phase, request.Ordinal, body);
        body.Write(request.IsMiss ? _end : _endIfPresent);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (request.IsMiss) return answer.Category;
        ledger.Settle(request.Ordinal, StateAfter(request, answer));
        if (answer.Category == Category.Success) ledger.Updates.Forget(request.Ordinal);
        return Presence.JudgeDelete(request, answer);
    }

    /// <inheritdoc/>
    public double UnreportedWriteUnits(PlannedRequest request, in Refusal refusal) =>
        refusal.Category == Category.ConditionalCheck ? Presence.FailedConditionUnits : 0;

    private static WriteState StateAfter(PlannedRequest request, in Answer answer)
    {
        if (answer.Category == Category.Success) return WriteState.Refused;
        return Fate.MayBeDone(answer) ? WriteState.Unknown : request.Before;
    }
}
