using LoadTest.Engine.Comparing;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Tests.Reporting;

namespace LoadTest.Engine.Tests.Comparing;

/// <summary>Runs whose latencies are drawn from a known distribution, with slow minutes that last, as real ones have.</summary>
internal static class SyntheticRun
{
    private static readonly OutcomeCategory Success = new("success", OutcomeKind.Success);
    private static readonly OutcomeCategory Fault = new("server-fault", OutcomeKind.Failure);

    /// <param name="seed">Another seed is another run of the same system.</param>
    /// <param name="factor">What every latency is multiplied by.</param>
    /// <param name="errorShare">The share of operations that fail.</param>
    /// <param name="seconds">How many intervals of a second.</param>
    public static RunSamples Of(int seed, double factor = 1, double errorShare = 0, int seconds = 60)
    {
        var random = new Random(seed);
        var samples = new RunSamples();
        samples.OnStart(new RunStart(SampleRun.Start.At, ["PutItem"], [Success, Fault]));
        double mood = 0;
        for (var second = 0; second < seconds; second++)
        {
            // Neighbours are alike: the logarithm of the level follows an autoregressive process.
            mood = 0.6 * mood + 0.03 * Normal(random);
            samples.OnInterval(Interval(random, second, factor * Math.Exp(mood), errorShare));
        }

        return samples;
    }

    private static IntervalReport Interval(Random random, int second, double level, double errorShare)
    {
        const int operations = 400;
        var latencies = LatencyRecorder.NewHistogram();
        long errors = 0;
        for (var i = 0; i < operations; i++)
        {
            if (random.NextDouble() < errorShare) errors++;
            else latencies.RecordValue((long)(4000 * level * Math.Exp(0.4 * Normal(random))));
        }

        return SampleRun.Interval with
        {
            Start = TimeSpan.FromSeconds(second),
            End = TimeSpan.FromSeconds(second + 1),
            Offered = operations,
            Latencies = new LatencyInterval(latencies, latencies),
            Operations =
            [
                new OperationInterval
                {
                    Name = "PutItem", Ended = [(Success, operations - errors), (Fault, errors)], ThrottledAttempts = [], Attempts = operations,
                    Units = default, Latencies = [(OutcomeKind.Success, new LatencyInterval(latencies, latencies))],
                },
            ],
        };
    }

    // Box and Muller, "A note on the generation of random normal deviates" (1958).
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
