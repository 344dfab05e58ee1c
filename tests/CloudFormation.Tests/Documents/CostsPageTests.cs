using System.Globalization;
using System.Text.RegularExpressions;
using TestSupport;

namespace CloudFormation.Tests.Documents;

/// <summary>The sums of docs/costs.md are what their formulas give.</summary>
public sealed partial class CostsPageTests
{
    private const string Page = "costs.md";

    [TestCase("## Idle, a month")]
    [TestCase("## An example run")]
    public void Every_formula_gives_its_sum(string heading)
    {
        var rows = MarkdownTable.Rows(Page, heading).ToArray();

        Assert.That(rows, Is.Not.Empty);
        foreach (var row in rows) Assert.That(Calculate(MarkdownTable.Quoted(row[1]).Single()), Is.EqualTo(Number(row[2])), row[0]);
    }

    [Test]
    public void The_idle_sum_is_what_its_formula_gives()
    {
        var text = string.Join(' ', MarkdownTable.Lines(Page));
        var sum = Idle().Match(text);

        Assert.That(sum.Success, Is.True);
        Assert.That(Calculate(sum.Groups["formula"].Value), Is.EqualTo(Number(sum.Groups["sum"].Value)));
    }

    [Test]
    public void The_example_runs_sum_is_that_of_its_rows()
    {
        var text = string.Join(' ', MarkdownTable.Lines(Page));
        var sum = MarkdownTable.Rows(Page, "## An example run").Sum(row => Number(row[2]));

        Assert.That(Together().Match(text).Groups["sum"].Value, Is.EqualTo(sum.ToString("0.00", CultureInfo.InvariantCulture)));
    }

    [Test]
    public void There_are_as_many_interface_endpoints_and_alarms_as_are_counted()
    {
        var interfaces = CommittedTemplates.All["network"].ResourcesOfType("AWS::EC2::VPCEndpoint")
            .Count(endpoint => (string?)endpoint.Properties["VpcEndpointType"] == "Interface");
        var alarms = CommittedTemplates.All["monitoring"].ResourcesOfType("AWS::CloudWatch::Alarm").Count();
        var formulas = MarkdownTable.Rows(Page, "## Idle, a month").Select(row => MarkdownTable.Quoted(row[1]).Single()).ToArray();

        Assert.That(formulas, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"{interfaces} * 2 * 0.01 * 730")));
        Assert.That(formulas, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"{alarms} * 0.10")));
    }

    // A sum of products; rounded to cents, halves up.
    private static decimal Calculate(string formula) => decimal.Round(
        formula.Split('+').Sum(term => term.Split('*').Select(Number).Aggregate(1m, (product, factor) => product * factor)),
        2, MidpointRounding.AwayFromZero);

    private static decimal Number(string text) => decimal.Parse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"By default [^`]*`(?<formula>[^`]+)` = \*\*(?<sum>[0-9.]+) USD", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Idle();

    [GeneratedRegex(@"Together \*\*(?<sum>[0-9.]+) USD", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Together();
}
