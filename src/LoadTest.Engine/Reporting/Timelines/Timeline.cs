using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Reporting.Timelines;

/// <summary>
/// Follows a run, live or out of its record, and keeps what charts over time show, in at most <see cref="MostPoints"/> points however long the
/// run is: when they are full, neighbours become one. Counts and histograms are added, and no percentile is averaged.
/// </summary>
public sealed class Timeline : IRunObserver
{
    /// <summary>The most points that are kept: more than a chart has room for; even.</summary>
    public const int MostPoints = 240;

    private readonly HistogramBase _sum = LatencyRecorder.NewHistogram();
    private List<Stretch> _stretches = [];
    private int _intervalsAPoint = 1;
    private int _intervalsInLast;

    /// <inheritdoc/>
    public void OnStart(RunStart start)
    {
    }

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        var stretch = Stretch.Of(interval);
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

    private TimelinePoint Point(Stretch stretch)
    {
        _sum.Reset();
        stretch.Latencies.AddTo(_sum);
        return stretch.Figures with { Response = LatencySummary.Of(_sum) };
    }

    private Stretch Joined(Stretch one, Stretch next)
    {
        _sum.Reset();
        one.Latencies.AddTo(_sum);
        next.Latencies.AddTo(_sum);
        var (a, b) = (one.Figures, next.Figures);
        return new Stretch(new SparseLatencies(_sum), b with
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

    private sealed record Stretch(SparseLatencies Latencies, TimelinePoint Figures)
    {
        public static Stretch Of(IntervalReport interval) => new(new SparseLatencies(interval.Latencies.Response), new TimelinePoint
        {
            Start = interval.Start.TotalSeconds,
            End = interval.End.TotalSeconds,
            Offered = interval.Offered,
            Ended = interval.EndedCount,
            Errors = interval.Operations.Sum(operation => operation.CountOf(OutcomeKind.Failure)),
            Throttled = interval.Operations.Sum(operation => operation.ThrottledAttempts.Sum(throttled => throttled.Count)),
            LateStarts = interval.LateStarts,
            ReadUnits = interval.ReadUnits,
            WriteUnits = interval.WriteUnits,
            ProcessorShare = interval.ProcessorShare,
            Response = LatencySummary.Of(null),
        });
    }
}
