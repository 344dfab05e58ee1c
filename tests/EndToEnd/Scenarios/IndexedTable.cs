using System.Text.Json.Nodes;

namespace EndToEnd.Scenarios;

/// <summary>The deployed table, made anew with an index, from behind: the README's table has none, and the role may read one.</summary>
internal static class IndexedTable
{
    /// <summary>The settings of a run that reads it.</summary>
    public const string Flags = "--index-name=by-kind --index-partition-key=kind";

    /// <summary>Makes it; it carries the tags of the one before.</summary>
    public static async Task MakeAsync()
    {
        var name = new JsonObject { ["TableName"] = Story.Table };
        var before = (await Observed.DynamoDbAsync("DescribeTable", name))["Table"]!;
        var tags = await Observed.DynamoDbAsync("ListTagsOfResource", new JsonObject { ["ResourceArn"] = before["TableArn"]!.DeepClone() });
        await Observed.DynamoDbAsync("DeleteTable", name);
        while ((await Observed.TablesAsync()).Contains(Story.Table)) await Task.Delay(20);
        await Observed.DynamoDbAsync("CreateTable", new JsonObject
        {
            ["TableName"] = Story.Table,
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = new JsonArray(Attribute("pk"), Attribute("kind")),
            ["KeySchema"] = Key("pk"),
            ["GlobalSecondaryIndexes"] = new JsonArray(new JsonObject
            {
                ["IndexName"] = "by-kind",
                ["KeySchema"] = Key("kind"),
                ["Projection"] = new JsonObject { ["ProjectionType"] = "ALL" },
            }),
            ["Tags"] = tags["Tags"]!.DeepClone(),
        });
        while ((string?)(await Observed.DynamoDbAsync("DescribeTable", name))["Table"]!["TableStatus"] != "ACTIVE") await Task.Delay(20);
    }

    private static JsonObject Attribute(string name) => new() { ["AttributeName"] = name, ["AttributeType"] = "S" };

    private static JsonArray Key(string name) => new(new JsonObject { ["AttributeName"] = name, ["KeyType"] = "HASH" });
}
