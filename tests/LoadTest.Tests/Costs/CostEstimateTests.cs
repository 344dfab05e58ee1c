using LoadTest.Configuration.Values;
using LoadTest.Costs;

namespace LoadTest.Tests.Costs;

public sealed class CostEstimateTests
{
    private static readonly CostBasis Basis = new(
        Operations: 1_000_000, Mix(100, 0), DuplicatePercentage: 0, ItemSize: 1024, PreloadItems: 0,
        ConsistentRead: false, ReadsBack: false, DeletesItems: false, IsFree: false);

    private static readonly PriceTable Prices = new(new DateOnly(2026, 1, 1), "us-east-1", MillionWriteUnits: 0.625, MillionReadUnits: 0.125, WriteUnitHour: 0, ReadUnitHour: 0);

    [Test]
    public void A_million_writes_of_a_KiB_cost_a_million_write_units() => AssertEstimate(Basis, 1_000_000, 0, 0.625);

    [Test]
    public void A_byte_more_costs_a_unit_more() => AssertEstimate(Basis with { ItemSize = 1025 }, 2_000_000, 0, 1.25);

    [Test]
    public void A_failed_condition_costs_as_much_as_a_write() =>
        AssertEstimate(Basis with { DuplicatePercentage = 50, DeletesItems = true }, 1_500_000, 0, 0.9375);

    [Test]
    public void Reads_cost_half_a_unit_and_consistent_ones_a_whole()
    {
        AssertEstimate(Basis with { Mix = Mix(0, 100) }, 0, 500_000, 0.0625);
        AssertEstimate(Basis with { Mix = Mix(0, 100), ConsistentRead = true }, 0, 1_000_000, 0.125);
    }

    // An item of 5,000 bytes takes 5 write units (4.9 KiB) and 2 read units (1.2 of 4 KiB); ten of them together 13 read units (12.2).
    [TestCase(OperationKind.Put, 5 + 5, 0)]
    [TestCase(OperationKind.Update, 5 + 5, 0)]
    [TestCase(OperationKind.Delete, 5 + 5, 0)]
    [TestCase(OperationKind.BatchWrite, 7 * (5 + 5), 0)]
    [TestCase(OperationKind.TransactWrite, 3 * (2 * 5 + 5), 0, Description = "the table twice, the index once")]
    [TestCase(OperationKind.Get, 0, 2)]
    [TestCase(OperationKind.BatchGet, 0, 7 * 2, Description = "each item's begun unit counts whole")]
    [TestCase(OperationKind.TransactGet, 0, 3 * 2 * 2)]
    [TestCase(OperationKind.Query, 0, 13, Description = "all items of a page count together")]
    [TestCase(OperationKind.QueryIndex, 0, 6.5, Description = "an index cannot be read consistently")]
    [TestCase(OperationKind.Scan, 0, 25, Description = "24.4 units of twenty items")]
    public void Each_operation_costs_what_DynamoDB_s_rules_say(OperationKind kind, double writes, double reads)
    {
        var basis = Basis with
        {
            Operations = 1000,
            Mix = new OperationMix([new OperationWeight(kind, 1)]),
            ItemSize = 5000,
            ConsistentRead = true,
            BatchItems = 7,
            TransactionItems = 3,
            ItemsPerPartition = 10,
            PageItems = 20,
            HasSortKey = true,
            HasIndex = true,
        };
        var hasOneConsistency = kind is OperationKind.TransactGet or OperationKind.QueryIndex;
        using (Assert.EnterMultipleScope())
        {
            AssertEstimate(basis, writes * 1000, reads * 1000, (writes * 0.625 + reads * 0.125) / 1000);
            Assert.That(CostEstimate.Of(basis with { ConsistentRead = false }, Prices).ReadUnits, Is.EqualTo(reads * (hasOneConsistency ? 1000 : 500)));
            Assert.That(CostEstimate.Of(basis with { HasIndex = false }, Prices).WriteUnits, Is.EqualTo(writes * 1000 * (kind == OperationKind.TransactWrite ? 2.0 / 3 : 0.5)));
        }
    }

    [TestCase(OperationKind.Get, 2)]
    [TestCase(OperationKind.BatchGet, 7 * 2)]
    [TestCase(OperationKind.TransactGet, 3 * 2 * 2)]
    public void A_key_that_is_never_written_costs_the_smallest_read(OperationKind kind, double found)
    {
        var basis = Basis with
        {
            Operations = 100,
            Mix = new OperationMix([new OperationWeight(kind, 1)]),
            ItemSize = 5000,
            ConsistentRead = true,
            BatchItems = 7,
            TransactionItems = 3,
            MissPercentage = 25,
        };
        Assert.That(CostEstimate.Of(basis, Prices).ReadUnits, Is.EqualTo(75 * found + 25 * found / 2));
    }

    [Test]
    public void A_repeated_put_costs_the_index_nothing() =>
        AssertEstimate(Basis with { HasIndex = true, DuplicatePercentage = 25 }, 1_000_000 + 750_000, 0, 1.09375);

    [Test]
    public void Reading_back_by_keys_costs_whole_units_and_a_sample_no_more_than_it_reads()
    {
        var byKeys = Basis with { ReadsBack = true, ReadsBackByKeys = true };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CostEstimate.Of(byKeys, Prices).ReadUnits, Is.EqualTo(1_000_000), "a unit for each item of a KiB, where a scan takes a quarter");
            Assert.That(CostEstimate.Of(byKeys with { MostItemsReadBack = 10_000 }, Prices).ReadUnits, Is.EqualTo(10_000));
            Assert.That(CostEstimate.Of(byKeys with { MostItemsReadBack = 10_000, Operations = 500 }, Prices).ReadUnits, Is.EqualTo(500));
        }
    }

    [Test]
    public void Reading_back_costs_a_unit_for_every_four_KiB() =>
        AssertEstimate(Basis with { ReadsBack = true }, 1_000_000, 250_000, 0.65625);

    [Test]
    public void A_server_on_this_machine_costs_nothing() =>
        Assert.That(CostEstimate.Of(Basis with { IsFree = true }, Prices).Dollars, Is.Zero);

    private static void AssertEstimate(CostBasis basis, double writes, double reads, double dollars)
    {
        var estimate = CostEstimate.Of(basis, Prices);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.WriteUnits, Is.EqualTo(writes));
            Assert.That(estimate.ReadUnits, Is.EqualTo(reads));
            Assert.That(estimate.Dollars, Is.EqualTo(dollars).Within(1e-9));
        }
    }

    private static OperationMix Mix(int put, int get) => new(
        new[] { new OperationWeight(OperationKind.Put, put), new OperationWeight(OperationKind.Get, get) }.Where(weight => weight.Weight > 0));
}
