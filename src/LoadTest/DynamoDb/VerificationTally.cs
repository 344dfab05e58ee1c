using LoadTest.Engine.Reporting;

namespace LoadTest.DynamoDb;

/// <summary>Counts what reading back shows, and keeps the keys of the first few items of each flaw. Safe for all threads.</summary>
public sealed class VerificationTally
{
    private const int MostExamples = 5;

    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[Enum.GetValues<ItemFlaw>().Length];
    private readonly List<(ItemFlaw Flaw, string Key)> _examples = [];
    private long _found;

    /// <summary>How many items were found whose write was acknowledged.</summary>
    public long Found => Volatile.Read(ref _found);

    /// <summary>Counts an item that was found and whose write was acknowledged.</summary>
    public void AddFound() => Interlocked.Increment(ref _found);

    /// <summary>Counts an item.</summary>
    public void Add(ItemFlaw flaw, Func<string> key)
    {
        if (flaw == ItemFlaw.None) return;
        lock (_gate)
        {
            if (_counts[(int)flaw]++ < MostExamples) _examples.Add((flaw, key()));
        }
    }

    /// <summary>The result.</summary>
    /// <param name="mode">What was read back.</param>
    /// <param name="expected">How many items had to be there.</param>
    public VerificationResult Result(string mode, long expected)
    {
        lock (_gate)
        {
            return new VerificationResult(mode, expected, Found, _counts[(int)ItemFlaw.Lost], _counts[(int)ItemFlaw.Phantom])
            {
                Torn = _counts[(int)ItemFlaw.Torn],
                Miscounted = _counts[(int)ItemFlaw.Miscounted],
                Examples = [.. _examples.OrderBy(example => example.Flaw).Select(example => $"{example.Flaw.ToString().ToLowerInvariant()}: {example.Key}")],
            };
        }
    }
}
