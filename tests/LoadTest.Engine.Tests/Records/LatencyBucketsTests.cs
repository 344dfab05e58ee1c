using HdrHistogram;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;

namespace LoadTest.Engine.Tests.Records;

public sealed class LatencyBucketsTests
{
    [Test]
    public void The_numbers_are_one_to_one_with_the_library_s_buckets()
    {
        var histogram = LatencyRecorder.NewHistogram();
        for (var bucket = 0; bucket < LatencyBuckets.Count; bucket++)
        {
            var lowest = LatencyBuckets.LowestOf(bucket);
            var highest = histogram.HighestEquivalentValue(lowest);
            if (LatencyBuckets.Of(lowest) != bucket || LatencyBuckets.Of(highest) != bucket || histogram.LowestEquivalentValue(lowest) != lowest)
                Assert.Fail($"bucket {bucket}, from {lowest} to {highest}");
            if (bucket > 0 && LatencyBuckets.LowestOf(bucket - 1) != histogram.LowestEquivalentValue(lowest - 1)) Assert.Fail($"a gap before bucket {bucket}");
        }

        Assert.That(LatencyBuckets.Of(LatencyRecorder.Longest), Is.EqualTo(LatencyBuckets.Count - 1));
    }

    [Test]
    public void A_stored_histogram_comes_back_bucket_by_bucket()
    {
        var histogram = LatencyRecorder.NewHistogram();
        foreach (var value in new[] { 0L, 1, 1, 2047, 2048, 2049, 123_456, 123_456, LatencyRecorder.Longest }) histogram.RecordValue(value);
        histogram.RecordValueWithCount(777, 1L << 40);
        var writer = new ByteWriter();
        DenseHistogram.Write(histogram, writer);

        var sum = new DenseHistogram();
        for (var time = 0; time < 2; time++)
        {
            var reader = new ByteReader(writer.Written);
            sum.Add(ref reader);
            Assert.That(reader.IsAtEnd, Is.True);
        }

        var read = LatencyRecorder.NewHistogram();
        sum.AddTo(read);
        histogram.Add(histogram.Copy());
        Assert.That(Buckets(read), Is.EqualTo(Buckets(histogram)));
        sum.Clear();
        read.Reset();
        sum.AddTo(read);
        Assert.That(read.TotalCount, Is.Zero);
    }

    internal static IEnumerable<(long Value, long Count)> Buckets(HistogramBase histogram) =>
        histogram.RecordedValues().Select(value => (value.ValueIteratedTo, value.CountAtValueIteratedTo));
}
