using HdrHistogram;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Tests.Records;

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
    public void An_interval_holds_what_was_recorded_place_by_place()
    {
        var (recorder, expected, random) = (new LatencyRecorder(), Library(), new Random(7));
        for (var interval = 0; interval < 3; interval++)
        {
            expected.Reset();
            foreach (var value in new[] { 0, 1, 2047, 2048, LatencyRecorder.Longest }) Both(value);
            for (var i = 0; i < 5000; i++) Both((long)Math.Pow(LatencyRecorder.Longest, random.NextDouble()));
            var taken = recorder.TakeInterval();
            Assert.That(LatencyBucketsTests.Buckets(taken), Is.EqualTo(LatencyBucketsTests.Buckets(expected)));
            Assert.That((taken.TotalCount, taken.GetMaxValue()), Is.EqualTo((expected.TotalCount, expected.GetMaxValue())));
        }

        void Both(long microseconds)
        {
            recorder.Record(microseconds * 1000);
            expected.RecordValue(microseconds);
        }
    }

    [Test]
    public void A_sum_is_what_the_library_adds_up([Values] bool ofTheSameKind)
    {
        var (recorder, sum, expected, random) = (new LatencyRecorder(), LatencyRecorder.NewHistogram(), Library(), new Random(8));
        for (var interval = 0; interval < 3; interval++)
        {
            for (var i = 0; i < 5000; i++) recorder.Record((long)Math.Pow(LatencyRecorder.Longest, random.NextDouble()) * 1000);
            recorder.Record(LatencyRecorder.Longest * 1000);
            var (taken, copy) = (recorder.TakeInterval(), Library());
            copy.Add(taken);
            sum.Add(ofTheSameKind ? taken : copy);
            expected.Add(copy);
        }

        Assert.That(LatencyBucketsTests.Buckets(sum), Is.EqualTo(LatencyBucketsTests.Buckets(expected)));
        Assert.That((sum.TotalCount, sum.GetMaxValue()), Is.EqualTo((expected.TotalCount, expected.GetMaxValue())));
    }

    [Test]
    public void A_histogram_of_a_narrower_range_is_added_by_its_values()
    {
        var (sum, narrow) = (LatencyRecorder.NewHistogram(), new ConcurrentHistogram(0, 1, 10_000_000, LatencyRecorder.SignificantDigits));
        foreach (var value in new[] { 7, 7, 123_456 }) narrow.RecordValue(value);
        sum.Add(narrow);
        Assert.That((sum.TotalCount, sum.GetCountAtValue(7), sum.GetCountAtValue(123_456)), Is.EqualTo((3, 2, 1)));
        Assert.That(() => narrow.Add(sum), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task Nothing_is_lost_while_many_threads_record_and_one_takes_intervals()
    {
        var recorder = new LatencyRecorder();
        var (taken, counted) = (0L, 0L);
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++) recorder.Record((thread + 1) * 1_000_000L + i);
        })));
        while (!writers.IsCompleted) Take();
        await writers;
        Take();
        Assert.That((taken, counted), Is.EqualTo((200_000L, 200_000L)));

        // The sum is kept beside the counts.
        void Take()
        {
            var interval = recorder.TakeInterval();
            taken += interval.TotalCount;
            counted += interval.AllValues().Sum(value => value.CountAddedInThisIterationStep);
        }
    }

    private static LongHistogram Library() => new(1, LatencyRecorder.Longest, LatencyRecorder.SignificantDigits);
}
