using HdrHistogram;

namespace LoadTest.Engine.Reporting.Timelines;

/// <summary>The counts of a histogram without its empty places: some kilobytes, where the histogram itself has some hundred.</summary>
/// <param name="Values">The values that occurred, in microseconds, from the lowest.</param>
/// <param name="Counts">How often each did.</param>
internal sealed record SparseLatencies(IReadOnlyList<long> Values, IReadOnlyList<long> Counts)
{
    /// <summary>Copies a histogram's counts.</summary>
    public static SparseLatencies Of(HistogramBase? histogram)
    {
        if (histogram is null || histogram.TotalCount == 0) return new SparseLatencies([], []);
        var recorded = histogram.RecordedValues().Select(value => (value.ValueIteratedTo, value.CountAddedInThisIterationStep)).ToArray();
        return new SparseLatencies([.. recorded.Select(pair => pair.ValueIteratedTo)], [.. recorded.Select(pair => pair.CountAddedInThisIterationStep)]);
    }

    /// <summary>Adds the counts to a histogram of the same shape.</summary>
    public void AddTo(HistogramBase histogram)
    {
        for (var i = 0; i < Values.Count; i++) histogram.RecordValueWithCount(Values[i], Counts[i]);
    }
}
