namespace LoadTest.Engine.Recording;

/// <summary>What was counted of one operation up to an instant; places in the lists are numbers of categories, units are in tenths.</summary>
internal sealed record OperationTotals(
    IReadOnlyList<long> Ended, IReadOnlyList<long> ThrottledAttempts, long Attempts, long ReadUnitTenths, long WriteUnitTenths)
{
    // Units come in halves; tenths hold them exactly in a whole number that threads can add to.
    private const double TenthsPerUnit = 10;

    /// <summary>Before anything was counted.</summary>
    public static OperationTotals None(int categories) => new(new long[categories], new long[categories], 0, 0, 0);

    /// <summary>What was counted since.</summary>
    public OperationInterval Since(OperationTotals before, OperationRecorder operation) => new()
    {
        Name = operation.Name,
        Ended = operation.ByCategory(Difference(Ended, before.Ended)),
        ThrottledAttempts = operation.ByCategory(Difference(ThrottledAttempts, before.ThrottledAttempts)),
        Attempts = Attempts - before.Attempts,
        // The difference is taken in whole numbers: that of two fractions would not add up to the run's.
        ReadUnits = Units(ReadUnitTenths - before.ReadUnitTenths),
        WriteUnits = Units(WriteUnitTenths - before.WriteUnitTenths),
        Latencies = operation.TakeInterval(),
    };

    /// <summary>Units as a whole number.</summary>
    public static long Tenths(double units) => (long)Math.Round(units * TenthsPerUnit);

    /// <summary>The units behind a whole number.</summary>
    public static double Units(long tenths) => tenths / TenthsPerUnit;

    private static long[] Difference(IReadOnlyList<long> now, IReadOnlyList<long> before) => [.. now.Zip(before, (a, b) => a - b)];
}
