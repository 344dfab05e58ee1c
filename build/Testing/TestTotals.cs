using System.Globalization;

namespace Build.Testing;

/// <summary>The results of all projects together.</summary>
internal sealed record TestTotals(IReadOnlyList<ProjectResult> Projects)
{
    /// <summary>Tests that passed.</summary>
    public int Passed => Projects.Sum(project => project.Passed);

    /// <summary>Tests that failed; a project whose report is flawed counts as one more.</summary>
    public int Failed => Projects.Sum(project => project.Failed) + Projects.Count(project => project.Flaw is not null);

    /// <summary>Tests that were skipped.</summary>
    public int Skipped => Projects.Sum(project => project.Skipped.Count);

    /// <summary>The line that ends the run: "12 passed, 0 failed", and the skipped ones where there are any.</summary>
    public string Line => Skipped == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed")
        : string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    /// <summary>A line for each reason to skip, with how many tests and which fixtures, the most frequent first.</summary>
    public IEnumerable<string> SkippedLines => Projects
        .SelectMany(project => project.Skipped.Select(test => (project.Project, test.Fixture, test.Reason)))
        .GroupBy(test => test.Reason, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group =>
        {
            var fixtures = group.Select(test => $"{test.Project}/{test.Fixture}").Distinct().Order(StringComparer.Ordinal);
            return string.Create(CultureInfo.InvariantCulture, $"skipped {group.Count()}: {group.Key} [{string.Join(", ", fixtures)}]");
        });

    /// <summary>A line for each project whose report is flawed.</summary>
    public IEnumerable<string> FlawLines =>
        Projects.Where(project => project.Flaw is not null).Select(project => $"{project.Project} {project.Flaw}");
}
