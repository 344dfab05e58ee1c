using System.Globalization;
using LoadTest.Engine.Recording;

namespace LoadTest.Engine.Records;

/// <summary>The head of a run out of those of its workers.</summary>
internal static class MergedHead
{
    /// <summary>Makes the head of the whole run.</summary>
    /// <exception cref="RecordException">No record can be read, or they are not of one run.</exception>
    public static RecordHead Of(IReadOnlyList<WorkerRecord> records)
    {
        RecordHead[] heads = [.. records.Select(record => record.Reader?.Head).OfType<RecordHead>()];
        if (heads.Length == 0) throw records[0].Unreadable!;
        foreach (var record in records) Check(heads[0], record);
        var twice = records.GroupBy(record => record.Index).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw RecordException.OtherRun(string.Create(CultureInfo.InvariantCulture, $"worker {twice.Key} is there twice"));
        // Of a run with one worker the number is the folder's, and a copy in another folder would double the run.
        if (records.Count > 1 && heads[0].Share.Count == 1)
            throw RecordException.OtherRun(string.Create(CultureInfo.InvariantCulture, $"there are {records.Count}, and the run has a single worker"));
        return heads[0] with
        {
            StartedAt = heads.Min(head => head.StartedAt),
            Share = heads[0].Share with { Index = 0 },
            TotalOperations = heads.Any(head => head.TotalOperations is null) ? null : heads.Sum(head => head.TotalOperations),
        };
    }

    /// <summary>The earliest start of all; null where no worker came so far.</summary>
    /// <exception cref="RecordException">They count different things.</exception>
    public static RunStart? StartOf(IReadOnlyList<WorkerRecord> records)
    {
        WorkerRecord[] started = [.. records.Where(record => record.Reader?.Start is not null).OrderBy(record => record.Reader!.Start!.At)];
        if (started.Length == 0) return null;
        var first = started[0].Reader!.Start!;
        var other = started.FirstOrDefault(record =>
            !record.Reader!.Start!.Operations.SequenceEqual(first.Operations) || !record.Reader.Start.Categories.SequenceEqual(first.Categories));
        return other is null ? first : throw other.Named(RecordException.OtherRun("it was written by another version of the program"));
    }

    private static void Check(RecordHead first, WorkerRecord record)
    {
        if (record.Reader?.Head is not { } head) return;
        var difference =
            head.RunId != first.RunId ? $"it is of run {head.RunId}, and not of {first.RunId}"
            : head.Share.Count != first.Share.Count ? string.Create(CultureInfo.InvariantCulture, $"it counts {head.Share.Count} workers, and not {first.Share.Count}")
            : head.Interval != first.Interval || head.Seed != first.Seed || head.Load != first.Load ? "its load is another one"
            : null;
        if (difference is not null) throw record.Named(RecordException.OtherRun(difference));
    }
}
