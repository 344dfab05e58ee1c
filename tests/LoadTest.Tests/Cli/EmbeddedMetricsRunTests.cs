using System.Text;
using System.Text.Json;
using LoadTest.Operations;
using LoadTest.Tests.Results;
using TestSupport;

namespace LoadTest.Tests.Cli;

/// <summary>The metric lines of whole runs, held to docs/metrics.md and to the run's own summary.</summary>
[Category("Slow"), Parallelizable]
public sealed class EmbeddedMetricsRunTests
{
    private const string Page = "metrics.md";

    private static readonly string[] Eventful =
    [
        "run", "--environment=local", "--rate=300", "--duration=4s", "--interval=500ms", "--operation-mix=put=2,get=1", "--duplicate-percentage=20",
        "--billing-mode=PROVISIONED", "--write-capacity-units=60", "--read-capacity-units=1000", "--burst-seconds=2", "--fault-unavailable=5",
    ];

    private static Dictionary<string, string[]> Sets { get; } = MarkdownTable.Rows(Page, "## Dimension sets")
        .ToDictionary(row => row[0], row => MarkdownTable.Quoted(row[1]).ToArray());

    private static (string Metric, string Unit, string[] Sets)[] Metrics { get; } =
        [.. MarkdownTable.Rows(Page, "## Metrics of the program").Select(row => (MarkdownTable.Quoted(row[0]).Single(), row[1], row[2].Split(", ")))];

    [Test]
    public async Task The_program_writes_the_metrics_of_the_page_and_they_add_up_to_the_summary()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync([.. Eventful, "--embedded-metrics=true"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var lines = EmbeddedOutput.Lines(run.Output).ToArray();
        var summary = program.Summary();
        using (Assert.EnterMultipleScope())
        {
            var listed = Metrics.SelectMany(row => row.Sets.Select(set => (set, row.Metric, row.Unit))).ToArray();
            var written = lines.SelectMany(line => line.Metrics.Select(metric => (SetOf(line), metric.Key, metric.Value.Unit))).Distinct();
            Assert.That(written, Is.EquivalentTo(listed));
            Assert.That(lines.Select(line => line.Namespace), Is.All.EqualTo("DynamoDBLoadTest"));
            Assert.That(lines.Select(line => (line.Dimensions["Environment"], line.Dimensions["TableName"])), Is.All.EqualTo(("local", "local-dynamodb-load-test")));
            Assert.That(lines.Select(line => line.RunId), Is.All.EqualTo(summary.GetProperty("runId").GetString()));
            Assert.That(lines.Count(line => SetOf(line) == "table"), Is.InRange(8, 10), "once every interval, and once at the end");
            Assert.That(run.Output.Split('\n').Max(Encoding.UTF8.GetByteCount), Is.LessThan(16 * 1024));
            Assert.That(run.Output, Does.Contain("offered").And.Contain("outcome: passed"), "the plain view beside it");
        }

        CheckTable(lines, summary);
        foreach (var operation in summary.GetProperty("operations").EnumerateArray()) CheckOperation(lines, operation);
        CheckErrors(lines, summary);
    }

    [Test]
    public async Task Throttled_attempts_that_were_tried_again_are_counted()
    {
        using var program = new LoadTestProgram();
        var run = await program.RunAsync(
            ["run", "--environment=local", "--total-items=1000", "--concurrency-limit=20", "--max-retries=3", "--fault-throttle=10", "--embedded-metrics=true"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var lines = EmbeddedOutput.Lines(run.Output).ToArray();
        var operation = program.Summary().GetProperty("operations")[0];
        // Nothing but throttles fails, so every attempt that is not the last of its operation was throttled.
        var retries = operation.GetProperty("attempts").GetInt64() - operation.GetProperty("attempted").GetInt64();
        var givenUp = operation.GetProperty("failed").GetInt64();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(retries, Is.InRange(50, 200));
            Assert.That(Sum(lines, "Throttles", "table"), Is.EqualTo(retries + givenUp));
            Assert.That(Sum(lines, "Throttles", "reason"), Is.EqualTo(retries + givenUp));
            Assert.That(Sum(lines, "Attempts", "table"), Is.EqualTo(operation.GetProperty("attempts").GetInt64()));
        }
    }

    [Test]
    public async Task Inside_ECS_the_lines_are_written_without_being_asked_for_unless_they_are_not_wanted()
    {
        string[] arguments = ["run", "--environment=local", "--total-items=20", "--concurrency-limit=2", "--verbosity=quiet"];
        foreach (var (inside, flags, expected) in new[] { (false, "auto", false), (true, "auto", true), (true, "false", false) })
        {
            using var program = new LoadTestProgram();
            var run = await program.RunAsync(
                [.. arguments, $"--embedded-metrics={flags}"], ("ECS_CONTAINER_METADATA_URI_V4", inside ? "http://127.0.0.1:1/v4/task" : null));
            Assert.That((run.ExitCode, EmbeddedOutput.Lines(run.Output).Any()), Is.EqualTo((0, expected)), $"inside: {inside}, {flags}; {run.Error}");
        }
    }

    private static void CheckTable(EmbeddedLine[] lines, JsonElement summary)
    {
        var operations = summary.GetProperty("operations").EnumerateArray().ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Sum(lines, "OfferedOperations", "table"), Is.EqualTo(summary.GetProperty("offered").GetProperty("operations").GetDecimal()));
            Assert.That(Sum(lines, "CompletedOperations", "table"), Is.EqualTo(operations.Sum(operation => operation.GetProperty("attempted").GetDecimal())));
            Assert.That(Sum(lines, "LateStarts", "table"), Is.EqualTo(summary.GetProperty("lateStarts").GetDecimal()));
            Assert.That(Max(lines, "LatenessMax", "table"), Is.EqualTo(summary.GetProperty("latenessMs").GetProperty("max").GetDecimal()));
            foreach (var (metric, _, sets) in Metrics.Where(row => row.Unit == "Count"))
            {
                Assert.That(lines.Count(line => SetOf(line) == "table" && !line.Metrics.ContainsKey(metric)), Is.Zero, "a count of nothing is 0");
                foreach (var set in sets) Assert.That(Sum(lines, metric, set), Is.EqualTo(Sum(lines, metric, "table")), $"{metric} of {set}");
            }
        }
    }

