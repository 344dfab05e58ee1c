using Docs.Tests.Pages;

namespace Docs.Tests.Commands;

/// <summary>What is held of the output that pages show.</summary>
public sealed class ShownOutputTests
{
    private const string Written =
        """
        building the load test, as its sources changed
        run 20261126-004102-772a: open model: hold 1000/s for 15 s, after a warm-up of 2 s, against table t (http://127.0.0.1:40857)
           1.2 s  offered 1,000/s  p99 40.0 ms  left 14 s
        change                   -19.09 %  higher
        outcome: passed
        """;

    [TestCase("run 20260101-000000-ffff: open model: hold 1000/s for 9 s, after a warm-up of 2 s, ...\n...\noutcome: passed", Description = "what is left out")]
    [TestCase("12 s  offered 3/s  p99 1,234.5 ms  left 1 s", Description = "other numbers")]
    [TestCase("change +3 %  higher", Description = "another sign")]
    public void What_was_written_is_found(string shown) => Assert.That(Missing(shown, isExact: false), Is.Empty);

    [TestCase("outcome: failed", "outcome: failed", Description = "another word")]
    [TestCase("outcome: passed\nchange 1 %  higher", "change 1 %  higher", Description = "another order")]
    [TestCase("offered 1,000/s  p99 40.0 ms  left 14 s", "offered 1,000/s  p99 40.0 ms  left 14 s", Description = "a part of a line")]
    public void What_was_not_written_is_named(string shown, string missing) => Assert.That(Missing(shown, isExact: false), Is.EqualTo(new[] { missing }));

    [TestCase("change -19.09 % higher", true)]
    [TestCase("change -19.1 % higher", false)]
    public void Where_the_output_is_exact_numbers_count(string shown, bool isFound) =>
        Assert.That(Missing(shown, isExact: true), isFound ? Is.Empty : Is.Not.Empty);

    private static IEnumerable<string> Missing(string shown, bool isExact) =>
        new ShownOutput(new Block("page.md", 1, "text", shown.Split('\n'), Mark: null), isExact).MissingIn(Written).Select(line => line["page.md:1: ".Length..]);
}
