namespace LoadTest.Templates.Linting;

/// <summary>What cfn-lint said.</summary>
/// <param name="ExitCode">0 when it found nothing; its own code otherwise.</param>
/// <param name="Findings">One line a finding: file, place, rule and sentence.</param>
public sealed record CfnLintResult(int ExitCode, IReadOnlyList<string> Findings);
