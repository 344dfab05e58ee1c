using LoadTest.Configuration.Values;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Searching;

namespace LoadTest.Searching;

/// <summary>
/// Spends what a provisioned table has banked: up to 300 s of unused capacity, with which a rate far above the provisioned one holds for
/// minutes. It offers more than the table takes until it throttles.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="costs">What an operation consumes.</param>
/// <param name="load">Offers a rate for a time at the most, until the token is cancelled, and gives how long it did.</param>
internal sealed class BurstSpender(
    PreparedTable table, CostBasis costs, Func<double, TimeSpan, IRunObserver, CancellationToken, Task<TimeSpan>> load)
{
    private const double BankedSeconds = 300;
    private const double Excess = 4;

    /// <summary>Spends it before a rate is tried.</summary>
    /// <returns>What was done; null for a table that banks nothing that is known.</returns>
    public async Task<BurstSpent?> SpendAsync(double nextRate, CancellationToken stop)
    {
        if (table.BillingMode != BillingMode.Provisioned || SustainedRate() is not { } sustained) return null;
        var rate = Math.Max(Excess * sustained, 2 * nextRate);
        var longest = TimeSpan.FromSeconds(BankedSeconds * sustained / (rate - sustained) * 1.2 + 5);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var throttled = new UntilThrottled(end);
        var duration = await load(rate, longest, throttled, end.Token);
        return new BurstSpent(rate, duration, throttled.WasThrottled);
    }

    // Operations a second that the provisioned capacity sustains.
    private double? SustainedRate()
    {
        var one = CostEstimate.Of(costs with { Operations = 1, PreloadItems = 0, ReadsBack = false, DeletesItems = false }, PriceTable.Known);
        double[] rates =
        [
            .. new (double Capacity, double Units)[] { (table.WriteCapacityUnits, one.WriteUnits), (table.ReadCapacityUnits, one.ReadUnits) }
                .Where(pair => pair.Capacity > 0 && pair.Units > 0).Select(pair => pair.Capacity / pair.Units),
        ];
        return rates.Length == 0 ? null : rates.Min();
    }

    /// <summary>Ends the load at the first interval in which a good part was throttled: then nothing is banked any more.</summary>
    private sealed class UntilThrottled(CancellationTokenSource end) : IRunObserver
    {
        private const double GoodPart = 0.1;

        public bool WasThrottled { get; private set; }

        public void OnStart(RunStart start)
        {
        }

        public void OnInterval(IntervalReport interval)
        {
            var throttled = interval.Operations.Sum(operation => operation.ThrottledAttempts.Sum(pair => pair.Count));
            if (WasThrottled || throttled <= GoodPart * interval.Operations.Sum(operation => operation.Attempts)) return;
            WasThrottled = true;
            end.Cancel();
        }
    }
}
