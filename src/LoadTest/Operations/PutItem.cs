using System.Buffers;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace LoadTest.Operations;

/// <summary>
/// PutItem: a new item each, or, for a duplicate, a write on an item that is there, under the condition that it is not.
/// </summary>
public sealed class PutItem(string table, ItemGenerator items) : IOperation
{
    private const string IsAbsent = $"attribute_not_exists({ItemGenerator.KeyName})";
    private const string Capacity = "\"ReturnConsumedCapacity\":\"TOTAL\"";
    private const string Quote = "\"";

    // The parts of the request that never change, encoded once.
    private readonly byte[] _beforeKey = Utf8($$$"""{"TableName":"{{{JsonEncodedText.Encode(table)}}}","Item":{"{{{ItemGenerator.KeyName}}}":{"S":""" + Quote);
    private readonly byte[] _beforePayload = Utf8(Quote + $$$"""},"{{{ItemGenerator.PayloadName}}}":{"S":""" + Quote);
    private readonly byte[] _afterPayload = Utf8(Quote + $$$"""},"{{{ItemGenerator.TimestampName}}}":{"N":"{{{items.Timestamp}}}"}},{{{Capacity}}}}""");
    private readonly byte[] _afterPayloadIfAbsent = Utf8(
        Quote + $$$"""},"{{{ItemGenerator.TimestampName}}}":{"N":"{{{items.Timestamp}}}"}},"ConditionExpression":"{{{IsAbsent}}}",{{{Capacity}}}}""");

    /// <inheritdoc/>
    public string Name => nameof(PutItem);

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.PutItemAsync(ToRequest(request), abort);
        return new OperationAnswer(0, response.ConsumedCapacity?.CapacityUnits ?? 0, ItemFound: false);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_beforeKey);
        items.WriteKey(request.Phase, request.Ordinal, body);
        body.Write(_beforePayload);
        items.WritePayload(request.Ordinal, body);
        body.Write(request.IsDuplicate ? _afterPayloadIfAbsent : _afterPayload);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(ReadOnlySpan<byte> json) => new(0, AnswerJson.Read(json).CapacityUnits, ItemFound: false);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        if (request.IsDuplicate) return SettleDuplicate(request, answer, ledger);
        ledger.Settle(request.Ordinal, StateAfter(answer));
        return answer.Category == Category.ConditionalCheck ? Category.ConditionalCheckUnexpected : answer.Category;
    }

    private static int SettleDuplicate(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        // What a duplicate meets was acknowledged before: its own outcome says nothing new of the item.
        if (ledger.StateOf(request.Ordinal) == WriteState.Acknowledged)
            return answer.Category == Category.Success ? Category.UnexpectedSuccess : answer.Category;

        // Nothing could be written before it, so it met nothing, and may itself have written the item.
        ledger.Settle(request.Ordinal, WriteState.Unknown);
        return answer.Category == Category.Success ? Category.NothingToRepeat : answer.Category;
    }

    private PutItemRequest ToRequest(PlannedRequest request) => new()
    {
        TableName = table,
        Item = new Dictionary<string, AttributeValue>
        {
            [ItemGenerator.KeyName] = new() { S = items.Key(request.Phase, request.Ordinal) },
            [ItemGenerator.PayloadName] = new() { S = items.Payload(request.Ordinal) },
            [ItemGenerator.TimestampName] = new() { N = items.Timestamp },
        },
        ConditionExpression = request.IsDuplicate ? IsAbsent : null,
        ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
    };

    // A refusal that came from DynamoDB's front door stored nothing; a fault or a lost connection leaves it open.
    private static WriteState StateAfter(in Answer answer)
    {
        if (answer.Category == Category.Success) return WriteState.Acknowledged;
        return answer.MayBeDoneAlready || Category.LeavesFateOpen(answer.Category) ? WriteState.Unknown : WriteState.Refused;
    }

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);
}
