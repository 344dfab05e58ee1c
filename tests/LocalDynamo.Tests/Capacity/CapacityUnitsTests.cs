using LocalDynamo.Capacity;

namespace LocalDynamo.Tests.Capacity;

public sealed class CapacityUnitsTests
{
    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(1024, 1)]
    [TestCase(1025, 2)]
    [TestCase(409_600, 400)]
    public void A_write_costs_a_unit_for_each_kibibyte_begun(int bytes, double units) =>
        Assert.That(CapacityUnits.Write(bytes), Is.EqualTo(units));

    [TestCase(0, false, 0.5)]
    [TestCase(0, true, 1)]
    [TestCase(4096, false, 0.5)]
    [TestCase(4097, false, 1)]
    [TestCase(4097, true, 2)]
    [TestCase(1_048_576, true, 256)]
    public void A_read_costs_a_unit_for_each_four_kibibytes_begun_and_half_when_it_may_be_stale(long bytes, bool consistent,
        double units) =>
        Assert.That(CapacityUnits.Read(bytes, consistent), Is.EqualTo(units));
}
