using Docs.Tests.Pages;
using TestSupport;

namespace Docs.Tests.Names;

/// <summary>What the README says of the client's cost is what was measured.</summary>
public sealed class FigureTests
{
    [TestCase("less than twice the processor time that wrk spends", "| processor time, plain, x wrk |", "2")]
    [TestCase("less than a seventh of what the official SDK takes", "| processor time, plain, as a share of the tier-corrected SDK's |", "0.143")]
    public void What_the_README_claims_is_met_in_the_committed_results(string claim, string row, string limit)
    {
        var readme = string.Join(' ', Page.All.Single(page => page.Name == "README.md").Prose.Select(line => line.Text.Trim()));
        var measured = File.ReadLines(RepositoryRoot.Combine("benchmarks", "results.md")).Single(line => line.StartsWith(row, StringComparison.Ordinal));

        Assert.That(readme, Does.Contain(claim));
        Assert.That(measured.Trim('|').Split('|', StringSplitOptions.TrimEntries)[2..], Is.EqualTo(new[] { limit, "yes" }), measured);
    }
}
