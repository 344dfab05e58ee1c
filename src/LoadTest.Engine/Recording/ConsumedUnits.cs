namespace LoadTest.Engine.Recording;

/// <summary>Capacity units that operations were charged.</summary>
/// <param name="Read">Read units that the answers reported, of table and index together.</param>
/// <param name="Write">Write units that the answers reported, of table and index together.</param>
/// <param name="IndexRead">Those of the read units that an index was charged.</param>
/// <param name="IndexWrite">Those of the write units that an index was charged.</param>
/// <param name="UnreportedWrite">Write units that were charged and not reported, as the answer was an error: those of refused writes.</param>
public readonly record struct ConsumedUnits(double Read, double Write, double IndexRead = 0, double IndexWrite = 0, double UnreportedWrite = 0)
{
    /// <summary>The units of both.</summary>
    public static ConsumedUnits operator +(ConsumedUnits one, ConsumedUnits other) => new(
        one.Read + other.Read, one.Write + other.Write, one.IndexRead + other.IndexRead, one.IndexWrite + other.IndexWrite,
        one.UnreportedWrite + other.UnreportedWrite);
}

/// <summary>Units in tenths: they come in halves, so whole numbers hold them exactly, and threads can add to them.</summary>
internal readonly record struct UnitTenths(long Read, long Write, long IndexRead, long IndexWrite, long UnreportedWrite)
{
    private const double TenthsPerUnit = 10;

    /// <summary>The tenths of one figure.</summary>
    public static long Of(double units) => (long)Math.Round(units * TenthsPerUnit);

    /// <summary>The tenths of each figure.</summary>
    public static UnitTenths Of(ConsumedUnits units) =>
        new(Of(units.Read), Of(units.Write), Of(units.IndexRead), Of(units.IndexWrite), Of(units.UnreportedWrite));

    /// <summary>The sums of both.</summary>
    public static UnitTenths operator +(UnitTenths one, UnitTenths other) => new(
        one.Read + other.Read, one.Write + other.Write, one.IndexRead + other.IndexRead, one.IndexWrite + other.IndexWrite,
        one.UnreportedWrite + other.UnreportedWrite);

    /// <summary>What was added since. The difference is taken in whole numbers: that of two fractions would not add up to the run's.</summary>
    public static UnitTenths operator -(UnitTenths now, UnitTenths before) => new(
        now.Read - before.Read, now.Write - before.Write, now.IndexRead - before.IndexRead, now.IndexWrite - before.IndexWrite,
        now.UnreportedWrite - before.UnreportedWrite);

    /// <summary>The units.</summary>
    public ConsumedUnits ToUnits() => new(
        Read / TenthsPerUnit, Write / TenthsPerUnit, IndexRead / TenthsPerUnit, IndexWrite / TenthsPerUnit, UnreportedWrite / TenthsPerUnit);
}
