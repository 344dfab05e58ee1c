using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>DescribeTable.</summary>
internal sealed class DescribeTable(TableStore tables) : Operation("DescribeTable", touchesItems: false)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        request.Parameters.RefuseAllBut(Name, "TableName");
        var table = tables.Describe(TableNames.Read(request.Parameters));
        json.WriteStartObject();
        TableDescription.Write(json, "Table", table);
        json.WriteEndObject();
    }
}
