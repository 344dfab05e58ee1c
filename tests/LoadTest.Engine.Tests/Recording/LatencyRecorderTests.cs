using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Tests.Recording;

public sealed class LatencyRecorderTests
{
    [Test]
    public void Nanoseconds_are_rounded_to_microseconds()
    {
        var recorder = new LatencyRecorder();
        recorder.Record(1_499);
        recorder.Record(1_500);
        var interval = recorder.TakeInterval();
        Assert.That((interval.GetCountAtValue(1), interval.GetCountAtValue(2)), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public void A_negative_latency_counts_as_zero()
    {
        var recorder = new LatencyRecorder();
        recorder.Record(-5_000_000);
        Assert.That(recorder.TakeInterval().GetCountAtValue(0), Is.EqualTo(1));
    }

    [Test]
    public void A_latency_above_an_hour_is_clamped_and_counted()
    {
        var recorder = new LatencyRecorder();
        recorder.Record(7_200_000_000_000);
        var interval = recorder.TakeInterval();
        Assert.That((interval.TotalCount, recorder.Clamped), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public void Intervals_are_apart()
    {
        var recorder = new LatencyRecorder();
        recorder.Record(10_000);
        Assert.That(recorder.TakeInterval().TotalCount, Is.EqualTo(1));
        recorder.Record(20_000);
        recorder.Record(30_000);
        Assert.That(recorder.TakeInterval().TotalCount, Is.EqualTo(2));
        Assert.That(recorder.TakeInterval().TotalCount, Is.Zero);
    }

    [Test]
    public async Task Nothing_is_lost_while_many_threads_record_and_one_takes_intervals()
    {
        var recorder = new LatencyRecorder();
        long taken = 0;
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++) recorder.Record((thread + 1) * 1_000_000L + i);
        })));
        while (!writers.IsCompleted) taken += recorder.TakeInterval().TotalCount;
        await writers;
        taken += recorder.TakeInterval().TotalCount;
        Assert.That(taken, Is.EqualTo(200_000));
    }
}
