using LoadTest.Engine.Planning;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Records;

/// <summary>What is known of a run before its load begins: everything that its reports show and that is no number of the load.</summary>
public sealed record RecordHead
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The table's name.</summary>
    public required string Table { get; init; }

    /// <summary>Where the table is.</summary>
    public required string Target { get; init; }

    /// <summary>The seed that decided keys and payloads.</summary>
    public required long Seed { get; init; }

    /// <summary>The load in words.</summary>
    public required string Load { get; init; }

    /// <summary>The planned length of an interval.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Which of the run's workers this is.</summary>
    public required WorkerShare Share { get; init; }

    /// <summary>How many operations this worker is to perform, or null where only time ends the load.</summary>
    public required long? TotalOperations { get; init; }

    /// <summary>How long the load is planned to last, or null where only the number of operations ends it.</summary>
    public required TimeSpan? PlannedDuration { get; init; }

    /// <summary>The length of the schedule of an open load; null for a closed one.</summary>
    public required TimeSpan? ScheduleLength { get; init; }

    /// <summary>What the run's cost is made of; null where that was not recorded.</summary>
    public CostTerms? Costs { get; init; }

    /// <summary>The settings of the run.</summary>
    public required IReadOnlyList<ReportedSetting> Settings { get; init; }
}
