namespace LoadTest.Advising;

/// <summary>A table that is paid by the request was throttled: it takes at once only what it is warm for.</summary>
internal static class WarmThroughput
{
    private const double NewTableWrites = 4000;
    private const double NewTableReads = 12_000;

    // A new table's limits are met a little below them, as partitions are never loaded evenly.
    private const double Near = 0.75;

    public static string? Of(AdviceFacts facts)
    {
        if (facts.Table is not { IsProvisioned: false } || facts.Points.Count == 0) return null;
        var throttled = facts.Throttled - facts.ThrottledFor("-max-on-demand") - facts.ThrottledFor("-account");
        var writes = facts.Points.Max(point => point.PerSecond(point.WriteUnits));
        var reads = facts.Points.Max(point => point.PerSecond(point.ReadUnits));
        if (throttled <= 0 || (writes < NewTableWrites * Near && reads < NewTableReads * Near)) return null;
        return AdviceFacts.Text(
            $"The table's warm throughput was reached: {throttled:N0} requests of an on-demand table were throttled, and it took {writes:N0} write and {reads:N0} read units a second at the most. A new table takes 4,000 and 12,000 at once and grows with its traffic: ramp the load up, or set its warm throughput to what the load needs.");
    }
}
