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
        SocketTuning.ServeOnAllProcessors();
        await LoadCommand.WarmUpAsync(flags);
        var (load, loop) = (new Lateness(), new Lateness());
        for (var round = 0; round < flags.Number("rounds", 15); round++)
        {
            await LoadCommand.OfferAsync(flags, LoadCommand.LoadOf(flags), TimeSpan.FromSeconds(0.3), load);
            var bare = new LatencyRecorder();
            var thread = new Thread(() => BareCommand.Loop(flags, bare));
            thread.Start();
            thread.Join();
            loop.Sum.Add(bare.TakeInterval());
        }

        load.Print();
        loop.Print();
        return 0;
    }

    private sealed class Lateness : IRunObserver
    {
        public HistogramBase Sum { get; } = LatencyRecorder.NewHistogram();

        public void OnStart(RunStart start)
        {
        }

        public void OnInterval(IntervalReport interval) => Sum.Add(interval.Lateness);

        public void Print() => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Sum.GetValueAtPercentile(50)}\t{Sum.GetValueAtPercentile(99)}\t{Sum.GetValueAtPercentile(99.9)}"));
    }
}
