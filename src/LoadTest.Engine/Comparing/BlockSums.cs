using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Comparing;

/// <summary>Adds any choice of a run's stretches up, fast enough for thousands of choices: latencies are counted by their place in one list of values.</summary>
/// <param name="stretches">The run's stretches.</param>
/// <param name="values">Every latency that occurs, in microseconds, from the lowest.</param>
internal sealed class BlockSums(IReadOnlyList<TimelineStretch> stretches, long[] values)
{
    private readonly (int[] Places, long[] Counts)[] _latencies =
        [.. stretches.Select(stretch => (stretch.Latencies.Values.Select(value => Array.BinarySearch(values, value)).ToArray(), stretch.Latencies.Counts.ToArray()))];

    private readonly long[] _counts = new long[values.Length];
    private long _total;
    private double _ended;
    private double _errors;
    private double _throttled;
    private double _seconds;

    /// <summary>How many stretches there are.</summary>
    public int Count => stretches.Count;

    /// <summary>Operations a second that ended.</summary>
    public double Rate => _ended / _seconds;

    /// <summary>Operations that failed, in percent of those that ended.</summary>
    public double ErrorPercent => _ended == 0 ? 0 : 100 * _errors / _ended;

    /// <summary>Requests that were throttled, for a hundred operations that ended.</summary>
    public double ThrottlePercent => _ended == 0 ? 0 : 100 * _throttled / _ended;

    /// <summary>The mean latency in milliseconds.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            for (var i = 0; i < _counts.Length; i++) sum += (double)_counts[i] * values[i];
            return sum / _total / 1000;
        }
    }

    /// <summary>A percentile in milliseconds.</summary>
    public double Percentile(double percentile)
    {
        var rank = Math.Max(1, (long)(percentile / 100 * _total + 0.5));
        long seen = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank) return values[i] / 1000.0;
        }

        return double.NaN;
    }

    /// <summary>Adds up the stretches of these numbers; one may be there several times.</summary>
    public void AddUp(IEnumerable<int> chosen)
    {
        Array.Clear(_counts);
        (_total, _ended, _errors, _throttled, _seconds) = (0, 0, 0, 0, 0);
        foreach (var number in chosen)
        {
            var (places, counts) = _latencies[number];
            for (var i = 0; i < places.Length; i++)
            {
                _counts[places[i]] += counts[i];
                _total += counts[i];
            }

            var figures = stretches[number].Figures;
            _ended += figures.Ended;
            _errors += figures.Errors;
            _throttled += figures.Throttled;
            _seconds += figures.Length;
        }
    }
}
