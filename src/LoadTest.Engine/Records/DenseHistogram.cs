using HdrHistogram;

namespace LoadTest.Engine.Records;

/// <summary>Counts by bucket, for adding many stored histograms up. Only what was touched is ever looked through.</summary>
internal sealed class DenseHistogram
{
    private readonly long[] _counts = new long[LatencyBuckets.Count];
    private int _first = LatencyBuckets.Count;
    private int _last = -1;

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        if (_last >= _first) Array.Clear(_counts, _first, _last - _first + 1);
        (_first, _last) = (LatencyBuckets.Count, -1);
    }

    /// <summary>Adds a stored histogram.</summary>
    /// <exception cref="RecordException">There is none.</exception>
    public void Add(ref ByteReader stored)
    {
        var (first, last) = stored.AddTo(_counts);
        if (first < _first) _first = first;
        if (last > _last) _last = last;
    }

    /// <summary>Adds another one.</summary>
    public void Add(DenseHistogram other)
    {
        for (var bucket = other._first; bucket <= other._last; bucket++) _counts[bucket] += other._counts[bucket];
        _first = Math.Min(_first, other._first);
        _last = Math.Max(_last, other._last);
    }

    /// <summary>Adds its counts to a histogram.</summary>
    public void AddTo(HistogramBase histogram)
    {
        for (var bucket = _first; bucket <= _last; bucket++)
        {
            if (_counts[bucket] > 0) histogram.RecordValueWithCount(LatencyBuckets.LowestOf(bucket), _counts[bucket]);
        }
    }

    /// <summary>Writes a histogram as <see cref="Add(ref ByteReader)"/> reads it.</summary>
    public static void Write(HistogramBase histogram, ByteWriter writer)
    {
        var last = -1;
        foreach (var value in histogram.RecordedValues())
        {
            var bucket = LatencyBuckets.Of(value.ValueIteratedTo);
            writer.Number(bucket - last);
            writer.Number(value.CountAtValueIteratedTo);
            last = bucket;
        }

        writer.Number(0);
    }
}
