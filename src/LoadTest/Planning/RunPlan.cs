using LoadTest.Configuration.Values;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Scheduling;
using LoadTest.Engine.Thresholds;
using LoadTest.Items;
using LoadTest.Items.Templates;
using LoadTest.Operations;

namespace LoadTest.Planning;

/// <summary>What a run will do, made of the settings before anything is done.</summary>
public sealed record RunPlan
{
    // The longest beginning without duplicates: of an open load, and for each place of a closed one.
    private static readonly TimeSpan TimeBeforeDuplicates = TimeSpan.FromSeconds(5);
    private const long OperationsBeforeDuplicates = 100;

    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The load.</summary>
    public required LoadPlan Load { get; init; }

    /// <summary>The load in words.</summary>
    public required string Description { get; init; }

    /// <summary>The operations and their weights.</summary>
    public required OperationMix Mix { get; init; }

    /// <summary>Puts that meet an item that is there, in percent.</summary>
    public required double DuplicatePercentage { get; init; }

    /// <summary>Bytes an item.</summary>
    public required int ItemSize { get; init; }

    /// <summary>What the items are like and which of them operations go to; null for items of one size and uniform keys.</summary>
    public DataPlan? Data { get; init; }

    /// <summary>Items written before the load.</summary>
    public required long PreloadItems { get; init; }

    /// <summary>Whether reads are strongly consistent.</summary>
    public required bool ConsistentRead { get; init; }

    /// <summary>Reads that ask for keys which are never written, in percent.</summary>
    public double MissPercentage { get; init; }

    /// <summary>Items of a batch.</summary>
    public int BatchItems { get; init; } = 10;

    /// <summary>Items of a transaction.</summary>
    public int TransactionItems { get; init; } = 4;

    /// <summary>The most items that a Query or a Scan reads.</summary>
    public int PageItems { get; init; } = 100;

    /// <summary>Items that share a partition of the table, where it has a sort key, or of the index.</summary>
    public int ItemsPerPartition { get; init; } = 10;

    /// <summary>Decides the items.</summary>
    public required long Seed { get; init; }

    /// <summary>The table.</summary>
    public required TableSettings Table { get; init; }

    /// <summary>What is read back.</summary>
    public required Configuration.Values.Verification Verify { get; init; }

    /// <summary>Whether anything is read back.</summary>
    public bool Verifies => Verify != Configuration.Values.Verification.None;

    /// <summary>Whether the items, or a table that the run created, are removed.</summary>
    public required bool CleansUp { get; init; }

    /// <summary>How long an answer may take.</summary>
    public required TimeSpan RequestTimeout { get; init; }

    /// <summary>How long opening a connection may take.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>What sends the load.</summary>
    public LoadClient Client { get; init; } = LoadClient.Wire;

    /// <summary>How often an operation is tried again; zero for never.</summary>
    public int MaxRetries { get; init; }

    /// <summary>The most that the run may cost, in USD.</summary>
    public required double MaxCost { get; init; }

    /// <summary>What the result must hold.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>The run that relative thresholds refer to; null where none does.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Whether the run ends as soon as a threshold cannot hold any more.</summary>
    public bool AbortsWhenHopeless { get; init; }

    /// <summary>How the highest rate is searched; null for a run at the rate that was given.</summary>
    public FindMaxPlan? FindMax { get; init; }

    /// <summary>What DynamoDB costs.</summary>
    public PriceTable Prices { get; init; } = PriceTable.Known;

    /// <summary>What the costs are estimated from.</summary>
    public CostBasis Costs { get; init; } = CostBasis.Nothing;

    /// <summary>What decides the items.</summary>
    public ItemForm Items => new()
    {
        RunId = RunId,
        Seed = Seed,
        StartedAt = StartedAt,
        Sizes = Data?.Sizes ?? new FixedSizes(ItemSize),
        Template = Data?.Template ?? ItemTemplate.None,
        Keys = Table.Keys,
        ItemsPerPartition = ItemsPerPartition,
    };

    /// <summary>How the operations are made, beside the items.</summary>
    public OperationForm Operations => new(ConsistentRead, PageItems);

    /// <summary>Which of the items this worker reads back.</summary>
    public VerificationScope Verification => new(Load.Share, PreloadItems, Seed);

    /// <summary>Remembers what becomes of the writes of a part of the run.</summary>
    public WriteLedger NewLedger() => new() { DeletableBefore = DeletableBefore, AreWritesRepeatedByOthers = DuplicatePercentage > 0 && Load.Share.Count > 1 };

    /// <summary>What decides the requests of a part of the run. What is there before the load is the measured part's.</summary>
    public WorkloadPlan WorkloadOf(Phase phase) => new()
    {
        Pattern = new OperationPattern(Mix),
        Seed = Seed,
        Duplicates = DuplicatesOf(phase),
        Misses = new EvenShare(MissPercentage),
        Keys = Data?.Keys ?? new UniformKeys(),
        PreloadedItems = phase == Phase.Measured ? PreloadItems : 0,
        BatchItems = BatchItems,
        TransactionItems = TransactionItems,
        Outstanding = (Load with { Share = WorkerShare.Whole }).Lanes,
        IsAlone = Load.Share.Count == 1,
        Patience = RequestTimeout,
    };

    /// <summary>How many operations all workers together perform; null where only time or a search tells.</summary>
    public long? TotalOperations => FindMax is not null ? null : Load.Load switch
    {
        Engine.Planning.Load.Open open => new ArrivalSchedule(open.Stages).Total,
        Engine.Planning.Load.Closed closed => closed.TotalOperations,
        _ => null,
    };

    // Deletes take the oldest items, one after another: what another worker may have deleted lies before the last delete of the plan.
    private long DeletableBefore => Load.Share.Count == 1 || !Mix.HasAny(OperationKind.Delete) ? 0
        : TotalOperations is { } total ? new OperationPattern(Mix).CountBefore(OperationKind.Delete, total) : long.MaxValue;

    // Of several workers some are ready a little later than others: until all have begun there is nothing that each may count on.
    private DuplicateShare DuplicatesOf(Phase phase)
    {
        var pattern = new OperationPattern(Mix);
        var begin = Load.Load switch
        {
            Engine.Planning.Load.Open open => new ArrivalSchedule(open.Stages).CountBefore(RunClock.Nanoseconds(TimeBeforeDuplicates)),
            Engine.Planning.Load.Closed closed => closed.ConcurrencyLimit * OperationsBeforeDuplicates,
            _ => 0,
        };
        long? writes = phase == Phase.Measured && TotalOperations is { } total ? pattern.CountBefore(OperationKind.Put, total) : null;
        return DuplicateShare.Of(DuplicatePercentage, writes, pattern.CountBefore(OperationKind.Put, begin));
    }
}
