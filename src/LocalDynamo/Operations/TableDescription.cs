using System.Text.Json;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>Writes the description of a table that the table operations answer with.</summary>
internal static class TableDescription
{
    public static void Write(Utf8JsonWriter json, string member, Table table)
    {
        var definition = table.Definition;
        json.WriteStartObject(member);
        WriteAttributes(json, [definition.Keys, .. table.Indexes.Select(index => index.Keys)]);
        WriteKeys(json, definition.Keys);
        json.WriteString("TableName"u8, definition.Name);
        json.WriteString("TableStatus"u8, table.Status);
        json.WriteNumber("CreationDateTime"u8, Seconds(table.CreatedAt));
        WriteThroughput(json, table);
        json.WriteNumber("TableSizeBytes"u8, table.Items.Bytes);
        json.WriteNumber("ItemCount"u8, table.Items.Count);
        json.WriteString("TableArn"u8, table.Arn);
        json.WriteString("TableId"u8, table.Id);
        if (table.Indexes.Count > 0) WriteIndexes(json, table);
        if (definition.Billing == BillingMode.PayPerRequest || table.OnDemandSince is not null) WriteBilling(json, table);
        json.WriteBoolean("DeletionProtectionEnabled"u8, definition.DeletionProtection);
        json.WriteEndObject();
    }

    private static KeyAttribute[] Attributes(KeySchema keys) => keys.Sort is null ? [keys.Partition] : [keys.Partition, keys.Sort];

    private static void WriteAttributes(Utf8JsonWriter json, IEnumerable<KeySchema> schemas)
    {
        json.WriteStartArray("AttributeDefinitions"u8);
        foreach (var attribute in schemas.SelectMany(Attributes).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("AttributeName"u8, attribute.Name);
            json.WriteString("AttributeType"u8, attribute.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKeys(Utf8JsonWriter json, KeySchema keys)
    {
        json.WriteStartArray("KeySchema"u8);
        foreach (var attribute in Attributes(keys))
        {
            json.WriteStartObject();
            json.WriteString("AttributeName"u8, attribute.Name);
            json.WriteString("KeyType"u8, attribute == keys.Partition ? "HASH"u8 : "RANGE"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThroughput(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject("ProvisionedThroughput"u8);
        if (table.IncreasedAt is { } increased) json.WriteNumber("LastIncreaseDateTime"u8, Seconds(increased));
        if (table.DecreasedAt is { } decreased) json.WriteNumber("LastDecreaseDateTime"u8, Seconds(decreased));
        json.WriteNumber("NumberOfDecreasesToday"u8, 0);
        json.WriteNumber("ReadCapacityUnits"u8, table.Definition.ReadUnits);
        json.WriteNumber("WriteCapacityUnits"u8, table.Definition.WriteUnits);
        json.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter json, Table table)
    {
        json.WriteStartArray("GlobalSecondaryIndexes"u8);
        foreach (var index in table.Indexes)
        {
            var definition = index.Definition;
            json.WriteStartObject();
            json.WriteString("IndexName"u8, definition.Name);
            WriteKeys(json, definition.Keys);
            json.WriteStartObject("Projection"u8);
            json.WriteString("ProjectionType"u8, definition.Projection.Type);
            if (definition.Projection.Included.Count > 0) WriteIncluded(json, definition.Projection.Included);
            json.WriteEndObject();
            json.WriteString("IndexStatus"u8, table.Status is "CREATING" or "DELETING" ? table.Status : "ACTIVE");
            json.WriteStartObject("ProvisionedThroughput"u8);
            json.WriteNumber("NumberOfDecreasesToday"u8, 0);
            json.WriteNumber("ReadCapacityUnits"u8, definition.Provision.ReadUnits);
            json.WriteNumber("WriteCapacityUnits"u8, definition.Provision.WriteUnits);
            json.WriteEndObject();
            json.WriteNumber("IndexSizeBytes"u8, index.Items.Bytes);
            json.WriteNumber("ItemCount"u8, index.Items.Count);
            json.WriteString("IndexArn"u8, index.Source.Arn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIncluded(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray("NonKeyAttributes"u8);
        foreach (var name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteBilling(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject("BillingModeSummary"u8);
        json.WriteString("BillingMode"u8, table.Definition.Billing == BillingMode.PayPerRequest ? "PAY_PER_REQUEST"u8 : "PROVISIONED"u8);
        json.WriteNumber("LastUpdateToPayPerRequestDateTime"u8, Seconds(table.OnDemandSince ?? table.CreatedAt));
        json.WriteEndObject();
    }

    // Seconds since 1970 with milliseconds, as the protocol writes times.
    private static decimal Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000m;
}
