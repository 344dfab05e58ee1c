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
