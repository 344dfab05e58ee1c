using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>
/// PutItem: a new item each, or, for a duplicate, a write on an item that is there, under the condition that it is not.
/// </summary>
public sealed class PutItem(string table, ItemGenerator items) : IOperation
{
    /// <summary>The condition under which nothing is overwritten.</summary>
    public const string IsAbsent = $"attribute_not_exists({ItemGenerator.KeyName})";

    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);

    // The parts of the request that never change, encoded once.
    private readonly byte[] _beforeItem = ItemJson.Utf8($$$"""{"TableName":"{{{JsonEncodedText.Encode(table)}}}","Item":""");
    private readonly byte[] _afterItem = ItemJson.Utf8(Capacity.LastMember(items.Keys));
    private readonly byte[] _afterItemIfAbsent = ItemJson.Utf8($$$""","ConditionExpression":"{{{IsAbsent}}}"{{{Capacity.LastMember(items.Keys)}}}""");

    /// <inheritdoc/>
    public string Name => nameof(PutItem);

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.PutItemAsync(
            new PutItemRequest
            {
                TableName = table,
                Item = _attributes.Item(request.Phase, request.Ordinal),
                ConditionExpression = request.IsDuplicate ? IsAbsent : null,
                ReturnConsumedCapacity = Capacity.Asked(items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_beforeItem);
        _json.WriteItem(request.Phase, request.Ordinal, body);
        body.Write(request.IsDuplicate ? _afterItemIfAbsent : _afterItem);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (request.IsDuplicate) return SettleDuplicate(request, answer, ledger);
        ledger.Settle(request.Ordinal, Fate.OfWrite(answer));
        return answer.Category == Category.ConditionalCheck ? Category.ConditionalCheckUnexpected : answer.Category;
    }

    /// <inheritdoc/>
    public double UnreportedWriteUnits(PlannedRequest request, in Refusal refusal) =>
        refusal.Category == Category.ConditionalCheck ? items.WriteUnitsOf(request.Ordinal) : 0;

    private static int SettleDuplicate(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        var mayHaveWritten = answer.Category == Category.Success || Fate.MayBeDone(answer);
        if (mayHaveWritten) ledger.NoteRewrite(request.Ordinal);
        var isDeleted = Presence.MayBeDeletedMeanwhile(request.Ordinal, request.Before, ledger);
        // What a duplicate meets was acknowledged before: its own outcome says nothing new of the item.
        if (!isDeleted && ledger.StateOf(request.Ordinal) == WriteState.Acknowledged)
            return answer.Category == Category.Success ? Category.UnexpectedSuccess : answer.Category;

        // It met an item that another worker wrote, or came before the delete.
        if (answer.Category == Category.ConditionalCheck) return answer.Category;

        // It met nothing.
        if (mayHaveWritten) ledger.Settle(request.Ordinal, WriteState.Unknown);
        if (answer.Category != Category.Success) return answer.Category;
        return isDeleted ? Category.DeletedMeanwhile : Category.NothingToRepeat;
    }
}
