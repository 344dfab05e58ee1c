using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>TagResource: adds tags to a table, or changes their values. The answer has no body at all.</summary>
internal sealed class TagResource(TableStore tables) : Operation("TagResource", touchesItems: false)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        request.Parameters.RefuseAllBut(Name, "ResourceArn", "Tags");
        var table = ResourceArns.Find(tables, request.Parameters);
        var tags = TagReader.Read(request.Parameters);
        if (tags.Count == 0) throw DynamoException.Validation("Atleast one Tag needs to be provided as Input.");
        if (!table.Tags.TrySet(tags)) throw TagReader.TooMany();
    }
}
