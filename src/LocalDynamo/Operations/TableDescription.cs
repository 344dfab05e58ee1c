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
        WriteKeys(json, definition.Keys);
        json.WriteString("TableName"u8, definition.Name);
        json.WriteString("TableStatus"u8, table.Status);
        json.WriteNumber("CreationDateTime"u8, Seconds(table.CreatedAt));
        WriteThroughput(json, table);
        json.WriteNumber("TableSizeBytes"u8, table.Items.Bytes);
        json.WriteNumber("ItemCount"u8, table.Items.Count);
        json.WriteString("TableArn"u8, table.Arn);
        json.WriteString("TableId"u8, table.Id);
        if (definition.Billing == BillingMode.PayPerRequest || table.OnDemandSince is not null) WriteBilling(json, table);
        json.WriteBoolean("DeletionProtectionEnabled"u8, definition.DeletionProtection);
        json.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter json, KeySchema keys)
    {
        KeyAttribute[] attributes = keys.Sort is null ? [keys.Partition] : [keys.Partition, keys.Sort];
        json.WriteStartArray("AttributeDefinitions"u8);
        foreach (var attribute in attributes)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName"u8, attribute.Name);
            json.WriteString("AttributeType"u8, attribute.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("KeySchema"u8);
        foreach (var attribute in attributes)
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
