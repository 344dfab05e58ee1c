using LoadTest.Configuration.Options.Kinds;
using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Options;

/// <summary>Which operations are offered, on which items.</summary>
public static class DataOptions
{
    private const OptionScope Everywhere = OptionScope.Program | OptionScope.Automation | OptionScope.Template;

    public static readonly Option<OperationMix> OperationMix = new(
        "OperationMix", OptionGroup.Data,
        new StructuredKind<OperationMix>(
            Values.OperationMix.Parse,
            $"operations with whole weights from 1 to 1000, such as put=70,get=30 (operations: {Values.OperationMix.KnownNames})",
            @"^([A-Za-z-]+=[0-9]{1,4}(,\s*|$))*$"),
        "The operations and their weights.")
    { Default = new OperationMix([new OperationWeight(OperationKind.Put, 100)]) };

    public static readonly Option<double> DuplicatePercentage = new(
        "DuplicatePercentage", OptionGroup.Data, Kind.Percentage(),
        "Puts that take a key which is already written, and so must fail on their condition.")
    { Default = 0, Unit = "%", Scope = Everywhere };

    public static readonly Option<int> ItemSize = new(
        "ItemSize", OptionGroup.Data, Kind.Bytes(64, 409_600),
        "The size of a whole item as DynamoDB counts it, names included.")
    { Default = 1024, Unit = "bytes" };

    public static readonly Option<long> PreloadItems = new(
        "PreloadItems", OptionGroup.Data, Kind.Whole(0L, 1_000_000_000),
        "Items that are written before the run, for reads to find; they are not measured.")
    { WhenAbsent = "1000 where the load makes no items, or updates or deletes some; none otherwise", Unit = "items" };

    public static readonly Option<double> MissPercentage = new(
        "MissPercentage", OptionGroup.Data, Kind.Percentage(), "Gets and queries, alone or in batches and transactions, that ask for keys which are never written.")
    { Default = 0, Unit = "%" };

    public static readonly Option<int> BatchItems = new(
        "BatchItems", OptionGroup.Data, Kind.Whole(1, 100), "Items of a batch-write, which takes 25 at the most, and of a batch-get.")
    { Default = 10, Unit = "items" };

    public static readonly Option<int> TransactionItems = new(
        "TransactionItems", OptionGroup.Data, Kind.Whole(1, 100), "Items of a transact-write (a new one, and updates of others) and of a transact-get.")
    { Default = 4, Unit = "items" };

    public static readonly Option<int> PageItems = new(
        "PageItems", OptionGroup.Data, Kind.Whole(1, 10_000), "The most items that a query or a scan reads: each reads one page.")
    { Default = 100, Unit = "items" };

    public static readonly Option<ItemSizesSetting> ItemSizes = new(
        "ItemSizes", OptionGroup.Data,
        new StructuredKind<ItemSizesSetting>(
            ItemSizesSetting.Parse,
            "fixed (every item of ItemSize), uniform:256..4096 (bytes), log-normal:0.5 (sigma; ItemSize is the median) or histogram:FILE (lines of size and count)",
            @"^([A-Za-z-]+(:.+)?)?$"),
        "How the sizes of items are distributed.")
    { Default = new ItemSizesSetting(SizeShape.Fixed) };

    public static readonly Option<string> ItemTemplate = new(
        "ItemTemplate", OptionGroup.Data, Kind.Text(".{1,1024}", "the path of a JSON file", orEmpty: true),
        "Attributes that every item has besides keys and payload: a JSON file whose texts may hold placeholders; none when empty.")
    { Default = "" };

    public static readonly Option<KeyDistributionSetting> KeyDistribution = new(
        "KeyDistribution", OptionGroup.Data,
        new StructuredKind<KeyDistributionSetting>(
            KeyDistributionSetting.Parse,
            "uniform, zipfian:0.99 or latest:0.99 (the exponent, 0.01 to 10), hot-set:20:80 (percent of the keys and of the traffic), sequential or single",
            "^([A-Za-z-]+(:[0-9.]+([eE][+-]?[0-9]+)?%?){0,2})?$"),
        "Which of the items that are there reads, updates and duplicates go to.")
    { Default = new KeyDistributionSetting(KeyShape.Uniform) };

    public static readonly Option<int> ItemsPerPartition = new(
        "ItemsPerPartition", OptionGroup.Data, Kind.Whole(1, 1_000_000),
        "Items that share a partition key where the table has a sort key, and a partition key of the index where it has one.")
    { Default = 10, Unit = "items" };

    public static readonly Option<bool> ConsistentRead = new(
        "ConsistentRead", OptionGroup.Data, Kind.Boolean(), "Reads are strongly consistent, at twice the cost; those of an index cannot be.")
    { Default = false };

    public static readonly Option<long> Seed = new(
        "Seed", OptionGroup.Data, Kind.Whole(0L, long.MaxValue), "Decides every random choice: the same seed gives the same requests.")
    { Default = 1 };

    public static readonly Option<bool> CleanupAfterTest = new(
        "CleanupAfterTest", OptionGroup.Data, Kind.Boolean(), "Deletes the run's items afterwards, or the table if the run created it.")
    { Default = true, Scope = Everywhere };

    /// <summary>The options of this group, in the order of the lists.</summary>
    internal static IEnumerable<Option> All =>
    [
        OperationMix, DuplicatePercentage, MissPercentage, ItemSize, ItemSizes, ItemTemplate, KeyDistribution, ItemsPerPartition, PreloadItems, BatchItems, TransactionItems, PageItems,
        ConsistentRead, Seed, CleanupAfterTest,
    ];
}
