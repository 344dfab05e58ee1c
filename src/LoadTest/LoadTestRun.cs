using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Values;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Recording;
using LoadTest.Engine.Reporting;
using LoadTest.Engine.Searching;
using LoadTest.Engine.Thresholds;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Planning;
using LoadTest.Searching;

namespace LoadTest;

/// <summary>A whole run, from the table's preparation to the report.</summary>
/// <param name="plan">What to do.</param>
/// <param name="connection">Where, and as whom.</param>
/// <param name="view">How it is shown.</param>
/// <param name="time">The clock.</param>
public sealed class LoadTestRun(RunPlan plan, Connection connection, IRunView view, TimeProvider time)
{
    private static readonly TimeSpan LongestVerification = TimeSpan.FromMinutes(15);
    private readonly ItemGenerator _items = new(plan.Items);
    private readonly AwsFailures _failures = new(connection.Place, connection.Identity);
    private readonly Dictionary<Phase, WriteLedger> _ledgers = new() { [Phase.WarmUp] = plan.NewLedger(), [Phase.Measured] = plan.NewLedger() };
    private string? _hopeless;
    private RateSearchResult? _search;

    /// <summary>
    /// Called when everything is ready for the load, where others share it: waits for them, and gives the instant at which the measured part of all
    /// begins. Null for a load that begins at once.
    /// </summary>
    public Func<CancellationToken, Task<DateTimeOffset>>? CommonStart { get; init; }

    /// <summary>Runs the plan.</summary>
    /// <param name="observers">Who follows the measured part, beside the view.</param>
    /// <param name="stop">Ends the run early, with a partial report and a clean table.</param>
    /// <returns>What the load came to, whatever came after it.</returns>
    /// <exception cref="ProblemException">The load could not begin.</exception>
    public async Task<RunEnd> ExecuteAsync(IReadOnlyList<IRunObserver> observers, CancellationToken stop)
    {
        CostGuard.Check(CostEstimate.Of(plan.Costs, plan.Prices), plan.MaxCost);
        using var control = connection.ControlClient();
        using var client = connection.LoadClient(plan.RequestTimeout, plan.ConnectTimeout);
        using var ready = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ready.CancelAfter(plan.Load.MaxDuration);
        var testTable = new TestTable(control, new TableGuard(control, _failures, connection.IsLoopback), _failures, time);
        var testItems = new TestItems(new BatchWriter(control, _failures, time), _items);
        try
        {
            var table = await testTable.PrepareAsync(plan.Table, ready.Token);
            foreach (var note in table.Notes) view.Note(note);
            var cleanUp = new CleanUp(testTable, testItems, table, _ledgers, view);
            try
            {
                var operations = OperationTable.Of(table.Name, _items, plan.Operations);
                await new AccessProbe(control, _failures, _items).TryAsync(
                    table.Name, operations, plan.Mix.Weights.Select(weight => weight.Operation), ReadingBack,
                    plan.PreloadItems > 0 || (plan.CleansUp && !table.CreatedByUs), ready.Token);
                await PreloadAsync(testItems, table, ready.Token);
                var result = await LoadAsync(client, table, operations, observers, ready, stop);
                return await EndAsync(result, control, table, cleanUp, stop);
            }
            catch
            {
                if (plan.CleansUp && await cleanUp.RunAsync(stop) is { } left) view.Warn(left);
                throw;
            }
        }
        catch (OperationCanceledException) when (ready.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new ProblemException(new Problem(
                ErrorCodes.RunIncomplete, $"the load could not begin within {LoadDescription.Duration(plan.Load.MaxDuration)}", null,
                "see whether the server answers, and of several tasks whether all became ready; --max-duration allows more time"));
        }
    }

    // Whatever goes wrong from here on, the load was measured, and its report must be written.
    private async Task<RunEnd> EndAsync(
        LoadResult result, Amazon.DynamoDBv2.IAmazonDynamoDB control, PreparedTable table, CleanUp cleanUp, CancellationToken stop)
    {
        var findings = new List<string>();
        VerificationResult verification;
        try
        {
            verification = await VerifyAsync(control, table, stop);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            verification = VerificationResult.None("it could not be done");
            findings.Add($"Verification could not be done: {failure.Message}");
        }

        if (plan.CleansUp && await cleanUp.RunAsync(stop) is { } left) findings.Add(left);
        return new RunEnd(result, verification, findings, stop.IsCancellationRequested)
        {
            Hopeless = _hopeless,
            Search = _search,
            Table = new TableFacts(table.BillingMode == BillingMode.Provisioned, table.ReadCapacityUnits, table.WriteCapacityUnits),
        };
    }

