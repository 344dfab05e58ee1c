namespace LocalDynamo.Capacity;

/// <summary>
/// Units that a table consumed since the server started. Thread-safe. Counted in halves, the smallest part there is, so exactly.
/// </summary>
internal sealed class ConsumedUnits
{
    private long _readHalves;
    private long _writeHalves;

    public double Read => Interlocked.Read(ref _readHalves) / 2.0;

    public double Write => Interlocked.Read(ref _writeHalves) / 2.0;

    public void Add(bool write, double units)
    {
        var halves = (long)(units * 2);
        if (write) Interlocked.Add(ref _writeHalves, halves);
        else Interlocked.Add(ref _readHalves, halves);
    }
}
