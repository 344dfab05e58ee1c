namespace LoadTest.Engine.Records;

/// <summary>What a run's cost is made of, beside what its answers report.</summary>
public sealed record CostTerms
{
    /// <summary>Whether the server was on this machine, where nothing is charged.</summary>
    public required bool IsFree { get; init; }

    /// <summary>What the run was estimated to cost before it began, in USD.</summary>
    public required double EstimatedDollars { get; init; }

    /// <summary>Which prices, in words: their region and date.</summary>
    public required string Prices { get; init; }

    /// <summary>USD for a million write request units.</summary>
    public required double MillionWriteUnits { get; init; }

    /// <summary>USD for a million read request units.</summary>
    public required double MillionReadUnits { get; init; }

    /// <summary>USD for a provisioned write unit an hour.</summary>
    public required double WriteUnitHour { get; init; }

    /// <summary>USD for a provisioned read unit an hour.</summary>
    public required double ReadUnitHour { get; init; }

    /// <summary>Write units of preload, warm-up and clean-up, as estimated: their answers are not recorded.</summary>
    public required double OtherWriteUnits { get; init; }

    /// <summary>Read units of warm-up and of reading back, as estimated.</summary>
    public required double OtherReadUnits { get; init; }
}
