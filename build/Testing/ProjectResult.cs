namespace Build.Testing;

/// <summary>What one test project reported.</summary>
/// <param name="Project">Its name.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Failed">How many failed, or were neither passed nor skipped.</param>
/// <param name="Skipped">The tests that were skipped, each with its reason.</param>
/// <param name="Flaw">Why the report as a whole is a failure (the process crashed, nothing was reported); null when it is whole.</param>
internal sealed record ProjectResult(string Project, int Passed, int Failed, IReadOnlyList<SkippedTest> Skipped, string? Flaw);

/// <summary>A test that was not run.</summary>
/// <param name="Fixture">The class that holds it, without its namespace.</param>
/// <param name="Reason">What the test said; never empty.</param>
internal sealed record SkippedTest(string Fixture, string Reason);
