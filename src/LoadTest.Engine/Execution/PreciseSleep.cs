using System.Runtime.InteropServices;

namespace LoadTest.Engine.Execution;

/// <summary>
/// Sleeps for less than the framework's timers can: they count in milliseconds, and intended starts lie microseconds apart.
/// </summary>
internal static partial class PreciseSleep
{
    private const int SetTimerSlack = 29;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Asks the kernel to wake the calling thread on time, and not up to 50 microseconds later as it does by default (Linux).</summary>
    public static void PrepareThread()
    {
        if (OperatingSystem.IsLinux()) _ = PrCtl(SetTimerSlack, 1, 0, 0, 0);
    }

    /// <summary>Blocks the calling thread for a number of nanoseconds; returns at once when that is not more than zero.</summary>
    public static void For(long nanoseconds)
    {
        if (nanoseconds <= 0) return;
        if (OperatingSystem.IsWindows()) SleepOnWindows(nanoseconds);
        else
        {
            var (seconds, rest) = Math.DivRem(nanoseconds, NanosecondsPerSecond);
            var wanted = new TimeSpec { Seconds = (nint)seconds, Nanoseconds = (nint)rest };
            _ = NanoSleep(in wanted, 0);
        }
    }

    // Windows wakes threads on its own tick, one to sixteen milliseconds long: the last two are spun away.
    private static void SleepOnWindows(long nanoseconds)
    {
        var end = TimeProvider.System.GetTimestamp() + nanoseconds * TimeProvider.System.TimestampFrequency / NanosecondsPerSecond;
        var milliseconds = (int)(nanoseconds / NanosecondsPerMillisecond) - 2;
        if (milliseconds > 0) Thread.CurrentThread.Join(milliseconds);
        var spinner = default(SpinWait);
        while (TimeProvider.System.GetTimestamp() < end) spinner.SpinOnce(sleep1Threshold: -1);
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int NanoSleep(in TimeSpec wanted, nint remaining);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int PrCtl(int option, nuint argument, nuint unused3, nuint unused4, nuint unused5);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
