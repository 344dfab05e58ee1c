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

    [TestCase(15, 10_000, 10_000, 2_500, Description = "a quarter of the writes")]
    [TestCase(15, 10_000, 500, 500, Description = "no more than asked for")]
    [TestCase(90, 10_000, 10_000, 1_000, Description = "as many as there are unique ones")]
    [TestCase(100, 10_000, 10_000, 1)]
    [TestCase(50, 2, 100, 1)]
    public void None_of_the_first_is_a_duplicate_and_the_total_is_the_same(double percentage, int writes, int longest, int begin)
    {
        var share = DuplicateShare.Of(percentage, writes, longest);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(share.CountBefore(begin), Is.Zero);
            Assert.That(share.CountBefore(writes), Is.EqualTo(new DuplicateShare(percentage).CountBefore(writes)));
            Assert.That(Enumerable.Range(0, writes).Count(write => share.Contains(write)), Is.EqualTo(share.CountBefore(writes)));
        }
    }

    [Test]
    public void Whatever_the_share_and_the_number_of_writes_the_total_is_exact() =>
        Gen.Select(Gen.Double[0, 100], Gen.Int[1, 20_000], Gen.Int[0, 20_000]).Sample((percentage, writes, longest) =>
            DuplicateShare.Of(percentage, writes, longest).CountBefore(writes) == new DuplicateShare(percentage).CountBefore(writes));

    [Test]
    public void What_was_left_out_at_the_beginning_is_made_up_for_at_twice_the_share()
    {
        var share = new DuplicateShare(15, 1_000);
        Assert.That(
            new[] { 1_000, 1_500, 2_000, 3_000 }.Select(write => share.CountBefore(write)), Is.EqualTo(new[] { 0, 150, 300, 450 }));
    }
}
