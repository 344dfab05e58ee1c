using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Comparing;

/// <summary>Follows a run and keeps what it is compared by: a timeline of all operations together, and one of each.</summary>
public sealed class RunSamples : IRunObserver
{
    private readonly List<(string? Operation, Timeline Timeline)> _timelines = [(null, new Timeline())];

    /// <summary>What happened over time, all operations together.</summary>
    public IReadOnlyList<TimelinePoint> Points => _timelines[0].Timeline.Points();

    /// <summary>The operations that did something.</summary>
    internal IEnumerable<string> Operations => _timelines.Where(pair => pair.Operation is not null && pair.Timeline.Stretches.Any(stretch => stretch.Figures.Ended > 0)).Select(pair => pair.Operation!);

    /// <inheritdoc/>
    public void OnStart(RunStart start) => _timelines.AddRange(start.Operations.Select(name => ((string?)name, new Timeline(name))));

    /// <inheritdoc/>
    public void OnInterval(IntervalReport interval)
    {
        foreach (var (_, timeline) in _timelines) timeline.OnInterval(interval);
    }

    /// <summary>The stretches of an operation, or of all together.</summary>
    internal IReadOnlyList<TimelineStretch> Of(string? operation) => _timelines.First(pair => pair.Operation == operation).Timeline.Stretches;
}