    private static void CheckOperation(EmbeddedLine[] lines, JsonElement operation)
    {
        var name = operation.GetProperty("name").GetString()!;
        var own = lines.Where(line => line.Dimensions.GetValueOrDefault("Operation") == name).ToArray();
        var errors = Errors(operation);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Sum(own, "OfferedOperations"), Is.EqualTo(name == "PutItem" ? 800 : 400), "two puts to a read");
            Assert.That(Sum(own, "CompletedOperations"), Is.EqualTo(operation.GetProperty("attempted").GetDecimal()));
            Assert.That(Sum(own, "Attempts"), Is.EqualTo(operation.GetProperty("attempts").GetDecimal()));
            Assert.That(Sum(own, "Throttles"), Is.EqualTo(errors.Where(error => IsThrottle(error.Name)).Sum(error => error.Count)));
            Assert.That(Sum(own, "Errors"), Is.EqualTo(errors.Where(error => !IsThrottle(error.Name)).Sum(error => error.Count)
                - operation.GetProperty("expectedFailures").GetDecimal()));
            Assert.That(Sum(own, "ConsumedReadUnits"), Is.EqualTo(operation.GetProperty("consumed").GetProperty("readUnits").GetDecimal()));
            Assert.That(Sum(own, "ConsumedWriteUnits"), Is.EqualTo(operation.GetProperty("consumed").GetProperty("writeUnits").GetDecimal()));
            Assert.That(own.Max(line => line.Metrics.GetValueOrDefault("ResponseTimeMax").Value), Is.EqualTo(operation.GetProperty("responseTimeMs").GetProperty("max").GetDecimal()));
        }
    }

    private static void CheckErrors(EmbeddedLine[] lines, JsonElement summary)
    {
        var errors = summary.GetProperty("operations").EnumerateArray().SelectMany(Errors).GroupBy(error => error.Name, error => error.Count)
            .ToDictionary(group => group.Key, group => group.Sum());
        var reason = errors["throttled-table-write-provisioned"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(By(lines, "Reason", "Throttles"), Is.EquivalentTo(new Dictionary<string, decimal> { ["TableWriteProvisionedThroughputExceeded"] = reason }));
            Assert.That(By(lines, "Category", "Errors"), Is.EquivalentTo(errors.Where(error => !IsThrottle(error.Key) && error.Key != "conditional-check")));
            Assert.That(errors.Keys, Does.Contain("conditional-check").And.Contain("server-fault"), "or this run shows nothing");
        }
    }

    private static IEnumerable<(string Name, decimal Count)> Errors(JsonElement operation) =>
        operation.GetProperty("errors").EnumerateObject().Select(error => (error.Name, error.Value.GetDecimal()));

    private static bool IsThrottle(string category) =>
        Category.All.Single(known => known.Name == category).Kind == Engine.Execution.OutcomeKind.Throttle;

    private static Dictionary<string, decimal> By(EmbeddedLine[] lines, string dimension, string metric) => lines
        .Where(line => line.Dimensions.ContainsKey(dimension))
        .GroupBy(line => line.Dimensions[dimension], line => line.Metrics[metric].Value)
        .ToDictionary(group => group.Key, group => group.Sum());

    private static string SetOf(EmbeddedLine line) =>
        Sets.SingleOrDefault(set => set.Value.SequenceEqual(line.Dimensions.Keys)).Key ?? string.Join(", ", line.Dimensions.Keys);

    private static decimal Sum(IEnumerable<EmbeddedLine> lines, string metric) => lines.Sum(line => line.Metrics.GetValueOrDefault(metric).Value);

    private static decimal Sum(IEnumerable<EmbeddedLine> lines, string metric, string set) => Sum(lines.Where(line => SetOf(line) == set), metric);

    private static decimal Max(IEnumerable<EmbeddedLine> lines, string metric, string set) =>
        lines.Where(line => SetOf(line) == set).Max(line => line.Metrics.GetValueOrDefault(metric).Value);
}
