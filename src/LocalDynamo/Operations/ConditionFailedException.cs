using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Operations;

/// <summary>ConditionalCheckFailedException, with the item that was found when the client asked for it.</summary>
internal sealed class ConditionFailedException(AttributeMap? found)
    : DynamoException("ConditionalCheckFailedException", "The conditional request failed")
{
    public override void WriteDetails(Utf8JsonWriter json)
    {
        if (found is null) return;
        json.WritePropertyName("Item"u8);
        found.Write(json);
    }
}
