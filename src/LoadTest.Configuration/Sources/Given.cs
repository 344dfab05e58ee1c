using LoadTest.Configuration.Options;

namespace LoadTest.Configuration.Sources;

/// <summary>A value of a setting as one source gives it, not yet parsed.</summary>
internal sealed record Given(Option Option, string Text, string Origin, SourceRank Rank);
