using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>DeleteTable: the table is DELETING for a moment, then gone.</summary>
internal sealed class DeleteTable(TableStore tables) : Operation("DeleteTable", touchesItems: false)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        request.Parameters.RefuseAllBut(Name, "TableName");
        var name = TableNames.Read(request.Parameters);
        Table table;
        lock (tables.Gate)
        {
            table = tables.Describe(name);
            if (table.Definition.DeletionProtection)
            {
                throw DynamoException.Validation(
                    "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
            }

            if (table.Status != "ACTIVE")
                throw DynamoException.InUse($"Attempt to change a resource which is still in use: Table: {name} is {table.Status}");
            table.MarkDeleted();
        }

        json.WriteStartObject();
        TableDescription.Write(json, "TableDescription", table);
        json.WriteEndObject();
    }
}
