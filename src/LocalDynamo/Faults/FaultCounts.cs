namespace LocalDynamo.Faults;

/// <summary>How many requests met each fault. Thread-safe.</summary>
internal sealed class FaultCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<Fault>().Length];

    public void Add(Fault fault)
    {
        if (fault != Fault.None) Interlocked.Increment(ref _counts[(int)fault]);
    }

    public IReadOnlyDictionary<string, long> All() => Enum.GetValues<Fault>()
        .Where(fault => Interlocked.Read(ref _counts[(int)fault]) > 0)
        .ToDictionary(fault => fault.ToString(), fault => Interlocked.Read(ref _counts[(int)fault]));
}
