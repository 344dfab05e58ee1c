using System.Globalization;
using Build.Options;
using Build.Stacks.Calls;
using Build.Stacks.Data;
using Build.Stacks.Deployment;
using Build.Templates.Reading;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;

namespace Build.Stacks.Removal;

/// <summary>Finds out what goes and what stays when an environment is destroyed; nothing is changed.</summary>
public sealed class RemovalPlanner(
    DeploymentSettings settings, StackSource source, StackCalls calls, StackReadiness readiness, StoredTables tables, StoredBuckets buckets)
{
    /// <summary>The part that holds the images.</summary>
    internal const string Registry = "registry";

    private const string Table = "table";

    /// <summary>The order for an environment.</summary>
    /// <param name="data">Whether images and results go.</param>
    /// <param name="table">Whether the table goes.</param>
    /// <param name="cancel">Ends the calls; and the waiting for a stack in which something goes on.</param>
    public async Task<RemovalOrder> PlanAsync(bool data, bool table, CancellationToken cancel)
    {
        var values = settings.Settings;
        var names = StackNames.Of(values);
        var found = await Task.WhenAll(source.Templates.Stacks.Select(async stack => (Stack: stack, Deployed: await readiness.WaitAsync(stack.Name, names.Of(stack), cancel))));
        var there = found.Where(stack => stack.Deployed is not null).Select(stack => (stack.Stack, Deployed: stack.Deployed!)).ToList();
        var stored = await StoredTableAsync(values, there, cancel);
        var results = await BucketsAsync(names, cancel);
        var (repository, whyItStays) = await RepositoryAsync(names, there, data, cancel);

        List<string> stays = [];
        if (stored is not null && !table) stays.Add(string.Create(CultureInfo.InvariantCulture, $"the table {stored.Name} with {stored.Items} items (--delete-table deletes it)"));
        if (!data) stays.AddRange(results.Select(bucket => $"the bucket {bucket.Name} with {bucket.Holds} (--delete-data deletes it)"));
        if (whyItStays is not null) stays.Add(whyItStays);
        return new RemovalOrder(
            [.. there.Where(stack => stack.Stack.Name != Registry || repository is not null)],
            table ? stored : null, data ? results : [], repository, stays);
    }

    // The stack knows its table's name; once it is gone, the settings still do.
    private async Task<StoredTable?> StoredTableAsync(Settings values, IEnumerable<(Stack Stack, DeployedStack Deployed)> there, CancellationToken cancel)
    {
        var deployed = there.FirstOrDefault(stack => stack.Stack.Name == Table).Deployed;
        if (deployed is null && values.Get(TableOptions.TableArn).Length > 0) return null;
        var name = deployed?.Outputs.GetValueOrDefault("TableName") ?? values.TableName;
        var stored = await tables.FindAsync(name, values.Environment, cancel);
        return deployed is null && stored is { IsOurs: false } ? null : stored;
    }

    private async Task<IReadOnlyList<StoredBucket>> BucketsAsync(StackNames names, CancellationToken cancel)
    {
        var results = buckets.FindAsync(names.Of(source["loadtest"]), "ResultsBucket", "the results of runs", names.Environment, cancel);
        var flows = buckets.FindAsync(names.Of(source["network"]), "FlowLogBucket", "flow logs", names.Environment, cancel);
        return [.. await results, .. await flows];
    }

    // All environments of an account and region share the repository.
    private async Task<(string? Repository, string? WhyItStays)> RepositoryAsync(
        StackNames names, IEnumerable<(Stack Stack, DeployedStack Deployed)> there, bool data, CancellationToken cancel)
    {
        if (there.FirstOrDefault(stack => stack.Stack.Name == Registry).Deployed is not { } registry) return (null, null);
        var repository = registry.Outputs.GetValueOrDefault("RepositoryName") ?? registry.Parameters.GetValueOrDefault(nameof(EcsOptions.ECRRepositoryName)) ?? "";
        var stack = $"the stack {registry.Name} with the images in {repository}";
        if (!data) return (null, $"{stack} (--delete-data deletes them)");
        var own = source.Templates.Stacks.Select(names.Of).ToHashSet(StringComparer.Ordinal);
        var others = (await calls.NamesAsync(names.Prefix + "-", cancel)).Where(name => !own.Contains(name) && name.EndsWith("-loadtest", StringComparison.Ordinal)).ToList();
        return others.Count == 0 ? (repository, null) : (null, $"{stack}: {string.Join(", ", others)} uses them too");
    }
}
