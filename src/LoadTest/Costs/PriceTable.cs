using System.Globalization;

namespace LoadTest.Costs;

/// <summary>
/// What DynamoDB costs, in USD: the public prices of us-east-1 on the date given. Other regions cost up to about twice as much; the sums guard
/// against surprises and are no bill.
/// </summary>
/// <param name="Date">When the prices were read.</param>
/// <param name="Region">The region that they are of.</param>
/// <param name="MillionWriteUnits">On demand: a million write request units.</param>
/// <param name="MillionReadUnits">On demand: a million read request units.</param>
/// <param name="WriteUnitHour">Provisioned: a write capacity unit for an hour.</param>
/// <param name="ReadUnitHour">Provisioned: a read capacity unit for an hour.</param>
public sealed record PriceTable(
    DateOnly Date, string Region, double MillionWriteUnits, double MillionReadUnits, double WriteUnitHour, double ReadUnitHour)
{
    /// <summary>The prices that this version knows.</summary>
    public static PriceTable Known { get; } = new(new DateOnly(2025, 11, 1), "us-east-1", 0.625, 0.125, 0.00065, 0.00013);

    /// <summary>Which prices these are, in words.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Region}, {Date:yyyy-MM-dd}");
}
