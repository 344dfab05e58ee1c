using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Reporting;
using LoadTest.Items;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>Which of the run's items this worker reads back, and what it can know of them.</summary>
/// <param name="Share">The part of the plan that this worker performed.</param>
/// <param name="PreloadedItems">How many items were there before the load: they are divided among the workers, and each reads its own.</param>
/// <param name="Seed">Decides a sample.</param>
public sealed record VerificationScope(WorkerShare Share, long PreloadedItems = 0, long Seed = 0)
{
    /// <summary>Whether no other worker writes items.</summary>
    public bool IsAlone => Share.Count == 1;
}

/// <summary>
/// Reads the run's items back and holds them against the ledger: every acknowledged write must be there and whole, with every acknowledged update,
/// and nothing that was refused or deleted may be. A worker that is alone scans the table: that costs the least and shows items that were never
/// written too. One of several reads its own items by their keys, so that the table is not scanned once for each; a sample is read in the same way.
/// </summary>
public sealed class Verification(TableReading reading, ItemGenerator items, WriteLedger ledger, VerificationScope scope)
{
    /// <summary>How many items or so a worker reads of a sample.</summary>
    public const long SampleSize = 10_000;

    private const long ItemsPerSegment = 50_000;

    private readonly ItemCheck _check = new(items, ledger, scope.IsAlone);
    private readonly VerificationTally _tally = new();

    /// <summary>Reads all items back.</summary>
    /// <param name="progress">Told how many acknowledged items were found so far.</param>
    /// <param name="stop">Gives the reading up.</param>
    public Task<VerificationResult> ReadAllAsync(IProgress<long> progress, CancellationToken stop) =>
        scope.IsAlone ? ScanAsync(progress, stop) : ReadKeysAsync("all", Own(), progress, stop);

    /// <summary>Reads a sample back, of ten thousand items or so: those that the seed chooses.</summary>
    public Task<VerificationResult> ReadSampleAsync(IProgress<long> progress, CancellationToken stop)
    {
        var share = (double)SampleSize * scope.Share.Count / Math.Max(1, ledger.End);
        return ReadKeysAsync("sample", Own().Where(ordinal => SplitMix.Share(SplitMix.Bits(scope.Seed, ordinal, -2)) < share), progress, stop);
    }

    private async Task<VerificationResult> ScanAsync(IProgress<long> progress, CancellationToken stop)
    {
        var seen = new WriteLedger();
        await reading.ScanAsync((int)Math.Min(ledger.Acknowledged / ItemsPerSegment, int.MaxValue), (ordinal, item) =>
        {
            // An item that comes twice was found once; a key that is never written has no place in a ledger.
            if (ordinal >= 0 && seen.StateOf(ordinal) != WriteState.Open) return;
            if (ordinal >= 0) seen.Settle(ordinal, WriteState.Acknowledged);
            Take(ordinal, _check.Of(ordinal, item), progress);
        }, stop);
        foreach (var ordinal in Own().Where(ordinal => IsExpected(ordinal) && seen.StateOf(ordinal) == WriteState.Open)) Take(ordinal, ItemFlaw.Lost, progress);
        return _tally.Result("all", ledger.Acknowledged);
    }

    private async Task<VerificationResult> ReadKeysAsync(string mode, IEnumerable<long> ordinals, IProgress<long> progress, CancellationToken stop)
    {
        long expected = 0;
        await reading.ReadAsync(ordinals, (ordinal, item) =>
        {
            // What another worker may have deleted proves nothing by its absence, so it is not expected.
            var mayBeGone = ordinal < ledger.DeletableBefore && item is null;
            if (IsExpected(ordinal) && !mayBeGone) Interlocked.Increment(ref expected);
            if (item is not null) Take(ordinal, _check.Of(ordinal, item), progress);
            else if (IsExpected(ordinal) && !mayBeGone) Take(ordinal, ItemFlaw.Lost, progress);
        }, stop);
        return _tally.Result(mode, expected);
    }

    private void Take(long ordinal, ItemFlaw flaw, IProgress<long> progress)
    {
        if (flaw is not (ItemFlaw.Lost or ItemFlaw.Phantom) && IsExpected(ordinal))
        {
            _tally.AddFound();
            progress.Report(_tally.Found);
        }

        _tally.Add(flaw, () => KeyOf(ordinal));
    }

    private string KeyOf(long ordinal) => items.Keys.SortKey is null
        ? items.Key(Phase.Measured, ordinal)
        : $"{items.Key(Phase.Measured, ordinal)} with sort key {items.KeyText(KeyRole.Sort, Phase.Measured, ordinal)}";

    private bool IsExpected(long ordinal) => ordinal >= 0 && ledger.StateOf(ordinal) == WriteState.Acknowledged;

    // The items whose fate this worker knows.
    private IEnumerable<long> Own()
    {
        for (long ordinal = 0; ordinal < ledger.End; ordinal++)
        {
            var isMine = ordinal >= scope.PreloadedItems || ordinal % scope.Share.Count == scope.Share.Index;
            if (isMine && ledger.StateOf(ordinal) is (WriteState.Acknowledged or WriteState.Refused)) yield return ordinal;
        }
    }
}
