namespace LoadTest.Tests.Results;

/// <summary>A line of the embedded metric format, read as CloudWatch reads it.</summary>
internal sealed record EmbeddedLine
{
    public required string Namespace { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>By name, in the order of the only dimension set.</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    public required IReadOnlyDictionary<string, (string Unit, decimal Value)> Metrics { get; init; }

    public required string RunId { get; init; }

    public required int TaskIndex { get; init; }
}
