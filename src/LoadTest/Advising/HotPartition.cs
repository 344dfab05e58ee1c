namespace LoadTest.Advising;

/// <summary>A partition's own limit was reached: the keys are not spread enough, whatever the table's capacity.</summary>
internal static class HotPartition
{
    public static string? Of(AdviceFacts facts)
    {
        // Where the whole table is at its limit, so are all of its partitions.
        if (WarmThroughput.Of(facts) is not null) return null;
        var (writes, reads) = (facts.ThrottledFor("-write-key-range"), facts.ThrottledFor("-read-key-range"));
        return writes + reads == 0 ? null : AdviceFacts.Text(
            $"A partition is hot: {writes + reads:N0} requests were throttled by a partition's own limit ({writes:N0} writes, {reads:N0} reads), which is 1,000 write or 3,000 read units a second whatever the table's capacity. Spread the load over more partition keys.");
    }
}
