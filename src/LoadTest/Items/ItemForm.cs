using LoadTest.Items.Templates;

namespace LoadTest.Items;

/// <summary>What decides the items of a run.</summary>
public sealed record ItemForm
{
    /// <summary>The run's id: every partition key begins with it, so a run's items are told from all others.</summary>
    public required string RunId { get; init; }

    /// <summary>The seed of everything in an item that varies.</summary>
    public required long Seed { get; init; }

    /// <summary>The timestamp of every item: the run's start.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The sizes of whole items.</summary>
    public required ItemSizes Sizes { get; init; }

    /// <summary>The attributes that items have besides keys and payload.</summary>
    public ItemTemplate Template { get; init; } = ItemTemplate.None;

    /// <summary>What the table is keyed by.</summary>
    public TableKeys Keys { get; init; } = TableKeys.PartitionKeyAlone;

    /// <summary>How many items share a partition key where the table has a sort key, and a partition key of the index where it has one.</summary>
    public int ItemsPerPartition { get; init; } = 1;
}
