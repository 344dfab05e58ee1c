using System.Globalization;
using System.Security.Cryptography;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;
using LoadTest.Configuration.Validation;
using LoadTest.Configuration.Values;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Engine.Planning;
using LoadTest.Items;

namespace LoadTest.Planning;

/// <summary>Makes the plan of a run out of its settings. Nothing else reads settings to decide what the load is.</summary>
public static class PlanBuilder
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestByItems = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestSearch = TimeSpan.FromHours(2);

    /// <summary>Makes the plan.</summary>
    /// <param name="settings">Valid settings.</param>
    /// <param name="now">The run's start.</param>
    /// <param name="isFree">Whether the server is on this machine, where nothing is charged.</param>
    /// <exception cref="ProblemException">The plan cannot be performed; all problems at once.</exception>
    public static RunPlan Build(Settings settings, DateTimeOffset now, bool isFree)
    {
        var load = LoadOf(settings);
        var mix = settings.Get(DataOptions.OperationMix);
        var warmUp = settings.Get(LoadOptions.WarmUp);
        var data = DataPlan.Of(settings);
        var findMax = settings.Get(LoadOptions.FindMax)
            ? new FindMaxPlan(settings.Load.Rate!.Value, settings.Load.Duration!.Value, settings.Get(LoadOptions.FindMaxPrecision) / 100)
            : null;
        var plan = new LoadPlan
        {
            Load = load,
            WarmUp = warmUp,
            Interval = settings.Get(ResultsOptions.Interval),
            MaxDuration = settings.TryGet(SafetyOptions.MaxDuration, out var longest) ? longest : findMax is null ? DefaultMaxDuration(load) : LongestSearch,
        };
        var run = new RunPlan
        {
            RunId = settings.TryGet(ResultsOptions.RunId, out var id) ? id : NewRunId(now),
            StartedAt = now,
            Load = plan,
            Description = findMax is null ? LoadDescription.Of(load, warmUp) : LoadDescription.Of(findMax),
            Mix = mix,
            DuplicatePercentage = settings.Get(DataOptions.DuplicatePercentage),
            ItemSize = settings.Get(DataOptions.ItemSize),
            Data = data,
            PreloadItems = PreloadOf(settings, mix),
            ConsistentRead = settings.Get(DataOptions.ConsistentRead),
            MissPercentage = settings.Get(DataOptions.MissPercentage),
            BatchItems = settings.Get(DataOptions.BatchItems),
            TransactionItems = settings.Get(DataOptions.TransactionItems),
            PageItems = settings.Get(DataOptions.PageItems),
            ItemsPerPartition = settings.Get(DataOptions.ItemsPerPartition),
            Seed = settings.Get(DataOptions.Seed),
            Table = new TableSettings(
                settings.TableName, MayCreate(settings), settings.Get(TableOptions.BillingMode),
                settings.Get(TableOptions.ReadCapacityUnits), settings.Get(TableOptions.WriteCapacityUnits), KeysOf(settings)),
            Verify = settings.Get(SafetyOptions.Verify),
            CleansUp = settings.Get(DataOptions.CleanupAfterTest),
            RequestTimeout = settings.Get(ConnectionOptions.RequestTimeout),
            ConnectTimeout = settings.Get(ConnectionOptions.ConnectTimeout),
            Client = settings.Get(ConnectionOptions.Client),
            MaxRetries = settings.Get(ConnectionOptions.MaxRetries),
            MaxCost = settings.Get(SafetyOptions.MaxCost),
            Thresholds = ThresholdPlan.Of(settings),
            FindMax = findMax,
            AbortsWhenHopeless = settings.Get(ThresholdOptions.AbortWhenHopeless),
        };
        Check(run, settings);
        return run with { Costs = CostPlan.Of(settings, run, isFree) };
    }

    private static void Check(RunPlan run, Settings settings)
    {
        Option[] ofItems = [DataOptions.ItemSize, DataOptions.ItemSizes, DataOptions.ItemTemplate];
        var origins = ofItems.Where(settings.IsGiven).Select(settings.Origin).DefaultIfEmpty(settings.Origin(DataOptions.ItemSize));
        List<Problem> problems = [.. ItemRoom.Check(run, string.Join(" and ", origins.Distinct()))];
        if (run.TotalOperations is { } total && PlannedDeletes.Check(run.WorkloadOf(Phase.Measured), total, settings.Origin(DataOptions.OperationMix)) is { } tooMany)
            problems.Add(tooMany);
        if (run.PreloadItems == 0 && run.Mix.HasAny(OperationKind.Update) && !MakesItems(run.Mix))
        {
            problems.Add(new Problem(
                ErrorCodes.NothingToUpdate, "the load updates items, and there are none: it makes none, and none are written before it",
                settings.Origin(DataOptions.PreloadItems), "leave --preload-items out, or give it a number of items; or add puts to --operation-mix"));
        }

        if (problems.Count > 0) throw new ProblemException([.. problems]);
    }

    private static bool MayCreate(Settings settings) => settings.Get(TableOptions.CreateTable) switch
    {
        TableCreation.Allowed => true,
        TableCreation.Refused => false,
        _ => settings.IsLocal,
    };

    private static Load LoadOf(Settings settings)
    {
        var load = settings.Load;
        if (load.Model == LoadModel.Closed)
        {
            return new Load.Closed(
                settings.Get(LoadOptions.ConcurrencyLimit), load.TotalItems, load.Duration, settings.Get(LoadOptions.MaxConcurrencyPercentage));
        }

        IEnumerable<Engine.Planning.Stage> stages = load.Stages is { } list
            ? StagesUntil(list, load.Duration ?? list.Duration)
            : [Engine.Planning.Stage.Hold(load.Rate!.Value, load.Duration!.Value)];
        return new Load.Open([.. stages], settings.Get(ConnectionOptions.MaxConnections));
    }

    private static IEnumerable<Engine.Planning.Stage> StagesUntil(StageList stages, TimeSpan end)
    {
        var start = TimeSpan.Zero;
        foreach (var stage in stages.Stages)
        {
            var left = end - start;
            if (left <= TimeSpan.Zero) yield break;
            var share = Math.Min(1, left / stage.Duration);
            yield return new Engine.Planning.Stage(stage.From, stage.From + (stage.To - stage.From) * share, stage.Duration * share);
            start += stage.Duration;
        }
    }

    private static TableKeys KeysOf(Settings settings)
    {
        var index = settings.Get(TableOptions.IndexName);
        return new TableKeys(
            Named(TableOptions.SortKey),
            index.Length == 0 ? null : new IndexKeys(index, settings.Get(TableOptions.IndexPartitionKey), Named(TableOptions.IndexSortKey)));

        string? Named(Option<string> option) => settings.Get(option) is { Length: > 0 } name ? name : null;
    }

    // A load that makes nothing has nothing to find, and one that changes items can begin only where there are some.
    private static long PreloadOf(Settings settings, OperationMix mix)
    {
        const long enoughToBeginWith = 1000;
        if (settings.TryGet(DataOptions.PreloadItems, out var given)) return given;
        var needsItems = !MakesItems(mix) || mix.HasAny(OperationKind.Update, OperationKind.Delete, OperationKind.TransactWrite);
        return needsItems ? enoughToBeginWith : 0;
    }

    private static bool MakesItems(OperationMix mix) => mix.HasAny(OperationKind.Put, OperationKind.BatchWrite, OperationKind.TransactWrite);

    private static TimeSpan DefaultMaxDuration(Load load) => load switch
    {
        Load.Open open => open.Duration + Grace,
        Load.Closed { Duration: { } duration } => duration + Grace,
        _ => LongestByItems,
    };

    private static string NewRunId(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2))}");
}
