using HdrHistogram;

namespace LoadTest.Engine.Recording;

/// <summary>
/// Counts that any thread raises, and that are read when none does any more: a <see cref="Recorder"/> sees to that. The library's own concurrent
/// histogram guards its counts while they are read too, and everybody who follows a run looks through them: that takes twice as long.
/// </summary>
internal sealed class ConcurrentHistogram : HistogramBase
{
    private readonly long[] _counts;
    private long _total;

    public ConcurrentHistogram(long instance, long lowest, long highest, int digits)
        : base(instance, lowest, highest, digits) => _counts = new long[(BucketCount + 1) * (SubBucketCount / 2)];

    public override long TotalCount
    {
        get => Volatile.Read(ref _total);
        protected set => Volatile.Write(ref _total, value);
    }

    protected override int WordSizeInBytes => sizeof(long);

    protected override long MaxAllowableCount => long.MaxValue;

    public override HistogramBase Copy()
    {
        var copy = new ConcurrentHistogram(InstanceId, LowestTrackableValue, HighestTrackableValue, NumberOfSignificantValueDigits);
        copy.Add(this);
        return copy;
    }

    /// <summary>As the library's, which adds one count after another through two virtual calls. Nobody may record into either meanwhile.</summary>
    public override void Add(HistogramBase fromHistogram)
    {
        if (fromHistogram is not ConcurrentHistogram { _counts: var others } other || HighestTrackableValue != other.HighestTrackableValue || _counts.Length != others.Length)
        {
            base.Add(fromHistogram);
            return;
        }

        for (var i = 0; i < others.Length; i++) _counts[i] += others[i];
        TotalCount += other.TotalCount;
    }

    protected override long GetCountAtIndex(int index) => _counts[index];

    protected override void SetCountAtIndex(int index, long value) => _counts[index] = value;

    protected override void IncrementCountAtIndex(int index) => AddToCountAtIndex(index, 1);

    protected override void AddToCountAtIndex(int index, long addend)
    {
        Interlocked.Add(ref _counts[index], addend);
        Interlocked.Add(ref _total, addend);
    }

    protected override void ClearCounts()
    {
        Array.Clear(_counts);
        TotalCount = 0;
    }

    protected override void CopyCountsInto(long[] target) => Array.Copy(_counts, target, target.Length);
}
