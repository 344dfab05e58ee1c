using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Tests.Execution;

public sealed class RunClockTests
{
    // Of Linux, of Windows, and one whose ticks are no whole number of nanoseconds.
    [TestCase(1_000_000_000)]
    [TestCase(10_000_000)]
    [TestCase(3_579_545)]
    public void Nanoseconds_are_counted_whatever_the_ticks_of_the_clock_and_over_years(long frequency)
    {
        var time = new Ticking(frequency) { Ticks = 1_234_567 };
        var clock = new RunClock(time);
        foreach (var passed in new[] { 0, 1, frequency - 1, frequency, 7 * frequency + 3, 100_000_000 * frequency + 1 })
        {
            time.Ticks = 1_234_567 + passed;
            Assert.That(clock.Now, Is.EqualTo((long)(passed * 1_000_000_000m / frequency)), $"{passed} ticks");
        }
    }

    private sealed class Ticking(long frequency) : TimeProvider
    {
        public long Ticks { get; set; }

        public override long TimestampFrequency => frequency;

        public override long GetTimestamp() => Ticks;
    }
}
