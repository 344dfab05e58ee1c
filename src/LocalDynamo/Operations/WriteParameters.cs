using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Expressions;
using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Operations;

/// <summary>The parameters that writes of one item share: the condition, and what they answer with.</summary>
internal sealed class WriteParameters
{
    private readonly Parameters _parameters;
    private readonly string? _returnValues;

    /// <exception cref="DynamoException">A value is not among those that are allowed, or an expression's names or values are
    /// wrong.</exception>
    public WriteParameters(Parameters parameters, ItemReader items, string body, bool updates = false)
    {
        _parameters = parameters;
        var errors = new ShapeErrors();
        Capacity = ConsumedCapacity.AskedBy(parameters, errors);
        _returnValues = errors.OneOf(
            parameters.Text("ReturnValues"), "returnValues", "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
        errors.OneOf(parameters.Text("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", "SIZE", "NONE");
        WantsFound = errors.OneOf(
            parameters.Text("ReturnValuesOnConditionCheckFailure"), "returnValuesOnConditionCheckFailure", "ALL_OLD", "NONE") == "ALL_OLD";
        var json = errors.Required(parameters.Find(body), char.ToLowerInvariant(body[0]) + body[1..]);
        errors.ThrowIfAny();
        Attributes = updates
            ? new ExpressionAttributes(parameters, items, "UpdateExpression", "ConditionExpression")
            : new ExpressionAttributes(parameters, items, "ConditionExpression");
        Body = items.ReadMap(json!.Value);
        if (!updates && _returnValues is not (null or "NONE" or "ALL_OLD"))
            throw DynamoException.Validation("ReturnValues can only be ALL_OLD or NONE");
    }

    /// <summary>The item or the key.</summary>
    public AttributeMap Body { get; }

    public ConsumedCapacity Capacity { get; }

    /// <summary>Whether a failed condition answers with the item that was found.</summary>
    public bool WantsFound { get; }

    public ExpressionAttributes Attributes { get; }

    /// <exception cref="DynamoException">The condition is wrong, or a name or value is used nowhere.</exception>
    public Condition? ReadCondition()
    {
        var condition = ConditionBinder.Read(ExpressionKind.Condition, _parameters.Text("ConditionExpression"), Attributes);
        Attributes.CheckAllUsed();
        return condition;
    }

    /// <summary>The whole answer of a write.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="outcome">What the write did.</param>
    /// <param name="update">The update that was made, if any.</param>
    public void WriteAnswer(Utf8JsonWriter json, WriteOutcome outcome, Update? update = null)
    {
        json.WriteStartObject();
        if (Returned(outcome, update) is { } attributes)
        {
            json.WritePropertyName("Attributes"u8);
            attributes.Write(json);
        }

        Capacity.WriteMember(json, outcome.Consumed);
        json.WriteEndObject();
    }

    private AttributeMap? Returned(WriteOutcome outcome, Update? update) => _returnValues switch
    {
        "ALL_OLD" => outcome.Existing,
        "ALL_NEW" => outcome.Changed,
        "UPDATED_OLD" => Touched(outcome.Existing, update),
        "UPDATED_NEW" => Touched(outcome.Changed, update),
        _ => null,
    };

    private static AttributeMap? Touched(AttributeMap? item, Update? update) =>
        item is not null && update?.TouchedOf(item) is { Count: > 0 } touched ? touched : null;
}
