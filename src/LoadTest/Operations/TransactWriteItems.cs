using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>
/// TransactWriteItems: one new item, under the condition that it is not there, and updates of others that are, under that condition; all or
/// none. Its token, a pure function of the run and the operation's number, keeps an attempt that is repeated from being done twice.
/// </summary>
public sealed class TransactWriteItems : IOperation
{
    private readonly string _table;
    private readonly ItemGenerator _items;
    private readonly ItemJson _json;
    private readonly ItemAttributes _attributes;
    private readonly ItemUpdate _update;
    private readonly string _tokenStart;
    private readonly byte[] _beforeToken;
    private readonly byte[] _beforePut;
    private readonly byte[] _afterPut;
    private readonly byte[] _end;

    /// <summary>Encodes what the requests share.</summary>
    public TransactWriteItems(string table, ItemGenerator items)
    {
        _table = table;
        _items = items;
        _json = new ItemJson(items);
        _attributes = new ItemAttributes(items);
        _update = new ItemUpdate(table, items);
        _tokenStart = items.RunMark.ToString("x16", CultureInfo.InvariantCulture);
        _beforeToken = ItemJson.Utf8($$$"""{"ClientRequestToken":"{{{_tokenStart}}}""");
        _beforePut = ItemJson.Utf8("\"" + $$$""","TransactItems":[{"Put":{"TableName":"{{{JsonEncodedText.Encode(table)}}}","Item":""");
        _afterPut = ItemJson.Utf8($$$""","ConditionExpression":"{{{PutItem.IsAbsent}}}"}}""");
        _end = ItemJson.Utf8("]" + Capacity.LastMember(items.Keys));
    }

    /// <inheritdoc/>
    public string Name => nameof(TransactWriteItems);

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public async Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort)
    {
        var response = await client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                ClientRequestToken = _tokenStart + TokenNumber(request).ToString("x16", CultureInfo.InvariantCulture),
                TransactItems = [.. Enumerable.Range(0, request.Items.Count).Select(place => ActionOf(request, place))],
                ReturnConsumedCapacity = Capacity.Asked(_items.Keys),
            },
            abort);
        return Capacity.Read(response.ConsumedCapacity);
    }

    /// <inheritdoc/>
    public void WriteBody(PlannedRequest request, IBufferWriter<byte> body)
    {
        body.Write(_beforeToken);
        TokenNumber(request).TryFormat(body.GetSpan(16), out var digits, "x16", CultureInfo.InvariantCulture);
        body.Advance(digits);
        body.Write(_beforePut);
        _json.WriteItem(request.Phase, request.Ordinal, body);
        body.Write(_afterPut);
        for (var place = 1; place < request.Items.Count; place++)
        {
            body.Write(",{\"Update\":{"u8);
            _update.WriteMembers(request, request.Items[place], body);
            body.Write("}}"u8);
        }

        body.Write(_end);
    }

    /// <inheritdoc/>
    public OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json) => AnswerJson.Read(json);

    /// <inheritdoc/>
    public int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger)
    {
        ledger.Settle(request.Ordinal, Fate.OfWrite(answer));
        // The token makes all attempts one: whatever became of them, each item was updated once or not at all.
        var once = answer.Category == Category.Success ? answer with { OpenAttempts = 0 } : answer;
        for (var place = 1; place < request.Items.Count; place++) ItemUpdate.Settle(request.Items[place], once, ledger);
        return Presence.JudgeTransaction(request, answer, ledger);
    }

    /// <summary>
    /// A transaction writes each item twice, to prepare it and to carry it out: one that is cancelled has come to the first of those items whose
    /// place says that they were looked at.
    /// </summary>
    public double UnreportedWriteUnits(PlannedRequest request, in Refusal refusal)
    {
        double units = 0;
        for (var place = 0; place < request.Items.Count; place++)
        {
            // The new item's condition fails where it is there, an update's where its item is not.
            var isThere = refusal.Actions.WasPrepared(place) || (place == 0 && refusal.Actions.HasFailed(place));
            if (isThere) units += _items.WriteUnitsOf(request.Items[place]);
            else if (refusal.Actions.HasFailed(place)) units += Presence.FailedConditionUnits;
        }

        return units;
    }

    private TransactWriteItem ActionOf(PlannedRequest request, int place) => place == 0
        ? new TransactWriteItem { Put = new Put { TableName = _table, Item = _attributes.Item(request.Phase, request.Ordinal), ConditionExpression = PutItem.IsAbsent } }
        : new TransactWriteItem
        {
            Update = new Update
            {
                TableName = _table,
                Key = _update.Key(request, request.Items[place]),
                UpdateExpression = ItemUpdate.Expression,
                ConditionExpression = ItemUpdate.IsPresent,
                ExpressionAttributeValues = _update.Values(request, request.Items[place]),
            },
        };

    // The warm-up's numbers begin at zero too.
    private static long TokenNumber(in PlannedRequest request) => request.Index * 2 + (int)request.Phase;
}
