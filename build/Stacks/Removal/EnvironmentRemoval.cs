using Build.Options;
using Build.Output;
using Build.Stacks.Data;
using Build.Stacks.Deployment;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Removal;

/// <summary>Destroys an environment: the stacks in the reverse order, then the data that was asked for. What stays is named.</summary>
public sealed class EnvironmentRemoval(
    BuildOptions options, DeploymentSettings settings, RemovalPlanner planner, RemovalPreview preview, StackRemoval removal, StoredTables tables, StoredBuckets buckets,
    StoredImages images, Confirmation confirmation, Screen screen, Outcome outcome)
{
    /// <summary>Shows what will go, asks, and does it.</summary>
    /// <exception cref="ProblemException">Something is protected, the answer is no, or something could not be deleted.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (LocalEnvironment.IsMeant(settings, screen, "destroy")) return;
        var order = await planner.PlanAsync(options.Get(AutomationOptions.DeleteData), options.Get(AutomationOptions.DeleteTable), cancel);
        Problem[] obstacles = [.. order.Stacks.Where(stack => stack.Deployed.IsProtected).Select(stack => StackRemoval.Protected(stack.Deployed)), .. Obstacles(order)];
        if (obstacles.Length > 0) throw new ProblemException(obstacles);
        if (!order.IsEmpty)
        {
            await preview.ShowAsync(order, cancel);
            await confirmation.RequireAsync($"Delete all of this in the environment {settings.Settings.Environment}?", cancel);
            await DeleteAsync(order, cancel);
        }

        foreach (var stays in order.Stays) screen.Line($"stays: {stays}");
        screen.Line(order.IsEmpty ? $"nothing of {settings.Settings.Environment} is there to delete" : $"{settings.Settings.Environment} is destroyed");
        outcome.Report("destroyed", new
        {
            stacks = order.Stacks.Select(stack => stack.Deployed.Name),
            table = order.Table?.Name,
            buckets = order.Buckets.Select(bucket => bucket.Name),
            stays = order.Stays,
        });
    }

    private static IEnumerable<Problem> Obstacles(RemovalOrder order) => order.Table?.Obstacle is { } problem ? [problem] : [];

    private async Task DeleteAsync(RemovalOrder order, CancellationToken cancel)
    {
        foreach (var wave in Waves.Of([.. order.Stacks.Select(stack => stack.Stack)]).Reverse())
        {
            if (order.Repository is { } repository && wave.Any(stack => stack.Name == RemovalPlanner.Registry)) await images.DeleteAllAsync(repository, cancel);

            // All of them to the end, so that one failure leaves no other half-way.
            var goes = order.Stacks.Where(stack => wave.Contains(stack.Stack));
            await Task.WhenAll(goes.Select(stack => removal.RemoveAsync(stack.Stack.Name, stack.Deployed, cancel)));
        }

        if (order.Table is { } table) await tables.DeleteAsync(table, cancel);
        foreach (var bucket in order.Buckets) await buckets.DeleteAsync(bucket, cancel);
    }
}
