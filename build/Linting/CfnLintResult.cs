namespace Build.Linting;

/// <summary>What cfn-lint said.</summary>
/// <param name="Findings">One line a finding: <c>file:line: rule sentence</c>, the file as seen from the repository's folder.</param>
/// <param name="Flaw">Why the templates were not checked, and what to do about it; null when they were.</param>
public sealed record CfnLintResult(IReadOnlyList<string> Findings, string? Flaw);
