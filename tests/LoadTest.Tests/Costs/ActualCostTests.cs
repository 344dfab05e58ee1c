using HdrHistogram;
using LoadTest.Configuration.Problems;
using LoadTest.Costs;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;
using TestSupport;

namespace LoadTest.Tests.Costs;

public sealed class ActualCostTests
{
    private static readonly CostTerms Terms = new()
    {
        IsFree = false,
        EstimatedDollars = 2,
        Prices = "us-east-1, 2025-11-01",
        MillionWriteUnits = 0.625,
        MillionReadUnits = 0.125,
        WriteUnitHour = 0.00065,
        ReadUnitHour = 0.00013,
        OtherWriteUnits = 500_000,
        OtherReadUnits = 0,
    };

    [Test]
    public void Paid_by_the_request_each_unit_costs_those_of_refused_writes_too()
    {
        var cost = ActualCost.Of(Terms, new TableFacts(false, 0, 0), Result);
        Assert.That(cost.Lines.Select(line => (line.What, line.Amount, line.Dollars)), Is.EqualTo(new[]
        {
            ("PutItem", 2_000_000, 1.25), ("PutItem, refused writes", 1_000_000, 0.625), ("PutItem", 400_000, 0.05),
            ("warm-up, preload and clean-up, estimated", 500_000, 0.3125),
        }));
        Assert.That(cost.Actual, Is.EqualTo(2.2375));
        Assert.That(cost.Sentence, Is.EqualTo("About 2.2375 USD; 2.00 USD were estimated before. Prices of us-east-1, 2025-11-01."));
    }

    [Test]
    public void Provisioned_capacity_costs_its_time_used_or_not()
    {
        var cost = ActualCost.Of(Terms, new TableFacts(true, ReadUnits: 100, WriteUnits: 1000), Result);
        Assert.That(cost.Lines.Select(line => line.Amount), Is.EqualTo(new[] { 500.0, 50 }), "half an hour");
        Assert.That(cost.Actual, Is.EqualTo(500 * 0.00065 + 50 * 0.00013).Within(1e-12));
    }

    [Test]
    public void A_server_on_this_machine_costs_nothing() =>
        Assert.That(ActualCost.Of(Terms with { IsFree = true }, null, Result), Has.Property("Actual").Zero.And.Property("Sentence").StartsWith("Nothing"));

    [Test]
    public void A_price_table_of_the_user_s_own_is_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("prices.json"), """
            {
              "date": "2026-03-01", "region": "eu-central-1", // as of our contract
              "onDemand": { "millionWriteUnits": 0.8, "millionReadUnits": 0.15 },
              "provisioned": { "writeUnitHour": 0.0008, "readUnitHour": 0.00016 }
            }
            """);
        Assert.That(PriceFile.Read(folder.Combine("prices.json")), Is.EqualTo(new PriceTable(new DateOnly(2026, 3, 1), "eu-central-1", 0.8, 0.15, 0.0008, 0.00016)));
    }

    [TestCase("{}")]
    [TestCase("no json")]
    [TestCase("""{"date":"2026-03-01","region":"x","onDemand":{"millionWriteUnits":-1,"millionReadUnits":0},"provisioned":{"writeUnitHour":0,"readUnitHour":0}}""")]
    [TestCase("""{"date":"2026-03-01","region":"x","onDemand":{"millionWriteUnits":1,"millionReadUnits":0,"other":1},"provisioned":{"writeUnitHour":0,"readUnitHour":0}}""")]
    public void A_price_table_that_lacks_something_is_refused_with_its_name(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("prices.json"), text);
        var problem = Assert.Throws<ProblemException>(() => PriceFile.Read(folder.Combine("prices.json")))!.Problems.Single();
        Assert.That((problem.Code, problem.What), Is.EqualTo((ErrorCodes.UnreadablePrices, problem.What)));
        Assert.That(problem.What, Does.Contain("prices.json"));
    }

    [Test, Platform("Linux")]
    public void A_file_without_an_end_is_given_up() =>
        Assert.That(Assert.Throws<ProblemException>(() => PriceFile.Read("/dev/zero"))!.Problems.Single().What, Does.Contain("larger than 1 MiB"));

    [Test]
    public void A_missing_price_table_is_named() =>
        Assert.That(Assert.Throws<ProblemException>(() => PriceFile.Read("/nowhere/prices.json"))!.Problems.Single().What, Does.Contain("/nowhere/prices.json"));

    private static LoadResult Result => new()
    {
        Ending = Ending.Complete,
        OfferedOperations = 0,
        OfferedRatePerSecond = null,
        NotStarted = 0,
        Duration = TimeSpan.FromMinutes(30),
        Operations =
        [
            new OperationResult
            {
                Name = "PutItem",
                Outcomes = [],
                Attempts = 0,
                ThrottledRequests = [],
                Units = new ConsumedUnits(400_000, 2_000_000, UnreportedWrite: 1_000_000),
                Latencies = new Dictionary<OutcomeKind, (HistogramBase, HistogramBase)>(),
            },
        ],
        Lateness = LatencySummary.Of(null),
        LateStarts = 0,
        ClampedLatencies = 0,
        Client = new ClientCost(TimeSpan.Zero, 0, 0, TimeSpan.Zero, 0),
    };
}
