using HdrHistogram;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting.Timelines;

/// <summary>
/// Follows a run, live or out of its record, and keeps what charts over time show, in at most <see cref="MostPoints"/> points however long the
/// run is: when they are full, neighbours become one. Counts and histograms are added, and no percentile is averaged.
/// </summary>
/// <param name="operation">The only operation that counts, or null for all together.</param>
public sealed class Timeline(string? operation = null) : IRunObserver
{
    /// <summary>The most points that are kept: more than a chart has room for; even.</summary>
    public const int MostPoints = 240;

    private readonly HistogramBase _sum = LatencyRecorder.NewHistogram();
    private List<TimelineStretch> _stretches = [];
    private int _intervalsAPoint = 1;
    private int _intervalsInLast;

    /// <summary>The points so far with their whole distributions.</summary>
    internal IReadOnlyList<TimelineStretch> Stretches => _stretches;

    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        var stretch = TimelineStretch.Of(interval, operation);
        if (_intervalsInLast > 0 && _intervalsInLast < _intervalsAPoint)
        {
            _stretches[^1] = Joined(_stretches[^1], stretch);
            _intervalsInLast++;
            return;
        }

        _stretches.Add(stretch);
        _intervalsInLast = 1;
        if (_stretches.Count <= MostPoints) return;
        // All but the new one are whole, and their number is even.
        _stretches = [.. _stretches.Chunk(2).Select(pair => pair.Length == 2 ? Joined(pair[0], pair[1]) : pair[0])];
        _intervalsAPoint *= 2;
    }

    /// <summary>The points so far, one after another.</summary>
    public IReadOnlyList<TimelinePoint> Points() => [.. _stretches.Select(Point)];

    private TimelinePoint Point(TimelineStretch stretch)
    {
        _sum.Reset();
        stretch.Latencies.AddTo(_sum);
        return stretch.Figures with { Response = LatencySummary.Of(_sum) };
    }

    private TimelineStretch Joined(TimelineStretch one, TimelineStretch next)
    {
        _sum.Reset();
        one.Latencies.AddTo(_sum);
        next.Latencies.AddTo(_sum);
        var (a, b) = (one.Figures, next.Figures);
        return new TimelineStretch(SparseLatencies.Of(_sum), b with
        {
            Start = a.Start,
            Offered = a.Offered + b.Offered,
            Ended = a.Ended + b.Ended,
            Errors = a.Errors + b.Errors,
            Throttled = a.Throttled + b.Throttled,
            LateStarts = a.LateStarts + b.LateStarts,
            ReadUnits = a.ReadUnits + b.ReadUnits,
            WriteUnits = a.WriteUnits + b.WriteUnits,
            ProcessorShare = Math.Max(a.ProcessorShare, b.ProcessorShare),
        });
    }
}
