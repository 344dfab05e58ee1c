namespace LoadTest.Costs;

/// <summary>
/// What DynamoDB's requests cost, in USD: the public prices of us-east-1 on the date given. Other regions cost up to about twice as
/// much; the estimate guards against surprises and is no bill.
/// </summary>
/// <param name="Date">When the prices were read.</param>
/// <param name="Region">The region that they are of.</param>
/// <param name="MillionWriteUnits">On demand: a million write request units.</param>
/// <param name="MillionReadUnits">On demand: a million read request units.</param>
public sealed record PriceTable(DateOnly Date, string Region, double MillionWriteUnits, double MillionReadUnits)
{
    /// <summary>The prices that this version knows.</summary>
    public static PriceTable Known { get; } = new(new DateOnly(2025, 11, 1), "us-east-1", 0.625, 0.125);
}
