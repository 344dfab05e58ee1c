using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Records;

/// <summary>A run as its record tells it.</summary>
/// <param name="Head">What was known before the load.</param>
/// <param name="Result">What the load came to.</param>
/// <param name="Close">What came after it.</param>
public sealed record RunRecord(RecordHead Head, LoadResult Result, RecordClose Close);
