using System.Globalization;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Operations;
using LoadTest.Planning;

namespace LoadTest;

/// <summary>A whole run, from the table's preparation to the report.</summary>
/// <param name="plan">What to do.</param>
/// <param name="connection">Where, and as whom.</param>
/// <param name="view">How it is shown.</param>
/// <param name="time">The clock.</param>
public sealed class LoadTestRun(RunPlan plan, Connection connection, IRunView view, TimeProvider time)
{
    private readonly ItemGenerator _items = new(plan.RunId, plan.Seed, plan.ItemSize, plan.StartedAt);
    private readonly AwsFailures _failures = new(connection.Place, connection.Identity);
    private readonly Dictionary<Phase, WriteLedger> _ledgers = new() { [Phase.WarmUp] = new(), [Phase.Measured] = new() };

    /// <summary>Runs the plan.</summary>
    /// <param name="observers">Who follows the measured part, beside the view.</param>
    /// <param name="stop">Ends the run early, with a partial report and a clean table.</param>
    /// <param name="abort">Gives everything up.</param>
    /// <returns>What the load and the verification came to.</returns>
    /// <exception cref="ProblemException">The run could not begin, or could not clean up.</exception>
    public async Task<(LoadResult Result, VerificationResult Verification)> ExecuteAsync(
        IReadOnlyList<IRunObserver> observers, CancellationToken stop, CancellationToken abort)
    {
        GuardCost();
        using var control = connection.ControlClient();
        using var client = connection.LoadClient(plan.RequestTimeout, plan.ConnectTimeout);
        var testTable = new TestTable(control, new TableGuard(control, _failures, connection.IsLoopback), _failures, time);
        var testItems = new TestItems(new BatchWriter(control, _failures, time), _items);

        var table = await testTable.PrepareAsync(plan.Table, stop);
        foreach (var note in table.Notes) view.Note(note);
        try
        {
            await new AccessProbe(control, _failures, _items).TryAsync(
                table.Name, plan.Mix.Weights.Select(weight => weight.Operation), plan.Verifies, plan.CleansUp && !table.CreatedByUs, stop);
            await PreloadAsync(testItems, table, stop);
            var result = await LoadAsync(client, table, observers, stop, abort);
            return (result, await VerifyAsync(control, table, stop));
        }
        finally
        {
            if (plan.CleansUp) await CleanUpAsync(testTable, testItems, table, abort);
        }
    }

    private void GuardCost()
    {
        var estimate = CostEstimate.Of(plan.Costs, PriceTable.Known);
        if (estimate.Dollars <= plan.MaxCost) return;
        throw new ProblemException(new Problem(
            ErrorCodes.CostLimit,
            string.Create(CultureInfo.InvariantCulture, $"the run is estimated to cost {estimate.Dollars:N2} USD on an on-demand table, and max-cost is {plan.MaxCost:N2} USD"),
            null, string.Create(CultureInfo.InvariantCulture, $"make the run smaller, or allow the cost with --max-cost={Math.Ceiling(estimate.Dollars):0}")));
    }

    private async Task PreloadAsync(TestItems testItems, PreparedTable table, CancellationToken stop)
    {
        if (plan.PreloadItems == 0) return;
        using var step = view.Step("preloading items", plan.PreloadItems);
        await testItems.PreloadAsync(table.Name, plan.PreloadItems, _ledgers[Phase.Measured], step, stop);
    }

    private async Task<LoadResult> LoadAsync(
        Amazon.DynamoDBv2.IAmazonDynamoDB client, PreparedTable table, IReadOnlyList<IRunObserver> observers, CancellationToken stop, CancellationToken abort)
    {
        var pattern = new OperationPattern(plan.Mix);
        var workloads = _ledgers.ToDictionary(pair => pair.Key, pair => new Workload(
            pattern, new DuplicateShare(plan.DuplicatePercentage), plan.Seed, pair.Key == Phase.Measured ? plan.PreloadItems : 0, pair.Value, plan.RequestTimeout));
        var operations = new Dictionary<OperationKind, IOperation>
        {
            [OperationKind.Put] = new PutItem(table.Name, _items),
            [OperationKind.Get] = new GetItem(table.Name, _items, plan.ConsistentRead),
        };
        await using var senders = plan.Client == LoadClient.Wire
            ? await SenderSource.OfWireAsync(plan, connection, operations, time, stop)
            : SenderSource.OfSdk(plan, client, operations);
        foreach (var note in senders.Notes) view.Note(note);
        var load = new LoadRun(plan.Load, new TableTarget(workloads, operations, senders.Open), time);
        // The load must begin and end on the thread pool: what went before may have been continued on a thread that serves sockets.
        var result = await Task.Run(
            () => view.ShowAsync(plan.Load, observer => load.ExecuteAsync([.. observers, observer], stop, abort)), CancellationToken.None);
        await Task.Yield();
        return result;
    }

    private async Task<VerificationResult> VerifyAsync(Amazon.DynamoDBv2.IAmazonDynamoDB control, PreparedTable table, CancellationToken stop)
    {
        if (!plan.Verifies) return VerificationResult.None("it was switched off by --verify=none");
        if (stop.IsCancellationRequested) return VerificationResult.None("the run was stopped");
        try
        {
            var ledger = _ledgers[Phase.Measured];
            using var step = view.Step("reading the table back", ledger.Acknowledged);
            return await new DynamoDb.Verification(control, _failures, _items, ledger, time).RunAsync(table.Name, step, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return VerificationResult.None("the run was stopped");
        }
    }

    private async Task CleanUpAsync(TestTable testTable, TestItems testItems, PreparedTable table, CancellationToken abort)
    {
        if (table.CreatedByUs)
        {
            await testTable.DropAsync(table.Name, abort);
            return;
        }

        foreach (var (phase, ledger) in _ledgers)
        {
            if (ledger.End == 0) continue;
            using var step = view.Step(phase == Phase.WarmUp ? "deleting the warm-up's items" : "deleting the run's items", ledger.End);
            await testItems.DeleteAsync(table.Name, phase, ledger, step, abort);
        }
    }
}
