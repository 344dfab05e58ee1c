using System.Buffers.Binary;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Records;
using LoadTest.Engine.Reporting;

namespace LoadTest.Engine.Tests.Records;

public sealed class BrokenRecordTests
{
    private static readonly byte[] Whole = SampleRecord.Bytes(WorkerShare.Whole, SampleRecord.Interval(0, 1), SampleRecord.Interval(1, 2));

    [Test]
    public void Wherever_a_record_breaks_off_what_comes_before_is_read_and_the_run_is_incomplete()
    {
        var counts = new HashSet<long>();
        for (var length = 0; length < Whole.Length; length++)
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
        for (var at = 0; at < Whole.Length; at++)
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
