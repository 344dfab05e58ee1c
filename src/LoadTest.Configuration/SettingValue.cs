using LoadTest.Configuration.Sources;

namespace LoadTest.Configuration;

/// <summary>A parsed value with the source that gave it.</summary>
internal sealed record SettingValue(object Value, string Origin, SourceRank Rank);
