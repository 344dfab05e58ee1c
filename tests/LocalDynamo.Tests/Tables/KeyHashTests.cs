using System.Text;
using LocalDynamo.Tables;

namespace LocalDynamo.Tests.Tables;

public sealed class KeyHashTests
{
    [Test]
    public void Keys_that_count_upwards_spread_evenly_over_the_ranges()
    {
        const int keys = 64_000;
        const int ranges = 64;
        var counts = new int[ranges];
        for (var i = 0; i < keys; i++) counts[KeyHash.RangeOf(KeyHash.Of(Encoding.UTF8.GetBytes(Keys.Of(i))), ranges)]++;
        // Five standard deviations around a thousand each.
        Assert.That(counts, Is.All.InRange(1000 - 160, 1000 + 160));
    }
}
