using HdrHistogram;
using LoadTest.Advising;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Reporting.Timelines;
using LoadTest.Operations;

namespace LoadTest.Tests.Advising;

/// <summary>Each piece of advice with data in which it must speak, and with data in which it must not.</summary>
public sealed class AdviceTests
{
    private static readonly TableFacts Provisioned = new(IsProvisioned: true, ReadUnits: 50, WriteUnits: 100);
    private static readonly TableFacts OnDemand = new(IsProvisioned: false, 0, 0);

    [Test]
    public void A_calm_run_gets_no_advice()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(Provisioned, Steady(80, writeUnits: 80)), Is.Empty);
            Assert.That(Of(OnDemand, Steady(8000, writeUnits: 8000)), Is.Empty, "much, and no throttle");
            Assert.That(Of(null, []), Is.Empty);
        }
    }

    [Test]
    public void A_hot_partition_is_told_by_the_limit_of_the_key_range()
    {
        var advice = Of(OnDemand, Steady(1000, writeUnits: 900), ("TableWriteKeyRangeThroughputExceeded", 120), ("IndexReadKeyRangeThroughputExceeded", 3));
        Assert.That(advice, Is.EqualTo(new[]
        {
            "A partition is hot: 123 requests were throttled by a partition's own limit (120 writes, 3 reads), which is 1,000 write or 3,000 read units a second whatever the table's capacity. Spread the load over more partition keys.",
        }));
        Assert.That(Of(Provisioned, Steady(80, 80), ("TableWriteProvisionedThroughputExceeded", 5)), Has.None.Contains("partition is hot"));
    }

    [Test]
    public void Banked_capacity_that_was_spent_is_told_by_when_throttling_began()
    {
        TimelinePoint[] points = [.. Steady(200, writeUnits: 200, seconds: 30), .. Steady(200, writeUnits: 100, seconds: 30, throttled: 100, from: 30)];
        var advice = Of(Provisioned, points, ("TableWriteProvisionedThroughputExceeded", 3000));
        Assert.That(advice, Has.One.StartsWith("Banked capacity was spent: up to 30 s the table took up to 200 write units a second without a throttle, although 100 are provisioned"));
        Assert.That(Of(OnDemand, points), Has.None.Contains("anked capacity"));
    }

    [Test]
    public void A_table_that_lives_on_what_it_banked_is_found_out_without_a_throttle()
    {
        Assert.That(Of(Provisioned, Steady(150, writeUnits: 150)), Has.One.StartsWith("The table lived on banked capacity: it took 150 write units a second on the whole"));
        Assert.That(Of(Provisioned, Steady(105, writeUnits: 105)), Is.Empty, "an interval's edge");
    }

    [Test]
    public void Warm_throughput_is_spoken_of_where_an_on_demand_table_throttles_near_what_a_new_one_takes()
    {
        (string, long) throttles = ("TableWriteKeyRangeThroughputExceeded", 500);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Of(OnDemand, Steady(5000, writeUnits: 4100), throttles), Has.Count.EqualTo(1).And.One.StartsWith("The table's warm throughput was reached: 500 requests"),
                "and no partition is blamed where all are at their limit");
            Assert.That(Of(OnDemand, Steady(1200, writeUnits: 1000), throttles), Has.None.Contains("warm throughput"), "one hot key");
            Assert.That(Of(OnDemand, Steady(5000, writeUnits: 4100), ("TableWriteMaxOnDemandThroughputExceeded", 500)), Has.None.Contains("warm throughput"), "somebody's own limit");
            Assert.That(Of(Provisioned, Steady(5000, writeUnits: 4100), throttles), Has.None.Contains("warm throughput"));
        }
    }

    [Test]
    public void What_to_provision_is_what_was_offered_times_what_an_operation_takes()
    {
        var advice = Of(Provisioned, Steady(400, writeUnits: 100, throttled: 300), ("TableWriteProvisionedThroughputExceeded", 3000));
        Assert.That(advice, Has.One.EqualTo(
            "Provision 400 write units: up to 400 operations a second were offered at 1 write units each, the table has 100, and 3,000 requests were throttled for it."));
        Assert.That(Of(OnDemand, Steady(400, 100, throttled: 300), ("TableWriteProvisionedThroughputExceeded", 3000)), Has.None.Contains("Provision "));
    }

    [Test]
    public void What_to_provision_does_not_shrink_with_the_writes_that_were_throttled()
    {
        const string Reason = "TableWriteProvisionedThroughputExceeded";
        var result = Result([(Reason, 200)]);
        var puts = result.Operations[0] with { Outcomes = [(Category.All[Category.Success], 100), (Category.All[Category.ThrottledBy(Reason)], 200)], Units = new ConsumedUnits(0, 100) };
        var gets = puts with { Name = "GetItem", Outcomes = [(Category.All[Category.Success], 100)], ThrottledRequests = [], Units = new ConsumedUnits(50, 0) };

        var advice = Advice.Of(new AdviceFacts(result with { Operations = [puts, gets] }, Steady(400, writeUnits: 100, throttled: 200), Provisioned));

        Assert.That(advice, Has.One.StartsWith("Provision 300 write units: up to 400 operations a second were offered at 0.75 write units each"));
    }

    [Test]
    public void Batches_that_were_done_in_part_do_not_tell_how_much_to_provision()
    {
        var result = Result([]);
        var batches = result.Operations[0] with
        {
            Outcomes = [(Category.All[Category.Success], 16), (Category.All[Category.Unprocessed], 74)],
            ThrottledRequests = [(Category.All[Category.Unprocessed], 300)],
            Units = new ConsumedUnits(0, 432),
        };

        var advice = Advice.Of(new AdviceFacts(result with { Operations = [batches] }, Steady(30, writeUnits: 100, throttled: 25), Provisioned));

        Assert.That(advice, Is.EqualTo(new[]
        {
            "The table's 100 write units were too few: 0 requests were throttled for it, and 300 batches came back with items unprocessed. How many are enough cannot be told from batches that were done in part.",
        }));
    }

    [TestCase(0.95, true)]
    [TestCase(0.5, false)]
    public void A_saturated_client_is_the_first_to_be_named(double share, bool speaks)
    {
        var result = Result([]) with { Client = new ClientCost(TimeSpan.Zero, 0, 0, TimeSpan.Zero, share), LateStarts = 400 };
        var advice = Advice.Of(new AdviceFacts(result, Steady(80, 80), Provisioned));
        Assert.That(advice, speaks
            ? Has.Exactly(1).EqualTo("The client is the limit: its busiest interval used 95 % of the machine's processors, and 400 of 1,000 operations started late. Use more tasks or larger ones before you judge the table.")
            : Is.Empty);
    }

    [TestCase(100, 0, false, Description = "pacing filled the processor, and starts were on time")]
    [TestCase(100, 2, true, Description = "starts were late")]
    [TestCase(102, 0, true, Description = "the rate was missed")]
    [TestCase(null, 0, true, Description = "a closed load")]
    public void A_busy_client_is_the_limit_where_more_would_have_been_done_otherwise(double? offered, long late, bool speaks)
    {
        var result = Result([]) with { Client = new ClientCost(TimeSpan.Zero, 0, 0, TimeSpan.Zero, 0.95), LateStarts = late, OfferedRatePerSecond = offered };
        var advice = Advice.Of(new AdviceFacts(result, Steady(80, 80), Provisioned));
        Assert.That(advice, speaks
            ? Has.Exactly(1).EqualTo("The client is the limit: its busiest interval used 95 % of the machine's processors. Use more tasks or larger ones before you judge the table.")
            : Is.Empty);
        Assert.That(ClientWarnings.Of(result), Has.One.StartsWith(speaks ? "The client was saturated: it used 95 %" : "The client used 95 % of this machine's processors in its busiest interval. No more than one start in a thousand"));
    }

    [TestCase(100, true)]
    [TestCase(10, false)]
    public void Refused_writes_are_spoken_of_once_they_cost_something(double units, bool speaks)
    {
        var result = Result([]);
        result = result with { Operations = [result.Operations[0] with { Units = new ConsumedUnits(0, 900, UnreportedWrite: units) }] };
        var advice = Advice.Of(new AdviceFacts(result, Steady(80, 80), Provisioned));
        Assert.That(advice, speaks ? Has.One.StartsWith("Refused writes cost 100 write units, 10 % of all") : Is.Empty);
    }

    private static IReadOnlyList<string> Of(TableFacts? table, IReadOnlyList<TimelinePoint> points, params (string Reason, long Count)[] throttled) =>
        Advice.Of(new AdviceFacts(Result(throttled), points, table));

    private static TimelinePoint[] Steady(long offered, double writeUnits, int seconds = 10, long throttled = 0, int from = 0) =>
    [
        .. Enumerable.Range(from, seconds).Select(second => new TimelinePoint
        {
            Start = second, End = second + 1, Offered = offered, Ended = offered, Errors = 0, Throttled = throttled, LateStarts = 0,
            ReadUnits = 0, WriteUnits = writeUnits, ProcessorShare = 0.1, Response = LatencySummary.Of(null),
        }),
    ];

    // A thousand puts of a unit each, beside those that were throttled.
    private static LoadResult Result((string Reason, long Count)[] throttled) => new()
    {
        Ending = Ending.Complete,
        OfferedOperations = 1000,
        OfferedRatePerSecond = 100,
        NotStarted = 0,
        Duration = TimeSpan.FromSeconds(10),
        Operations =
        [
            new OperationResult
            {
                Name = "PutItem",
                Outcomes = [(Category.All[Category.Success], 1000)],
                Attempts = 1000,
                ThrottledRequests = [.. throttled.Select(pair => (Category.All[Category.ThrottledBy(pair.Reason)], pair.Count))],
                Units = new ConsumedUnits(0, 1000),
                Latencies = new Dictionary<OutcomeKind, (HistogramBase, HistogramBase)>(),
            },
        ],
        Lateness = LatencySummary.Of(null),
        LateStarts = 0,
        ClampedLatencies = 0,
        Client = new ClientCost(TimeSpan.Zero, 0, 0, TimeSpan.Zero, 0.1),
    };
}
