using LoadTest.Configuration.Values;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Thresholds;

namespace LoadTest.Planning;

/// <summary>What a run will do, made of the settings before anything is done.</summary>
public sealed record RunPlan
{
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

    /// <summary>Items written before the load.</summary>
    public required long PreloadItems { get; init; }

    /// <summary>Whether reads are strongly consistent.</summary>
    public required bool ConsistentRead { get; init; }

    /// <summary>Decides the items.</summary>
    public required long Seed { get; init; }

    /// <summary>The table.</summary>
    public required TableSettings Table { get; init; }

    /// <summary>Whether the table is read back.</summary>
    public required bool Verifies { get; init; }

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

    /// <summary>What the costs are estimated from, or null where no number of operations can be told beforehand.</summary>
    public required CostBasis Costs { get; init; }
}
