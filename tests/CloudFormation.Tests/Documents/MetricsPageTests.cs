using TestSupport;

namespace CloudFormation.Tests.Documents;

/// <summary>What the dashboard and the alarms show is in docs/metrics.md, the contract that the program's writer keeps.</summary>
public sealed class MetricsPageTests
{
    private const string Page = "metrics.md";
    private const string Own = "DynamoDBLoadTest";

    private static Dictionary<string, string> Sets { get; } = MarkdownTable.Rows(Page, "## Dimension sets")
        .ToDictionary(row => row[0], row => string.Join(", ", MarkdownTable.Quoted(row[1]).Order()));

    private static Dictionary<string, (string Unit, string[] Sets)> Metrics { get; } = MarkdownTable.Rows(Page, "## Metrics of the program")
        .ToDictionary(row => MarkdownTable.Quoted(row[0]).Single(), row => (row[1], row[2].Split(", ")));

    private static IEnumerable<ShownMetric> Shown => Monitoring.Shown;

    [Test]
    public void Every_metric_of_ours_that_is_shown_is_emitted_with_these_dimensions()
    {
        var shown = Shown.Where(metric => metric.Namespace == Own).ToArray();

        Assert.That(shown, Has.Length.GreaterThan(10));
        foreach (var metric in shown)
        {
            Assert.That(Metrics, Contains.Key(metric.Name));
            Assert.That(Metrics[metric.Name].Sets.Select(set => Sets[set]), Has.Some.EqualTo(metric.Dimensions), metric.Name);
        }
    }

    [Test]
    public void Every_metric_of_AWS_that_is_shown_is_listed_with_these_dimensions()
    {
        var listed = MarkdownTable.Rows(Page, "## Metrics of AWS").Select(row => (
            MarkdownTable.Quoted(row[0]).Single(),
            MarkdownTable.Quoted(row[1]).Single(),
            string.Join(", ", MarkdownTable.Quoted(row[2]).Order())));

        Assert.That(
            Shown.Where(metric => metric.Namespace != Own).Select(metric => (metric.Namespace, metric.Name, metric.Dimensions)).Distinct(),
            Is.EquivalentTo(listed));
    }

    [Test]
    public void Percentiles_show_the_worst_task_and_counts_are_added_up()
    {
        foreach (var metric in Shown.Where(metric => metric.Namespace == Own))
            Assert.That(metric.Statistic, Is.EqualTo(Metrics[metric.Name].Unit == "Milliseconds" ? "Maximum" : "Sum"), metric.Name);
    }

    [Test]
    public void Nothing_is_averaged() => Assert.That(Shown.Select(metric => metric.Statistic), Is.All.EqualTo("Sum").Or.EqualTo("Maximum"));

    [TestCase("Write capacity", 1000)]
    [TestCase("Read capacity", 3000)]
    public void Capacity_has_a_line_at_what_one_partition_gives(string title, int units)
    {
        var widget = Monitoring.Widgets.Single(candidate =>
            ((string)candidate["properties"]!["title"]!).StartsWith(title, StringComparison.Ordinal));

        Assert.That((int)widget.SelectToken("properties.annotations.horizontal[0].value")!, Is.EqualTo(units));
    }

    [Test]
    public void Widgets_do_not_overlap_and_stay_on_the_page()
    {
        var cells = Monitoring.Widgets.SelectMany(widget =>
            from x in Enumerable.Range((int)widget["x"]!, (int)widget["width"]!)
            from y in Enumerable.Range((int)widget["y"]!, (int)widget["height"]!)
            select (x, y)).ToArray();

        Assert.That(cells, Is.Unique);
        Assert.That(cells.Select(cell => cell.x), Is.All.LessThan(24));
    }

    [Test]
    public void The_alarms_are_those_of_the_page()
    {
        var alarms = CommittedTemplates.All["monitoring"].ResourcesOfType("AWS::CloudWatch::Alarm").ToArray();
        var listed = MarkdownTable.Rows(Page, "## Alarms")
            .ToDictionary(row => MarkdownTable.Quoted(row[0]).Single(), row => MarkdownTable.Quoted(row[1]).Single());

        Assert.That(alarms.ToDictionary(alarm => alarm.LogicalName, alarm => alarm.Text("MetricName")), Is.EqualTo(listed));
        foreach (var alarm in alarms)
        {
            Assert.That(alarm.Text("Threshold"), Is.EqualTo("0"));
            Assert.That(alarm.Text("TreatMissingData"), Is.EqualTo("notBreaching"));
        }
    }
}
