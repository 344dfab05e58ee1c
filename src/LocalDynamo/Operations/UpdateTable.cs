using System.Text.Json;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// UpdateTable: capacity, billing mode and deletion protection. The table is UPDATING for a moment, and serves meanwhile.
/// </summary>
internal sealed class UpdateTable(TableStore tables) : Operation("UpdateTable", touchesItems: false)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(Name, "TableName", "BillingMode", "ProvisionedThroughput", "DeletionProtectionEnabled");
        var name = TableNames.Read(parameters);
        var throughput = Throughput.Read(parameters);
        var protection = parameters.Boolean("DeletionProtectionEnabled");
        if (throughput is { Billing: null, HasUnits: false } && protection is null)
        {
            throw DynamoException.Validation(
                "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or "
                + "SSESpecification or ReplicaUpdates is required");
        }

        Table table;
        lock (tables.Gate)
        {
            table = tables.Describe(name);
            if (table.Status != "ACTIVE")
                throw DynamoException.InUse($"Attempt to change a resource which is still in use: Table: {name} is {table.Status}");
            var changed = throughput.ChangeOf(table.Definition);
            if (changed.Billing == BillingMode.Provisioned && changed.Billing != table.Definition.Billing && table.Indexes.Count > 0)
            {
                throw DynamoException.Validation(
                    "One or more parameter values were invalid: ProvisionedThroughput must be specified for index: "
                    + table.Indexes[0].Definition.Name);
            }

            table.Change(changed with { DeletionProtection = protection ?? changed.DeletionProtection });
        }

        json.WriteStartObject();
        TableDescription.Write(json, "TableDescription", table);
        json.WriteEndObject();
    }
}
