using System.Buffers.Binary;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Tests.Records;

public sealed class BrokenRecordTests
{
    private const int FirstFrame = 12;
    private const int FrameHead = 5;
    private const int FrameSum = 4;

    private static readonly byte[] Whole = SampleRecord.Bytes(WorkerShare.Whole, SampleRecord.Interval(0, 1), SampleRecord.Interval(1, 2));

    // Every byte around the beginning and the end of each frame, and of what lies between them, which its sum guards as a whole, one of eleven.
    private static readonly int[] Places = [.. Enumerable.Range(0, Whole.Length).Where(at => at % 11 == 0 || Frames().Any(end => Math.Abs(at - end) <= FrameHead + FrameSum))];

    private static IEnumerable<int> Frames()
    {
        for (var at = FirstFrame; at < Whole.Length; at += FrameHead + BinaryPrimitives.ReadInt32LittleEndian(Whole.AsSpan(at + 1)) + FrameSum) yield return at;
        yield return Whole.Length;
    }

    [Test]
    public void The_places_that_are_tried_lie_around_each_of_the_six_frames()
    {
        Assert.That(Frames().Select((end, i) => (i, end)).Last(), Is.EqualTo((6, Whole.Length)));
        Assert.That(Frames().All(end => Places.Contains(end) || end == Whole.Length), Is.True, $"{Places.Length} of {Whole.Length} places");
    }

    [Test]
    public void Wherever_a_record_breaks_off_what_comes_before_is_read_and_the_run_is_incomplete()
    {
        var counts = new HashSet<long>();
        foreach (var length in Places)
        {
            var cut = Whole[..length];
            try
            {
                using var run = StoredRun.Open(SampleRecord.Source(cut));
                var record = run.Replay([]);
                counts.Add(record.Result.Attempted);
                if (record.Close.Findings is not [var finding, ..] || (record.Result.Ending != Ending.Incomplete && !finding.Contains("breaks off", StringComparison.Ordinal)))
                    Assert.Fail($"{length} bytes of {Whole.Length} passed for a whole record");
            }
            catch (RecordException refused)
            {
                if (refused.Flaw != RecordFlaw.NotARecord) Assert.Fail($"{length} bytes: {refused.Message}");
            }
        }

        Assert.That(counts, Is.EquivalentTo(new long[] { 0, 1232, 2464 }));
    }

    [Test]
    public void A_changed_byte_is_found_and_what_comes_before_it_is_kept()
    {
        foreach (var at in Places)
        {
            var changed = Whole.ToArray();
            changed[at] ^= 0x10;
            try
            {
                using var run = StoredRun.Open(SampleRecord.Source(changed));
                var record = run.Replay([]);
                if (record.Close.Findings is not [var finding, ..] || !finding.StartsWith("workers/0000/run.record breaks off: it", StringComparison.Ordinal))
                    Assert.Fail($"the change of byte {at} was not found");
            }
            catch (RecordException refused)
            {
                if (!refused.Message.StartsWith("workers/0000/run.record: it ", StringComparison.Ordinal)) Assert.Fail($"byte {at}: {refused.Message}");
            }
        }
    }

    [Test]
    public void A_record_of_a_later_version_names_itself_and_both_versions()
    {
        var later = Whole.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(later.AsSpan(8), 2);
        var refused = Assert.Throws<RecordException>(() => StoredRun.Open(SampleRecord.Source(later, 7)));
        Assert.That((refused!.Flaw, refused.Message), Is.EqualTo((RecordFlaw.Newer, "workers/0007/run.record: it has format 2, and this version reads up to 1")));
    }

    [Test]
    public void One_unreadable_record_of_several_does_not_lose_the_others()
    {
        using var run = StoredRun.OpenAll(
            [SampleRecord.Source(SampleRecord.Bytes(new WorkerShare(0, 2), SampleRecord.Interval(0, 1))), SampleRecord.Source("nonsense"u8.ToArray(), 1)], null);
        var record = run.Replay([]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Result.Attempted, Is.EqualTo(1232));
            Assert.That(record.Result.Ending, Is.EqualTo(Ending.Incomplete));
            Assert.That(record.Close.Workers[1], Is.EqualTo(new WorkerResult(1, WorkerState.Missing, 0, null, "workers/0001/run.record: it is no run record")));
        }
    }
}
