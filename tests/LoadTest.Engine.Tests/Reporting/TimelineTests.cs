using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting.Timelines;

namespace LoadTest.Engine.Tests.Reporting;

public sealed class TimelineTests
{
    [TestCase(1, 1)]
    [TestCase(240, 240)]
    [TestCase(241, 121)]
    [TestCase(480, 240)]
    [TestCase(481, 121)]
    [TestCase(10_000, 157)]
    public void However_long_the_run_nothing_is_lost_and_the_points_are_few(int intervals, int points)
    {
        var timeline = new Timeline();
        for (var i = 0; i < intervals; i++)
        {
            var latencies = LatencyRecorder.NewHistogram();
            latencies.RecordValue(1000 + i);
            timeline.OnInterval(SampleRun.Interval with
            {
                Start = TimeSpan.FromSeconds(i),
                End = TimeSpan.FromSeconds(i + 1),
                Offered = 3,
                ProcessorShare = i / (double)intervals,
                Latencies = new LatencyInterval(latencies, latencies),
            });
        }

        var all = timeline.Points();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Has.Count.EqualTo(points));
            Assert.That(all.Sum(point => point.Offered), Is.EqualTo(3 * intervals));
            Assert.That(all.Sum(point => point.Response.Count), Is.EqualTo(intervals));
            Assert.That(all.Sum(point => point.Throttled), Is.EqualTo(10 * intervals));
            Assert.That(all[^1].Response.Max, Is.EqualTo(1 + (intervals - 1) / 1000.0).Within(0.1).Percent);
            Assert.That(all.Zip(all.Skip(1)), Is.All.Matches<(TimelinePoint A, TimelinePoint B)>(pair => pair.A.End.Equals(pair.B.Start)));
            Assert.That(all.SkipLast(1).Select(point => point.Length).Distinct().Count(), Is.LessThanOrEqualTo(1), "all but the last are as long as each other");
        }
    }

    [Test]
    public void A_percentile_of_neighbours_is_that_of_all_their_values()
    {
        var timeline = new Timeline();
        for (var i = 0; i < 241; i++)
        {
            // Every second interval is slow: the median of two neighbours is neither's, and not the middle of both.
            var latencies = LatencyRecorder.NewHistogram();
            latencies.RecordValueWithCount(i % 2 == 0 ? 1000 : 9000, i % 2 == 0 ? 300 : 100);
            timeline.OnInterval(SampleRun.Interval with { Latencies = new LatencyInterval(latencies, latencies) });
        }

        Assert.That(timeline.Points()[0].Response.P50, Is.EqualTo(1).Within(0.1).Percent);
        Assert.That(timeline.Points()[0].Response.P90, Is.EqualTo(9).Within(0.1).Percent);
    }
}
