using System.Globalization;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;

namespace Engine;

/// <summary>
/// The least that pacing can be: one thread that sleeps until shortly before each start and spins the rest away, and does nothing at it. What
/// it is late is the machine's own doing. Prints the same columns as a load.
/// </summary>
internal static class BareCommand
{
    // In microseconds; longer than a thread usually takes to wake.
    private const double UsuallySpun = 100;

    public static int Run(Flags flags)
    {
        var rate = flags.Number("rate", 1000);
        var lateness = new LatencyRecorder();
        var before = ClientUsage.Take();
        var starts = Loop(flags, LoadCommand.DurationOf(flags), lateness);
        var microseconds = (ClientUsage.Take().ProcessorTime - before.ProcessorTime).TotalMicroseconds / starts;
        var late = lateness.TakeInterval().GetValueAtPercentile(99.9);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.###}\t{rate:0.###}\t\t\t\t0\t{late}\t"));
        return 0;
    }

    /// <summary>Runs it on the calling thread.</summary>
    /// <returns>How many starts there were.</returns>
    public static long Loop(Flags flags, TimeSpan duration, LatencyRecorder lateness)
    {
        var rate = flags.Number("rate", 1000);
        var spun = (long)(flags.Number("spin", UsuallySpun) * 1000);
        var starts = (long)(rate * duration.TotalSeconds);
        var clock = new RunClock(TimeProvider.System);
        PreciseSleep.PrepareThread();
        Thread.CurrentThread.Priority = ThreadPriority.AboveNormal;
        var origin = clock.Now;
        for (var n = 0L; n < starts; n++)
        {
            var start = origin + (long)(n * 1e9 / rate);
            PreciseSleep.For(start - clock.Now - spun);
            while (clock.Now < start) Thread.SpinWait(10);
            lateness.Record(clock.Now - start);
        }

        return starts;
    }
}
