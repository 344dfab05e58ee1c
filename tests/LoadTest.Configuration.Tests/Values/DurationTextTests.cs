using LoadTest.Configuration.Values;

namespace LoadTest.Configuration.Tests.Values;

public sealed class DurationTextTests
{
    [TestCase("500ms", 500)]
    [TestCase("10s", 10_000)]
    [TestCase("10", 10_000)]
    [TestCase("0.25", 250)]
    [TestCase("5m", 300_000)]
    [TestCase("1h30m", 5_400_000)]
    [TestCase("1.5h", 5_400_000)]
    [TestCase("1d1h1m1s1ms", 90_061_001)]
    public void Lengths_of_time_are_read(string text, double milliseconds)
    {
        Assert.That(DurationText.TryParse(text, out var duration), Is.True);
        Assert.That(duration, Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));
    }

    [TestCase("")]
    [TestCase("-1s")]
    [TestCase("1m1h")]
    [TestCase("1s1s")]
    [TestCase("1,5s")]
    [TestCase("1 s")]
    [TestCase("1.s")]
    [TestCase("5M")]
    [TestCase("0.00001ms")]
    [TestCase("99999999999999999999999999d")]
    [TestCase("9999999999999999999999999999999999")]
    public void Other_text_is_refused(string text) => Assert.That(DurationText.TryParse(text, out _), Is.False);

    [Test]
    public void The_shortest_text_is_written() => Assert.Multiple(() =>
    {
        Assert.That(DurationText.Format(TimeSpan.Zero), Is.EqualTo("0s"));
        Assert.That(DurationText.Format(TimeSpan.FromMinutes(90)), Is.EqualTo("1h30m"));
        Assert.That(DurationText.Format(TimeSpan.FromDays(2)), Is.EqualTo("48h"));
        Assert.That(DurationText.Format(TimeSpan.FromTicks(10_000_001)), Is.EqualTo("1s0.0001ms"));
    });
}
