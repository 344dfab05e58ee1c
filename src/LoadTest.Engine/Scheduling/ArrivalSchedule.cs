using LoadTest.Engine.Planning;

namespace LoadTest.Engine.Scheduling;

/// <summary>
/// When each operation of an open load is meant to start: a pure function from its number to nanoseconds since the load's beginning.
/// The n-th operation starts when the area under the rate reaches n, so nothing drifts and any start is computed without the others.
/// </summary>
public sealed class ArrivalSchedule
{
    private readonly Segment[] _segments;

    /// <summary>Lays the stages out one after another.</summary>
    public ArrivalSchedule(IReadOnlyList<Stage> stages)
    {
        if (stages.Count == 0) throw new ArgumentException("A schedule has at least one stage.", nameof(stages));
        _segments = new Segment[stages.Count];
        double seconds = 0, operations = 0;
        for (var i = 0; i < stages.Count; i++)
        {
            _segments[i] = new Segment(seconds, operations, stages[i]);
            seconds += stages[i].Duration.TotalSeconds;
            operations += stages[i].Operations;
        }

        Duration = TimeSpan.FromSeconds(seconds);
        // An operation belongs to the schedule when it starts before the end; the tolerance keeps 0.1 * 10 from becoming 1.0000000001.
        Total = (long)Math.Ceiling(operations - 1e-6);
    }

    /// <summary>How many operations are offered.</summary>
    public long Total { get; }

    /// <summary>How long operations are offered.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The intended start of an operation, in nanoseconds from the load's beginning.</summary>
    /// <param name="index">The operation's number, from zero to <see cref="Total"/> - 1.</param>
    public long StartOf(long index)
    {
        var segment = _segments[SegmentOf(index)];
        return (long)Math.Round((segment.Start + segment.SecondsUntil(index - segment.OperationsBefore)) * 1e9);
    }

    /// <summary>How many operations were meant to have started before an instant.</summary>
    /// <param name="nanoseconds">The instant, from the load's beginning.</param>
    public long CountBefore(long nanoseconds)
    {
        if (nanoseconds <= 0) return 0;
        var seconds = nanoseconds / 1e9;
        var last = _segments[0];
        foreach (var segment in _segments)
        {
            if (segment.Start > seconds) break;
            last = segment;
        }

        return Math.Min(Total, (long)Math.Ceiling(last.OperationsAt(seconds) - 1e-6));
    }

    // The last stage that begins at or before the operation; stages that offer nothing are passed over.
    private int SegmentOf(long index)
    {
        int low = 0, high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].OperationsBefore <= index) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private readonly record struct Segment(double Start, double OperationsBefore, Stage Stage)
    {
        private double Slope => (Stage.ToRate - Stage.FromRate) / Stage.Duration.TotalSeconds;

        /// <summary>Solves rate * t + slope * t^2 / 2 = operations for t, in the form that loses no digits when the slope is near zero.</summary>
        public double SecondsUntil(double operations)
        {
            if (operations <= 0) return 0;
            var root = Math.Sqrt(Math.Max(0, Stage.FromRate * Stage.FromRate + 2 * Slope * operations));
            return Math.Min(Stage.Duration.TotalSeconds, 2 * operations / (Stage.FromRate + root));
        }

        public double OperationsAt(double seconds)
        {
            var t = Math.Min(seconds - Start, Stage.Duration.TotalSeconds);
            return OperationsBefore + (Stage.FromRate + Slope * t / 2) * t;
        }
    }
}
