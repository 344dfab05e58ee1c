namespace LocalDynamo;

/// <summary>What a server has done since it started. A copy: it does not change any more.</summary>
/// <param name="Requests">Requests by operation's name, refused ones included; operations that nobody asked for are absent.</param>
/// <param name="Units">Consumed capacity units by table (<c>table</c>) and index (<c>table/index</c>).</param>
/// <param name="Throttles">Refusals for want of capacity by reason, <c>TableWriteProvisionedThroughputExceeded</c>; injected ones
/// included.</param>
/// <param name="Faults">Injected faults by kind.</param>
public sealed record LocalDynamoCounters(
    IReadOnlyDictionary<string, long> Requests,
    IReadOnlyDictionary<string, CapacityUnitCounts> Units,
    IReadOnlyDictionary<string, long> Throttles,
    IReadOnlyDictionary<string, long> Faults);

/// <summary>Capacity units, in halves at the finest.</summary>
public sealed record CapacityUnitCounts(double Read, double Write);
