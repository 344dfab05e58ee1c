using HdrHistogram;

namespace LoadTest.Engine.Reporting.Timelines;

/// <summary>The counts of a histogram without its empty places: some kilobytes, where the histogram itself has some hundred.</summary>
internal sealed class SparseLatencies
{
    private readonly long[] _values;
    private readonly long[] _counts;

    /// <summary>Copies a histogram's counts.</summary>
    public SparseLatencies(HistogramBase histogram)
    {
        var recorded = histogram.TotalCount == 0 ? [] : histogram.RecordedValues().Select(value => (value.ValueIteratedTo, value.CountAddedInThisIterationStep)).ToArray();
        _values = [.. recorded.Select(pair => pair.ValueIteratedTo)];
        _counts = [.. recorded.Select(pair => pair.CountAddedInThisIterationStep)];
    }

    /// <summary>Adds the counts to a histogram of the same shape.</summary>
    public void AddTo(HistogramBase histogram)
    {
        for (var i = 0; i < _values.Length; i++) histogram.RecordValueWithCount(_values[i], _counts[i]);
    }
}
