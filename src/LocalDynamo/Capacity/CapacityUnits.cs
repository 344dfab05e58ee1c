namespace LocalDynamo.Capacity;

/// <summary>Units as DynamoDB counts them. Source: "Read and write operations" in DynamoDB's developer guide.</summary>
internal static class CapacityUnits
{
    /// <summary>One unit writes 1 KiB, rounded up; at least one.</summary>
    public static double Write(int bytes) => Math.Max(1, (bytes + 1023) / 1024);

    /// <summary>One unit reads 4 KiB consistently, rounded up; at least one; half of it when the read may be stale.</summary>
    public static double Read(long bytes, bool consistent)
    {
        var units = Math.Max(1, (bytes + 4095) / 4096);
        return consistent ? units : units / 2.0;
    }
}
