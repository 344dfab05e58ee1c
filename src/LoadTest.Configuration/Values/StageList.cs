namespace LoadTest.Configuration.Values;

/// <summary>The stages of a run, one after another; at least one. Compared by content.</summary>
public sealed class StageList(IEnumerable<Stage> stages) : IEquatable<StageList>
{
    /// <summary>The stages in order.</summary>
    public IReadOnlyList<Stage> Stages { get; } = [.. stages];

    /// <summary>The sum of the stages' durations.</summary>
    public TimeSpan Duration => new(Stages.Sum(stage => stage.Duration.Ticks));

    /// <summary>The highest rate of all stages, in operations a second.</summary>
    public double PeakRate => Stages.Max(stage => Math.Max(stage.From, stage.To));

    /// <inheritdoc/>
    public bool Equals(StageList? other) => other is not null && Stages.SequenceEqual(other.Stages);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StageList);

    /// <inheritdoc/>
    public override int GetHashCode() => Stages.Aggregate(0, HashCode.Combine);

    /// <summary>The stages as <see cref="StagesText"/> reads them.</summary>
    public override string ToString() => StagesText.Format(this);
}
