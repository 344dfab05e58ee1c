using LoadTest.Items;

namespace LoadTest.Operations;

/// <summary>What decides the requests of a part of a run.</summary>
public sealed record WorkloadPlan
{
    /// <summary>Which operation each number is.</summary>
    public required OperationPattern Pattern { get; init; }

    /// <summary>Decides every choice.</summary>
    public required long Seed { get; init; }

    /// <summary>Which puts repeat a key.</summary>
    public DuplicateShare Duplicates { get; init; } = new(0);

    /// <summary>Which reads go to keys that are never written.</summary>
    public EvenShare Misses { get; init; } = new(0);

    /// <summary>Which of the items that are there operations go to.</summary>
    public KeyDistribution Keys { get; init; } = new UniformKeys();

    /// <summary>How many items are there before the first operation.</summary>
    public long PreloadedItems { get; init; }

    /// <summary>How many items a batch has.</summary>
    public int BatchItems { get; init; } = 10;

    /// <summary>How many items a transaction has.</summary>
    public int TransactionItems { get; init; } = 4;

    /// <summary>How many operations of all workers may be outstanding at once.</summary>
    public int Outstanding { get; init; } = 1;

    /// <summary>Which items the operations make and delete. Twice as many as can be outstanding lie between: what is that far back has mostly been answered.</summary>
    public ItemSequence Items => new(Pattern, Duplicates, PreloadedItems, BatchItems, Outstanding * 2L);

    /// <summary>Whether no other worker performs operations of the plan: then the ledger knows of every item.</summary>
    public bool IsAlone { get; init; } = true;

    /// <summary>How long a write that repeats a key waits for the first write at the most, at the beginning.</summary>
    public required TimeSpan Patience { get; init; }
}
