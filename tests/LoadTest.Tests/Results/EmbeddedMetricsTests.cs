using System.Globalization;
using System.Text;
using HdrHistogram;
using LoadTest.Configuration.Sources;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Operations;
using LoadTest.Planning;
using LoadTest.Results;
using TestSupport;

namespace LoadTest.Tests.Results;

[TestFixtureSource(typeof(Cultures), nameof(Cultures.All))]
public sealed class EmbeddedMetricsTests(CultureInfo culture)
{
    private const int LongestLine = 16 * 1024;
    private static readonly RunStart Start = new(ManualTimeProvider.Start, ["PutItem", "GetItem"], Category.All);

    [Test]
    public void The_lines_of_an_interval_are_the_documented_contract() =>
        Golden.Matches("embedded-metrics.txt", Lines(Plan("dev"), Busy(), Idle()));

    [Test]
    public void An_operation_s_offered_counts_add_up_to_its_share_of_the_plan()
    {
        // Of ten operations of two to one, a worker of three does numbers 1, 4, 7, ...: their kinds follow from the pattern, not from a share.
        var plan = Plan("dev", "operation-mix=put=2,get=1");
        plan = plan with { Load = plan.Load with { Share = new WorkerShare(1, 3) } };
        var pattern = new OperationPattern(plan.Mix);
        var puts = Enumerable.Range(0, 11).Count(own => pattern.At(plan.Load.Share.PlanIndex(own)).Kind == Configuration.Values.OperationKind.Put);
        var lines = EmbeddedOutput.Lines(Lines(plan, Idle() with { Offered = 4 }, Idle() with { Offered = 7 })).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Sum(lines, "PutItem"), Is.EqualTo(puts));
            Assert.That(Sum(lines, "GetItem"), Is.EqualTo(11 - puts));
            Assert.That(lines.Select(line => line.TaskIndex), Is.All.EqualTo(1));
        }

        static decimal Sum(IEnumerable<EmbeddedLine> lines, string operation) =>
            lines.Where(line => line.Dimensions.GetValueOrDefault("Operation") == operation).Sum(line => line.Metrics.GetValueOrDefault("OfferedOperations").Value);
    }

    [Test]
    public void The_longest_names_stay_below_the_length_at_which_a_log_line_is_split()
    {
        var plan = Plan(new string('e', 20), "table-name=" + new string('t', 234), "run-id=" + new string('r', 64));
        var lines = Lines(plan, Busy()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines.Max(Encoding.UTF8.GetByteCount), Is.InRange(1, LongestLine - 1));
    }

    [Test]
    public void A_line_reaches_the_output_in_one_call_so_that_no_other_line_gets_into_it()
    {
        using var writer = new CallCounter();
        var metrics = new EmbeddedMetrics(Plan("dev"), "dev", writer);
        metrics.OnStart(Start);
        metrics.OnInterval(Busy());
        Assert.That(writer.Calls, Has.Count.EqualTo(7).And.All.StartsWith("{").And.All.EndsWith("}"));
    }

    private string Lines(RunPlan plan, params IntervalReport[] intervals) => Cultures.In(culture, () =>
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var metrics = new EmbeddedMetrics(plan, plan.Table.Name.Split('-')[0], writer);
        metrics.OnStart(Start);
        foreach (var interval in intervals) metrics.OnInterval(interval);
        return writer.ToString();
    });

    private static RunPlan Plan(string environment, params string[] flags)
    {
        var read = SettingsReader.Read(new SettingsInput
        {
            Flags = [.. new[] { $"environment={environment}", "operation-mix=put=3,get=1", "run-id=fixed" }
                .Where(flag => !flags.Any(other => other.StartsWith(flag.Split('=')[0] + "=", StringComparison.Ordinal))).Concat(flags)
                .Select(flag => flag.Split('=', 2)).Select(parts => new FlagValue(parts[0], parts[1]))],
        });
        return PlanBuilder.Build(read.SettingsOrThrow(), ManualTimeProvider.Start, isFree: true);
    }

    private static IntervalReport Busy() => Idle() with
    {
        Offered = 1001,
        LateStarts = 3,
        ReadUnits = 125.5,
        WriteUnits = 700,
        Latencies = new LatencyInterval(Latencies(950, 1500), Latencies(950, 1000)),
        Lateness = Latencies(980, 2),
        Operations =
        [
            Operation("PutItem") with
            {
                Ended = [Of(Category.Success, 700), Of(Category.ConditionalCheck, 20), Of(Category.ServerFault, 2), Of(Category.TimeoutConnect, 1), Of(Category.Throttled, 1)],
                ThrottledAttempts = [Of(Category.Throttled, 1), Of(Category.ThrottledBy("TableWriteKeyRangeThroughputExceeded"), 6)],
                Attempts = 732,
                Units = new ConsumedUnits(0, 700),
                Latencies = [(OutcomeKind.Success, new LatencyInterval(Latencies(700, 1500), Latencies(700, 1000)))],
            },
            Operation("GetItem") with
            {
                Ended = [Of(Category.Success, 251), Of(Category.ServerFault, 5)],
                Attempts = 256,
                Units = new ConsumedUnits(125.5, 0),
                Latencies = [(OutcomeKind.Success, new LatencyInterval(Latencies(251, 900), Latencies(251, 700)))],
            },
        ],
    };

    private static IntervalReport Idle() => new()
    {
        Start = TimeSpan.FromSeconds(1),
        End = TimeSpan.FromSeconds(2.0025),
        PlannedDuration = null,
        TotalOperations = null,
        Offered = 0,
        Ended = new Dictionary<OutcomeKind, long>(),
        EndedInAll = new Dictionary<OutcomeKind, long>(),
        InFlight = 0,
        LateStarts = 0,
        ReadUnits = 0,
        WriteUnits = 0,
        Latencies = new LatencyInterval(LatencyRecorder.NewHistogram(), LatencyRecorder.NewHistogram()),
        Lateness = LatencyRecorder.NewHistogram(),
        // Puts failed only; what succeeded before has left its histograms, which are empty now.
        Operations = [Operation("PutItem") with { Latencies = [(OutcomeKind.Success, new(LatencyRecorder.NewHistogram(), LatencyRecorder.NewHistogram()))] }, Operation("GetItem")],
        ProcessorShare = 0,
    };

    private static OperationInterval Operation(string name) =>
        new() { Name = name, Ended = [], ThrottledAttempts = [], Attempts = 0, Units = default, Latencies = [] };

    private static (OutcomeCategory Category, long Count) Of(int category, long count) => (Category.All[category], count);

    private static HistogramBase Latencies(int count, long first)
    {
        var histogram = LatencyRecorder.NewHistogram();
        for (var i = 0; i < count; i++) histogram.RecordValue(first + i);
        return histogram;
    }

    private sealed class CallCounter : StringWriter
    {
        public List<string?> Calls { get; } = [];

        public override void WriteLine(string? value) => Calls.Add(value);

        public override void Write(char value) => Assert.Fail("a piece of a line");
    }
}
