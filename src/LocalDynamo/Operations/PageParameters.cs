using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Operations;

/// <summary>
/// The parameters of reads that answer in pages: what is taken, filtered, projected and counted, and the answer made of it.
/// </summary>
internal sealed class PageParameters
{
    private readonly Condition? _filter;
    private readonly Projection? _projection;
    private readonly ConsumedCapacity _capacity;
    private readonly bool _countOnly;

    /// <exception cref="DynamoException">A parameter is wrong.</exception>
    public PageParameters(Parameters parameters, ItemReader items, bool queries = false)
    {
        var errors = new ShapeErrors();
        _capacity = ConsumedCapacity.AskedBy(parameters, errors);
        Limit = errors.AtLeast(parameters.WholeNumber("Limit"), "limit", 1);
        var select = errors.OneOf(
            parameters.Text("Select"), "select", "SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");
        errors.ThrowIfAny();
        var attributes = queries
            ? new ExpressionAttributes(parameters, items, "FilterExpression", "KeyConditionExpression", "ProjectionExpression")
            : new ExpressionAttributes(parameters, items, "FilterExpression", "ProjectionExpression");
        StartKey = parameters.Find("ExclusiveStartKey") is { } start ? items.ReadMap(start) : null;
        var projection = parameters.Text("ProjectionExpression");
        CheckSelect(select, projection, parameters.Find("IndexName") is not null);
        Select = select;
        var filter = parameters.Text("FilterExpression");
        _filter = ConditionBinder.Read(ExpressionKind.Filter, filter, attributes);
        if (filter is not null) Filtered = ConditionBinder.AttributesOf(ExpressionKind.Filter, filter, attributes);
        if (queries) KeyCondition = KeyCondition.Read(parameters.Text("KeyConditionExpression"), attributes);
        _projection = Projection.Read(projection, attributes);
        attributes.CheckAllUsed();
        _countOnly = select == "COUNT";
        Consistent = parameters.Boolean("ConsistentRead") ?? false;
    }

    public long? Limit { get; }

    public AttributeMap? StartKey { get; }

    public string? Select { get; }

    /// <summary>The attributes that the projection asks for.</summary>
    public IReadOnlyList<string> Projected => _projection?.Attributes ?? [];

    public bool Consistent { get; }

    /// <summary>The attributes that the filter looks at.</summary>
    public IReadOnlySet<string> Filtered { get; } = new HashSet<string>();

    /// <summary>What a query asks of the keys; null for a scan.</summary>
    public KeyCondition? KeyCondition { get; }

    public void WriteAnswer(Utf8JsonWriter json, ReadTarget target, ItemPage page, Consumption consumed)
    {
        var count = 0;
        json.WriteStartObject();
        if (!_countOnly) json.WriteStartArray("Items"u8);
        foreach (var item in page.Items)
        {
            if (_filter is not null && !_filter.Holds(item)) continue;
            count++;
            if (!_countOnly) (_projection?.Of(item) ?? item).Write(json);
        }

        if (!_countOnly) json.WriteEndArray();
        json.WriteNumber("Count"u8, count);
        json.WriteNumber("ScannedCount"u8, page.Items.Count);
        if (page.LastKey is { } last)
        {
            json.WritePropertyName("LastEvaluatedKey"u8);
            target.KeyMap(last).Write(json);
        }

        _capacity.WriteMember(json, consumed);
        json.WriteEndObject();
    }

    private static void CheckSelect(string? select, string? projection, bool ofIndex)
    {
        if (select == "SPECIFIC_ATTRIBUTES" && projection is null)
        {
            throw DynamoException.Validation(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }

        if (select == "ALL_PROJECTED_ATTRIBUTES" && !ofIndex)
            throw DynamoException.Validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        if (select is "ALL_ATTRIBUTES" or "ALL_PROJECTED_ATTRIBUTES" && projection is not null)
            throw DynamoException.Validation($"Cannot specify the ProjectionExpression when choosing to get {select}");
        if (select == "COUNT" && projection is not null)
            throw DynamoException.Validation("Cannot specify the ProjectionExpression when choosing to get only the Count");
    }
}
