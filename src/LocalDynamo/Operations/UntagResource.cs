using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>UntagResource: removes tags from a table; a key that it does not have is no error. The answer has no body at all.</summary>
internal sealed class UntagResource(TableStore tables) : Operation("UntagResource", touchesItems: false)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        request.Parameters.RefuseAllBut(Name, "ResourceArn", "TagKeys");
        var table = ResourceArns.Find(tables, request.Parameters);
        var keys = request.Parameters.Find("TagKeys");
        if (keys is not { ValueKind: JsonValueKind.Array } given || given.GetArrayLength() == 0)
            throw DynamoException.Validation("Atleast one Tag Key needs to be provided as Input.");
        table.Tags.Remove([.. given.EnumerateArray().Select(WireShape.Text)]);
    }
}
