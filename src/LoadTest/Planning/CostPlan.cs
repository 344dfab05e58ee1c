using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Costs;
using LoadTest.DynamoDb;
using LoadTest.Engine.Planning;
using LoadTest.Engine.Scheduling;

namespace LoadTest.Planning;

/// <summary>What the costs of a run are estimated from.</summary>
internal static class CostPlan
{
    // A closed load that only time ends has no number of operations: for its cost each place is taken to do this many a second.
    private const double AssumedOperationsPerPlace = 200;

    /// <summary>Gathers it.</summary>
    /// <param name="settings">Valid settings.</param>
    /// <param name="plan">The run, but for its costs.</param>
    /// <param name="isFree">Whether the server is on this machine, where nothing is charged.</param>
    public static CostBasis Of(Settings settings, RunPlan plan, bool isFree)
    {
        var (keys, tasks) = (plan.Table.Keys, settings.Get(EcsOptions.Tasks));
        return new CostBasis(
            OperationsOf(plan.Load.Load) + OperationsOf(plan.Load.WarmUpLoad), plan.Mix, plan.DuplicatePercentage, plan.ItemSize, plan.PreloadItems,
            plan.ConsistentRead, plan.Verifies, plan.CleansUp && !plan.Table.MayCreate, isFree)
        {
            WarmUpOperations = OperationsOf(plan.Load.WarmUpLoad),
            MissPercentage = plan.MissPercentage,
            ReadsBackByKeys = plan.Verify == Configuration.Values.Verification.Sample || tasks > 1,
            MostItemsReadBack = plan.Verify == Configuration.Values.Verification.Sample ? (double)Verification.SampleSize * tasks : null,
            Sizes = plan.Data!.HasOneSize ? null : plan.Data.ProfileOf(keys, plan.Seed),
            BatchItems = plan.BatchItems,
            TransactionItems = plan.TransactionItems,
            ItemsPerPartition = plan.ItemsPerPartition,
            PageItems = plan.PageItems,
            HasSortKey = keys.SortKey is not null,
            HasIndex = keys.Index is not null,
        };
    }

    private static double OperationsOf(Load load) => load switch
    {
        Load.Open open => new ArrivalSchedule(open.Stages).Total,
        Load.Closed closed => closed.TotalOperations ?? closed.ConcurrencyLimit * AssumedOperationsPerPlace * closed.Duration!.Value.TotalSeconds,
        _ => 0,
    };
}
