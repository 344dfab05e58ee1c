using HdrHistogram;
using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Comparing;

/// <summary>What a comparison shows of a run.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Load">Its load in words.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Points">What happened over time.</param>
/// <param name="ResponseTimes">Response times of all operations that succeeded, in microseconds.</param>
public sealed record ComparedRun(
    string RunId, string Load, DateTimeOffset StartedAt, IReadOnlyList<TimelinePoint> Points, HistogramBase ResponseTimes)
{
    /// <summary>Whether it ended before its plan did, or its record does not tell its end.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>Two runs and how they differ.</summary>
/// <param name="First">The run that is compared with.</param>
/// <param name="Second">The run that is compared.</param>
/// <param name="Subjects">The differences, all operations together first.</param>
public sealed record RunPair(ComparedRun First, ComparedRun Second, IReadOnlyList<SubjectDifference> Subjects)
{
    /// <summary>What a reader must know before trusting the differences.</summary>
    public IEnumerable<string> Warnings =>
        new[] { First, Second }.Where(run => run.IsPartial).Select(run => $"{run.RunId} is partial: what was measured until it ended is compared.").Distinct();

    /// <summary>The verdict in a sentence.</summary>
    public string Sentence
    {
        get
        {
            if (Math.Min(First.Points.Count, Second.Points.Count) < RunComparison.LeastStretches)
                return "The runs are too short to tell a difference from chance: at least 10 intervals of each are needed.";
            var significant = Subjects.SelectMany(subject => subject.Differences).Count(difference => difference.IsSignificant);
            return significant == 0
                ? "No significant difference: what differs is within the scatter of the runs."
                : significant == 1 ? "One metric differs by more than chance." : FormattableString.Invariant($"{significant} metrics differ by more than chance.");
        }
    }
}
