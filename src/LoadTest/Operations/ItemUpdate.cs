using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>
/// What every update does, alone or in a transaction: another payload, the number of the update that it is from, and one more in the item's
/// count of updates; under the condition that the item is there.
/// </summary>
internal sealed class ItemUpdate(string table, ItemGenerator items)
{
    /// <summary>The update.</summary>
    public const string Expression = $"SET {ItemGenerator.PayloadName} = :p, {ItemGenerator.RevisionName} = :r ADD {ItemGenerator.UpdatesName} :one";

    /// <summary>The condition under which nothing new comes into being.</summary>
    public const string IsPresent = $"attribute_exists({ItemGenerator.KeyName})";

    private const int MostDigits = 20;

    private readonly ItemJson _json = new(items);
    private readonly ItemAttributes _attributes = new(items);
    private readonly byte[] _beforeKey = ItemJson.Utf8("\"" + $$$"""TableName":"{{{JsonEncodedText.Encode(table)}}}","Key":""");
    private readonly byte[] _beforeRevision = ItemJson.Utf8(
        $$$""","UpdateExpression":"{{{Expression}}}","ConditionExpression":"{{{IsPresent}}}","ExpressionAttributeValues":{":one":{"N":"1"},":r":{"N":""" + "\"");

    private readonly byte[] _beforePayload = "\"},\":p\":{\"S\":\""u8.ToArray();
    private readonly byte[] _afterPayload = "\"}}"u8.ToArray();

    /// <summary>What the attribute <c>revision</c> holds after the update of this operation: one more than its number in the plan.</summary>
    public static long RevisionOf(in PlannedRequest request) => request.Index + 1;

    /// <summary>Writes the members of the update of an item, without the braces around them.</summary>
    public void WriteMembers(in PlannedRequest request, long ordinal, IBufferWriter<byte> json)
    {
        json.Write(_beforeKey);
        _json.WriteKey(request.Phase, ordinal, json);
        json.Write(_beforeRevision);
        var revision = RevisionOf(request);
        revision.TryFormat(json.GetSpan(MostDigits), out var digits, default, CultureInfo.InvariantCulture);
        json.Advance(digits);
        json.Write(_beforePayload);
        items.WritePayload(ordinal, json, revision);
        json.Write(_afterPayload);
    }

    /// <summary>The key, for the official client.</summary>
    public Dictionary<string, AttributeValue> Key(in PlannedRequest request, long ordinal) => _attributes.Key(request.Phase, ordinal);

    /// <summary>The values of the expression, for the official client.</summary>
    public Dictionary<string, AttributeValue> Values(in PlannedRequest request, long ordinal)
    {
        var revision = RevisionOf(request);
        return new Dictionary<string, AttributeValue>
        {
            [":one"] = new() { N = "1" },
            [":r"] = new() { N = revision.ToString(CultureInfo.InvariantCulture) },
            [":p"] = new() { S = items.Payload(ordinal, revision) },
        };
    }

    /// <summary>Writes down what became of the update of an item.</summary>
    public static void Settle(long ordinal, in Answer answer, WriteLedger ledger)
    {
        var open = answer.OpenAttempts + (Category.LeavesFateOpen(answer.Category) ? 1 : 0);
        ledger.Updates.Add(ordinal, answer.Category == Category.Success ? 1 : 0, open);
    }
}
