using System.Text.Json;
using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>
/// CreateTable: a table with a partition key and perhaps a sort key, and its global secondary indexes. It is CREATING for a moment, then
/// ACTIVE.
/// </summary>
internal sealed class CreateTable(TableStore tables, LocalDynamoOptions options, TimeProvider time)
    : Operation("CreateTable", touchesItems: false)
{
    public override void Execute(Request request, Utf8JsonWriter json)
    {
        var parameters = request.Parameters;
        parameters.RefuseAllBut(
            Name, "TableName", "AttributeDefinitions", "KeySchema", "BillingMode", "ProvisionedThroughput", "DeletionProtectionEnabled",
            "Tags", "GlobalSecondaryIndexes");
        var name = TableNames.Read(parameters);
        var (keys, types) = KeySchemaReader.Read(parameters);
        var throughput = Throughput.Read(parameters);
        var billing = throughput.CheckedBilling();
        var indexes = IndexReader.Read(parameters, types, billing);
        var tags = TagReader.Read(parameters);
        var definition = new TableDefinition(
            name, keys, new Provision(billing, throughput.ReadUnits, throughput.WriteUnits),
            parameters.Boolean("DeletionProtectionEnabled") ?? false, indexes);
        var table = new Table(
            definition, request.Region, provision => new TableCapacity(provision, options.Burst, options.EnforceCapacity, time), time);
        if (!table.Tags.TrySet(tags)) throw TagReader.TooMany();
        lock (tables.Gate) tables.Add(table);
        json.WriteStartObject();
        TableDescription.Write(json, "TableDescription", table);
        json.WriteEndObject();
    }
}
