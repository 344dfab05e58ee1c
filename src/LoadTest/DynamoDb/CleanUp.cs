using LoadTest.Configuration.Problems;
using LoadTest.Engine.Execution;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>Removes what a run left: the table if the run created it, else its items. Bounded in time, and never an exception.</summary>
public sealed class CleanUp(
    TestTable testTable, TestItems testItems, PreparedTable table, IReadOnlyDictionary<Phase, WriteLedger> ledgers, IRunView view)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // Who asked for the end does not want to wait, and does not want to find the items tomorrow either.
    private static readonly TimeSpan LongestAfterSignal = TimeSpan.FromSeconds(30);

    /// <summary>Cleans up.</summary>
    /// <param name="stop">The user's wish to end: it shortens the time that is left.</param>
    /// <returns>What is left and why, or null when all is gone.</returns>
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Longest);
        await using var shortening = stop.Register(() => patience.CancelAfter(LongestAfterSignal));
        try
        {
            if (table.CreatedByUs) await testTable.DropAsync(table.Name, patience.Token).WaitAsync(patience.Token);
            else await DeleteItemsAsync(patience.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return $"Clean-up took too long and was given up: {Left}.";
        }
        catch (ProblemException failure)
        {
            return $"Clean-up failed: {Left}: {failure.Problems[0].What}";
        }
    }

    private string Left => table.CreatedByUs ? $"table {table.Name}, which the run created, is left" : $"items of the run are left in table {table.Name}";

    private async Task DeleteItemsAsync(CancellationToken patience)
    {
        foreach (var (phase, ledger) in ledgers)
        {
            if (ledger.End == 0) continue;
            using var step = view.Step(phase == Phase.WarmUp ? "deleting the warm-up's items" : "deleting the run's items", ledger.End);
            await testItems.DeleteAsync(table.Name, phase, ledger, step, patience).WaitAsync(patience);
        }
    }
}
