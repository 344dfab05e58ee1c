namespace LoadTest.Engine.Recording;

/// <summary>What was counted of one operation up to an instant; places in the lists are numbers of categories.</summary>
internal sealed record OperationTotals(
    IReadOnlyList<long> Ended, IReadOnlyList<long> ThrottledAttempts, long Attempts, UnitTenths Units)
{
    /// <summary>Before anything was counted.</summary>
    public static OperationTotals None(int categories) => new(new long[categories], new long[categories], 0, default);

    /// <summary>What was counted since.</summary>
    public OperationInterval Since(OperationTotals before, OperationRecorder operation) => new()
    {
        Name = operation.Name,
        Ended = operation.ByCategory(Ended, before.Ended),
        ThrottledAttempts = operation.ByCategory(ThrottledAttempts, before.ThrottledAttempts),
        Attempts = Attempts - before.Attempts,
        Units = (Units - before.Units).ToUnits(),
        Latencies = operation.TakeInterval(),
    };
}
