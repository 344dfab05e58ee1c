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
    public static async Task<int> RunAsync(Flags flags)
    {
        flags.Require("rate");
        SocketTuning.ServeOnAllProcessors();
        await LoadCommand.WarmUpAsync(flags);
        // The end of an interval is code too that is compiled when it is used for the first times.
        await LoadCommand.OfferAsync(flags, LoadCommand.LoadOf(flags), TimeSpan.Zero, new RunTotals());
        var (load, loop) = (new RunTotals(), new LatencyRecorder());
        var failed = 0L;
        for (var round = 0; round < flags.Number("rounds", 15); round++)
        {
            var result = await LoadCommand.OfferAsync(flags, LoadCommand.LoadOf(flags), TimeSpan.FromSeconds(0.3), load);
            failed += result.Attempted - result.Succeeded;
            var thread = new Thread(() => BareCommand.Loop(flags, loop));
            thread.Start();
            thread.Join();
        }

        Print(load.Lateness);
        Print(loop.TakeInterval());
        if (failed > 0) await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{failed} operations failed"));
        return failed == 0 ? 0 : 1;
    }

    private static void Print(HistogramBase lateness) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{lateness.GetValueAtPercentile(50)}\t{lateness.GetValueAtPercentile(99)}\t{lateness.GetValueAtPercentile(99.9)}"));
}