    // A worker that is alone scans the table; one of several, and one that takes a sample, reads by keys.
    private ReadingBack ReadingBack => !plan.Verifies ? ReadingBack.None
        : plan.Verify == Configuration.Values.Verification.All && plan.Verification.IsAlone ? ReadingBack.Scan : ReadingBack.Keys;

    private async Task PreloadAsync(TestItems testItems, PreparedTable table, CancellationToken stop)
    {
        if (plan.PreloadItems == 0) return;
        using var step = view.Step("preloading items", plan.Load.Share.OwnCount(plan.PreloadItems));
        await testItems.PreloadAsync(table.Name, plan.PreloadItems, plan.Load.Share, _ledgers[Phase.Measured], step, stop);
    }

    private async Task<LoadResult> LoadAsync(
        Amazon.DynamoDBv2.IAmazonDynamoDB client, PreparedTable table, IReadOnlyDictionary<OperationKind, IOperation> operations,
        IReadOnlyList<IRunObserver> observers, CancellationTokenSource ready, CancellationToken stop)
    {
        var begun = CommonStart is null ? plan.Load : plan.Load with { Start = await CommonStart(ready.Token) };
        var workloads = _ledgers.ToDictionary(pair => pair.Key, pair => new Workload(plan.WorkloadOf(pair.Key), pair.Value));
        await using var senders = plan.Client == LoadClient.Wire
            ? await SenderSource.OfWireAsync(plan, connection, operations, time, ready.Token)
            : SenderSource.OfSdk(plan, client, operations);
        foreach (var note in senders.Notes) view.Note(note);
        // From here on the load watches its own longest duration.
        ready.CancelAfter(Timeout.InfiniteTimeSpan);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (plan.AbortsWhenHopeless && plan.Load.Share.Count == 1) observers = [.. observers, EndingEarly(end)];
        var target = new TableTarget(workloads, operations, senders.Open, beginsAtOnce: plan.Client == LoadClient.Wire);
        await using var lanes = new KeptLanes(target);
        var (loadPlan, load) = plan.FindMax is null ? (begun, new LoadRun(begun, target, time)) : await SearchAsync(lanes, table, end.Token);
        // The load must begin and end on the thread pool: what went before may have been continued on a thread that serves sockets.
        var result = await Task.Run(
            () => view.ShowAsync(loadPlan, observer => load.ExecuteAsync([.. observers, observer], end.Token, CancellationToken.None)), CancellationToken.None);
        await Task.Yield();
        return result;
    }

    private async Task<(LoadPlan Plan, LoadRun Load)> SearchAsync(KeptLanes lanes, PreparedTable table, CancellationToken stop)
    {
        var finder = new FindMaxRun(plan, table, lanes, view, time);
        _search = await Task.Run(() => finder.SearchAsync(stop), CancellationToken.None);
        view.Note(SearchText.Sentence(_search));
        var confirming = finder.ConfirmingPlan(_search);
        await Task.Run(() => finder.SpendBurstAsync(_search.HighestHeld ?? 0, stop), CancellationToken.None);
        return (confirming, new LoadRun(confirming, lanes, time, finder.Clock));
    }

    // One of several workers sees a part of the run alone, and the others would go on: it never ends early.
    private HopelessThresholds EndingEarly(CancellationTokenSource end) => new(plan.Thresholds, plan.Baseline, 1 + plan.MaxRetries, reason =>
    {
        _hopeless = reason;
        view.Warn($"the run ends early: {reason}");
        end.Cancel();
    });

    private async Task<VerificationResult> VerifyAsync(Amazon.DynamoDBv2.IAmazonDynamoDB control, PreparedTable table, CancellationToken stop)
    {
        if (!plan.Verifies) return VerificationResult.None("it was switched off by --verify=none");
        if (stop.IsCancellationRequested) return VerificationResult.None("the run was stopped");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestVerification);
        try
        {
            var ledger = _ledgers[Phase.Measured];
            using var step = view.Step("reading the table back", ledger.Acknowledged);
            var verification = new DynamoDb.Verification(new TableReading(control, _failures, _items, table.Name, time), _items, ledger, plan.Verification);
            return await (plan.Verify == Configuration.Values.Verification.All
                ? verification.ReadAllAsync(step, patience.Token)
                : verification.ReadSampleAsync(step, patience.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return VerificationResult.None("the run was stopped");
        }
    }
}
