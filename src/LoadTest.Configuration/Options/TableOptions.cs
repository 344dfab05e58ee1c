using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>The table under test.</summary>
public static class TableOptions
{
    private const OptionScope Everywhere = OptionScope.Program | OptionScope.Automation | OptionScope.Template;
    private const OptionScope Deployed = OptionScope.Automation | OptionScope.Template;

    public static readonly Option<string> TableName = new(
        "TableName", OptionGroup.Table, Kind.Text("[A-Za-z0-9_.-]{1,255}", "a name of letters, digits, points, hyphens and underscores"),
        "The table; the environment and a hyphen are put in front where they are not there already.")
    { Default = "dynamodb-load-test", Scope = Everywhere };

    public static readonly Option<string> TableArn = new(
        "TableArn", OptionGroup.Table,
        Kind.Text("arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:[0-9]{12}:table/[A-Za-z0-9_.-]{3,255}", "the ARN of a table", orEmpty: true),
        "An existing table to test, whoever made it; it beats TableName, and no table stack is deployed.")
    { Default = "", Scope = Everywhere };

    public static readonly Option<TableCreation> CreateTable = new(
        "CreateTable", OptionGroup.Table,
        Kind.Choice(("auto", TableCreation.Auto), ("true", TableCreation.Allowed), ("false", TableCreation.Refused)),
        "Whether a run creates a table that is missing; auto: in the local environment only.")
    { Default = TableCreation.Auto };

    public static readonly Option<BillingMode> BillingMode = new(
        "BillingMode", OptionGroup.Table,
        Kind.Choice(("PAY_PER_REQUEST", Values.BillingMode.PayPerRequest), ("PROVISIONED", Values.BillingMode.Provisioned)),
        "How the table's throughput is paid.")
    { Default = Values.BillingMode.PayPerRequest, Scope = Everywhere };

    public static readonly Option<int> ReadCapacityUnits = new(
        "ReadCapacityUnits", OptionGroup.Table, Kind.Whole(1, 1_000_000), "Provisioned reads.")
    { Default = 5, Unit = "RCU", Scope = Everywhere };

    public static readonly Option<int> WriteCapacityUnits = new(
        "WriteCapacityUnits", OptionGroup.Table, Kind.Whole(1, 1_000_000), "Provisioned writes.")
    { Default = 5, Unit = "WCU", Scope = Everywhere };

    public static readonly Option<long> WarmReadUnits = new(
        "WarmReadUnits", OptionGroup.Table, Kind.Whole(0L, 10_000_000),
        "Reads a second that the table takes from the start; 0 leaves it as it is.")
    { Default = 0, Unit = "units/s", Scope = Deployed };

    public static readonly Option<long> WarmWriteUnits = new(
        "WarmWriteUnits", OptionGroup.Table, Kind.Whole(0L, 10_000_000),
        "Writes a second that the table takes from the start; 0 leaves it as it is.")
    { Default = 0, Unit = "units/s", Scope = Deployed };

    public static readonly Option<string> SortKey = Attribute("SortKey", "The table's sort key, a text attribute; none when empty.");

    public static readonly Option<string> IndexName = new(
        "IndexName", OptionGroup.Table,
        Kind.Text("[A-Za-z0-9_.-]{3,255}", "a name of 3 to 255 letters, digits, points, hyphens and underscores", orEmpty: true),
        "A global secondary index on the table; none when empty.")
    { Default = "", Scope = Everywhere };

    public static readonly Option<string> IndexPartitionKey =
        Attribute("IndexPartitionKey", "The index's partition key, a text attribute; needed with IndexName.");

    public static readonly Option<string> IndexSortKey = Attribute("IndexSortKey", "The index's sort key, a text attribute; none when empty.");

    public static readonly Option<bool> PointInTimeRecoveryEnabled = new(
        "PointInTimeRecoveryEnabled", OptionGroup.Table, Kind.Boolean(), "The table can be restored to any second of the last 35 days.")
    { Default = false, Scope = Deployed };

    public static readonly Option<bool> DeletionProtectionEnabled = new(
        "DeletionProtectionEnabled", OptionGroup.Table, Kind.Boolean(), "The table cannot be deleted.")
    { Default = false, Scope = Deployed };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All =>
    [
        TableName, TableArn, CreateTable, BillingMode, ReadCapacityUnits, WriteCapacityUnits, WarmReadUnits, WarmWriteUnits, SortKey,
        IndexName, IndexPartitionKey, IndexSortKey, PointInTimeRecoveryEnabled, DeletionProtectionEnabled,
    ];

    private static Option<string> Attribute(string name, string help) =>
        new(name, OptionGroup.Table, Kind.Text("[A-Za-z0-9_.-]{1,255}", "the name of an attribute", orEmpty: true), help)
        {
            Default = "",
            Scope = Everywhere,
        };
}
