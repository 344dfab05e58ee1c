using System.Globalization;
using HdrHistogram;
using LoadTest.Engine.Recording;
using LoadTest.Wire;

namespace Engine;

/// <summary>
/// How late an open load starts its operations, against the bare loop at the same rate: in turn, a few seconds each, in one process. Whatever else the
/// machine runs, now on this processor and then on that one, is in the way of both. Prints two lines: the lateness of the load and of the loop, p50, p99 and p99.9 of all
/// rounds together, in microseconds.
/// </summary>
internal static class PaceCommand
{
    // What a load does once for each connection is compiled anew after a thousand times. A user's load comes to that before it begins, or never; the loads of this process would pay for each other.
    private const int Rehearsals = 8;

    // Long enough for an interval to end.
    private static readonly TimeSpan Rehearsal = TimeSpan.FromSeconds(1.2);

    public static async Task<int> RunAsync(Flags flags)
    {
        flags.Require("rate");
        SocketTuning.ServeOnAllProcessors();
        await LoadCommand.WarmUpAsync(flags);
        for (var rehearsal = 0; rehearsal < Rehearsals; rehearsal++) await RoundAsync(flags, Rehearsal, new RunTotals(), new LatencyRecorder());
        var (load, loop) = (new RunTotals(), new LatencyRecorder());
        var failed = 0L;
        for (var round = 0; round < flags.Number("rounds", 15); round++) failed += await RoundAsync(flags, LoadCommand.DurationOf(flags), load, loop);
        Print(load.Lateness);
        Print(loop.TakeInterval());
        if (failed > 0) await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{failed} operations failed"));
        return failed == 0 ? 0 : 1;
    }

    /// <returns>How many operations failed.</returns>
    private static async Task<long> RoundAsync(Flags flags, TimeSpan duration, RunTotals load, LatencyRecorder loop)
    {
        var result = await LoadCommand.OfferAsync(flags, LoadCommand.LoadOf(flags, duration), TimeSpan.FromSeconds(0.3), load);
        var thread = new Thread(() => BareCommand.Loop(flags, duration, loop));
        thread.Start();
        thread.Join();
        return result.Attempted - result.Succeeded;
    }

    private static void Print(HistogramBase lateness) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{lateness.GetValueAtPercentile(50)}\t{lateness.GetValueAtPercentile(99)}\t{lateness.GetValueAtPercentile(99.9)}"));
}
