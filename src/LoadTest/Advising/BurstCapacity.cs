using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Advising;

/// <summary>The table lived on what it had banked: a longer run would not see the same.</summary>
internal static class BurstCapacity
{
    // Below this the excess may be the edge of an interval.
    private const double Excess = 1.1;

    public static string? Of(AdviceFacts facts)
    {
        if (facts.Table is not { IsProvisioned: true } table || facts.Points.Count == 0) return null;
        return Of(facts, "write", table.WriteUnits, point => point.WriteUnits) ?? Of(facts, "read", table.ReadUnits, point => point.ReadUnits);
    }

    private static string? Of(AdviceFacts facts, string direction, long provisioned, Func<TimelinePoint, double> units)
    {
        var before = facts.Points.TakeWhile(point => point.Throttled == 0).ToArray();
        if (provisioned == 0 || before.Length == 0) return null;
        var seconds = before[^1].End - before[0].Start;
        var rate = before.Sum(units) / seconds;
        // A rate that rises is above the capacity at its end alone.
        var peak = before.Max(point => units(point) / point.Length);
        if (peak <= provisioned * Excess) return null;
        return before.Length < facts.Points.Count && facts.ThrottledFor($"-{direction}-provisioned") > 0
            ? AdviceFacts.Text(
                $"Banked capacity was spent: up to {seconds:N0} s the table took up to {peak:N0} {direction} units a second without a throttle, although {provisioned:N0} are provisioned; then throttling began. What came after is what the table sustains.")
            : before.Length == facts.Points.Count
                ? AdviceFacts.Text(
                    $"The table lived on banked capacity: it took {rate:N0} {direction} units a second on the whole, and {peak:N0} at the most, although {provisioned:N0} are provisioned. It banks 300 s of unused capacity; a longer run will be throttled.")
                : null;
    }
}
