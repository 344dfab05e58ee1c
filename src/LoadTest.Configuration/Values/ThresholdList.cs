namespace LoadTest.Configuration.Values;

/// <summary>The thresholds of a run; at least one. Compared by content.</summary>
public sealed class ThresholdList(IEnumerable<ThresholdSetting> thresholds) : IEquatable<ThresholdList>
{
    /// <summary>The thresholds in the order in which they were given.</summary>
    public IReadOnlyList<ThresholdSetting> Thresholds { get; } = [.. thresholds];

    /// <summary>Whether one of them is relative to a baseline run.</summary>
    public bool NeedBaseline => Thresholds.Any(threshold => threshold.Unit == ThresholdUnit.PercentOfBaseline);

    /// <inheritdoc/>
    public bool Equals(ThresholdList? other) => other is not null && Thresholds.SequenceEqual(other.Thresholds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ThresholdList);

    /// <inheritdoc/>
    public override int GetHashCode() => Thresholds.Aggregate(0, HashCode.Combine);

    /// <summary>The thresholds as <see cref="ThresholdsText"/> reads them.</summary>
    public override string ToString() => string.Join(',', Thresholds.Select(threshold => threshold.Text));
}
