using System.Text;
using CsCheck;
using LoadTest.Engine.Execution;
using LoadTest.Items;

namespace LoadTest.Tests.Items;

public sealed class ItemGeneratorTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1_767_322_999_123);

    [Test]
    public void The_same_seed_gives_the_same_items() => Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, 1_000_000]).Sample((seed, ordinal) =>
        new ItemGenerator("run", seed, 500, Start).Payload(ordinal) == new ItemGenerator("run", seed, 500, Start).Payload(ordinal));

    [Test]
    public void Other_items_and_other_seeds_have_other_payloads()
    {
        var payloads = Enumerable.Range(0, 500).Select(ordinal => new ItemGenerator("run", 1, 200, Start).Payload(ordinal))
            .Concat(Enumerable.Range(0, 500).Select(ordinal => new ItemGenerator("run", 2, 200, Start).Payload(ordinal)));
        Assert.That(payloads, Is.Unique);
    }

    [Test]
    public void Every_character_of_the_alphabet_occurs_about_equally_often()
    {
        var items = new ItemGenerator("run", 7, 10_000, Start);
        var counts = Enumerable.Range(0, 64).SelectMany(ordinal => items.Payload(ordinal)).GroupBy(character => character).Select(group => group.Count()).ToArray();
        // Chi-squared with 63 degrees of freedom: 0.001 of all samples lie above 103.4.
        var expected = counts.Sum() / 64.0;
        Assert.That(counts.Sum(count => (count - expected) * (count - expected) / expected), Is.LessThan(103.4));
    }

    [Test]
    public void A_payload_is_made_of_letters_digits_hyphens_and_underscores()
    {
        var used = new ItemGenerator("run", 7, 10_000, Start).Payload(1).Distinct().Order();
        Assert.That(new string([.. used]), Is.EqualTo("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"));
    }

    // A number takes a byte for each pair of its digits, counted from the point, without zeros at the end, and one more: 1|76|73|22|99|91|20.
    [TestCase(1_767_322_999_123, 8)]
    [TestCase(1_767_322_999_120, 8)]
    [TestCase(1_767_322_999_100, 7)]
    [TestCase(1_767_322_990_000, 6)]
    public void An_item_has_the_size_that_was_asked_for_as_DynamoDB_counts_it(long start, int timestamp) => Gen.Int[200, 5000].Sample(size =>
    {
        var items = new ItemGenerator("20260102-030405-abcd", 1, size, DateTimeOffset.FromUnixTimeMilliseconds(start));
        var text = "pk" + items.Key(Phase.Measured, 17) + "payload" + items.Payload(17) + "timestamp";
        return Encoding.UTF8.GetByteCount(text) + timestamp == size;
    });

    [Test]
    public void A_key_gives_its_number_back() => Gen.Long[0, 999_999_999_999].Sample(ordinal =>
    {
        var items = new ItemGenerator("run-1", 1, 200, Start);
        return items.TryReadOrdinal(Phase.Measured, items.Key(Phase.Measured, ordinal), null, out var read) && read == ordinal;
    });

    [TestCase("run-2#000000000001", Description = "another run")]
    [TestCase("run-1#w000000000001", Description = "the warm-up")]
    [TestCase("run-1#", Description = "no number")]
    [TestCase("something else")]
    public void A_key_of_somebody_else_is_not_taken_for_one_of_ours(string key) =>
        Assert.That(new ItemGenerator("run-1", 1, 200, Start).TryReadOrdinal(Phase.Measured, key, null, out _), Is.False);
}
