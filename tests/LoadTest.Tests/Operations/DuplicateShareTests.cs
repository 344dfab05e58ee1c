using CsCheck;
using LoadTest.Operations;

namespace LoadTest.Tests.Operations;

public sealed class DuplicateShareTests
{
    [TestCase(0, 10_000, 0)]
    [TestCase(15, 10_000, 1500)]
    [TestCase(33.3, 1000, 333)]
    [TestCase(0.1, 100_000, 100)]
    [TestCase(99.9, 1000, 999)]
    [TestCase(100, 10_000, 9999, Description = "the first write has nothing to repeat")]
    public void Exactly_the_asked_for_share_of_the_writes_are_duplicates(double percentage, int writes, int duplicates)
    {
        var share = new DuplicateShare(percentage);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(share.CountBefore(writes), Is.EqualTo(duplicates));
            Assert.That(Enumerable.Range(0, writes).Count(write => share.Contains(write)), Is.EqualTo(duplicates));
        }
    }

    [Test]
    public void Duplicates_are_spread_evenly() => Gen.Select(Gen.Double[1, 99], Gen.Int[0, 100_000]).Sample((percentage, start) =>
    {
        var share = new DuplicateShare(percentage);
        var inThousand = share.CountBefore(start + 1000) - share.CountBefore(start);
        return Math.Abs(inThousand - percentage * 10) <= 1;
    });

    [Test]
    public void The_first_write_is_never_a_duplicate() =>
        Gen.Double[0, 100].Sample(percentage => !new DuplicateShare(percentage).Contains(0));
}
