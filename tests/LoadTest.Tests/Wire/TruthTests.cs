using HdrHistogram;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Wire;
using LoadStage = LoadTest.Engine.Planning.Stage;

namespace LoadTest.Tests.Wire;

/// <summary>
/// What the report says, held against what follows from the schedule and the server's own log of when each answer left: to 1 % and 100
/// microseconds. The machine's pauses are in both, save for those between the server's send and the client's receipt. A bare client shows in
/// the same run how long these are; where they are longer than 100 microseconds that is allowed for, twice, as an answer crosses two threads here.
/// </summary>
[Category("Slow")]
public sealed class TruthTests
{
    private static readonly double[] Percentiles = [50, 75, 90, 95, 99, 99.9, 100];

    [Test]
    [Retry(2)]
    public async Task Response_times_through_a_stall_are_those_of_the_schedule_and_the_servers_log()
    {
        // Enough lanes for the stall's backlog.
        var stall = TimeSpan.FromSeconds(2);
        var (result, run) = await MeasureAsync(rate: 1000, TimeSpan.FromSeconds(30), lanes: 2400, stall);

        var said = result.Operations[0].Latencies[OutcomeKind.Success].Response;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.Attempted, result.Succeeded, said.TotalCount), Is.EqualTo((30_000L, 30_000L, 30_000L)));
            Assert.That(said.GetMaxValue() / 1e6, Is.InRange(1.99, 2.2), "the stall shows");
            AreTrue(said, run.Truth(rate: 1000), run.Disturbance);
        }
    }

    [Test]
    [Retry(2)]
    public async Task Service_time_shows_the_stall_once_a_connection_and_response_time_in_all_that_waited()
    {
        const int lanes = 40;
        var stall = TimeSpan.FromSeconds(1.5);
        var (result, run) = await MeasureAsync(rate: 500, TimeSpan.FromSeconds(8), lanes, stall);

        var (response, service) = result.Operations[0].Latencies[OutcomeKind.Success];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.EqualTo(4000));
            Assert.That(CountAbove(service, stall / 2), Is.EqualTo(lanes));
            Assert.That(CountAbove(response, stall / 2), Is.EqualTo(CountAbove(run.Truth(rate: 500), stall / 2)).Within(10).And.GreaterThan(350), "the starts of its first half");
            AreTrue(response, run.Truth(rate: 500), run.Disturbance);
        }
    }

    [Test]
    public async Task A_server_that_is_slower_than_the_offered_rate_shows_growing_response_times_and_a_warning()
    {
        var run = new Observed(isSerial: true);
        var lab = new EngineLab(Options(run.Server), around: run.Around);
        var result = await lab.RunAsync(new Load.Open([LoadStage.Hold(400, TimeSpan.FromSeconds(4))], 64), run);
        await run.EndAsync();

        // The first interval has next to no backlog, the last one little else.
        var (first, last) = (run.Medians[1], run.Medians[^2]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Attempted, Is.EqualTo(1600), "nothing is dropped");
            Assert.That(run.Medians.Skip(1).SkipLast(1), Is.Ordered.Ascending);
            Assert.That(last - first, Is.GreaterThan(1500), "milliseconds");
            Assert.That(ClientWarnings.Of(result), Has.Some.Match("^The rate was missed: 400.0 operations a second were offered, and (19|20)[0-9].[0-9] achieved"));
            AreTrue(result.Operations[0].Latencies[OutcomeKind.Success].Response, run.Truth(rate: 400), run.Disturbance);
        }
    }

    private static async Task<(LoadResult Result, Observed Observed)> MeasureAsync(double rate, TimeSpan length, int lanes, TimeSpan stall)
    {
        var run = new Observed(stallsAt: (long)(rate * length.TotalSeconds / 3), stall);
        var result = await new EngineLab(Options(run.Server), around: run.Around).RunAsync(new Load.Open([LoadStage.Hold(rate, length)], lanes), run);
        await run.EndAsync();
        return (result, run);
    }

    private static WireOptions Options(TimedServer server) =>
        WireLab.Options(server.Endpoint) with { RequestTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };

    private static void AreTrue(HistogramBase said, HistogramBase truth, double disturbance)
    {
        TestContext.Out.WriteLine($"a bare client has its answers within {disturbance:0.000} ms");
        foreach (var percentile in Percentiles)
        {
            var (ours, true_) = (said.GetValueAtPercentile(percentile) / 1000.0, truth.GetValueAtPercentile(percentile) / 1000.0);
            TestContext.Out.WriteLine($"p{percentile}: said {ours:0.000} ms, truth {true_:0.000} ms");
            Assert.That(ours, Is.EqualTo(true_).Within(true_ * 0.01 + Math.Max(0.1, 2 * disturbance)), $"p{percentile} in milliseconds");
        }
    }

    private static long CountAbove(HistogramBase histogram, TimeSpan least) =>
        histogram.RecordedValues().Where(value => value.ValueIteratedTo > least.TotalMicroseconds).Sum(value => value.CountAddedInThisIterationStep);

    // Gives the server the engine's clock, and remembers when the first operation was to start.
    private sealed class Observed : IRunObserver
    {
        private readonly RunClock _clock = new(TimeProvider.System);
        private long _firstStart = -1;

        private readonly BareReceiver? _bare;

        public Observed(long stallsAt = -1, TimeSpan stall = default, bool isSerial = false)
        {
            Server = new TimedServer(_clock, stallsAt, stall, isSerial);
            // A server that serves one after another has no time for others.
            _bare = isSerial ? null : new BareReceiver(Server, _clock);
        }

        public TimedServer Server { get; }

        /// <summary>How long answers were on their way to a bare client, in milliseconds; a few where there was none.</summary>
        public double Disturbance { get; private set; } = 5;

        /// <summary>The median response time of each interval, in milliseconds.</summary>
        public List<double> Medians { get; } = [];

        public async Task EndAsync()
        {
            if (_bare is not null) Disturbance = _bare.End();
            _bare?.Dispose();
            await Server.DisposeAsync();
        }

        public ILoadTarget Around(ILoadTarget target) => new Target(this, target);

        /// <summary>What the response times must be: each operation's start follows from the rate alone, and its end is in the server's log.</summary>
        public HistogramBase Truth(double rate)
        {
            var times = LatencyRecorder.NewHistogram();
            foreach (var (ordinal, left) in Server.Left.Where(entry => entry.Key < BareReceiver.FirstOrdinal))
                times.RecordValue((left - _firstStart - (long)Math.Round(ordinal * 1e9 / rate) + 500) / 1000);
            return times;
        }

        public void OnStart(RunStart start)
        {
        }

        public void OnInterval(IntervalReport interval)
        {
            // In a stall none ends.
            if (interval.Latencies.Response.TotalCount > 0) Medians.Add(interval.Latencies.Response.GetValueAtPercentile(50) / 1000.0);
        }

        private sealed class Target(Observed observed, ILoadTarget inner) : ILoadTarget
        {
            public IReadOnlyList<string> Operations => inner.Operations;

            public IReadOnlyList<OutcomeCategory> Categories => inner.Categories;

            public bool BeginsAtOnce => inner.BeginsAtOnce;

            public ILane OpenLane(int number, RunClock clock) => new Lane(observed, inner.OpenLane(number, clock), observed._clock.Now - clock.Now);
        }

        // Offset: how far this class's clock is ahead of the engine's.
        private sealed class Lane(Observed observed, ILane inner, long offset) : ILane
        {
            public ValueTask<Outcome> PerformAsync(Ticket ticket, CancellationToken abort)
            {
                if (ticket.Index == 0) observed._firstStart = ticket.IntendedStart + offset;
                return inner.PerformAsync(ticket, abort);
            }

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
