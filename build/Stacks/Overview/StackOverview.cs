using System.Globalization;
using Amazon.ECR.Model;
using Build.Aws;
using Build.Ecs;
using Build.Ecs.Known;
using Build.Errors;
using Build.Options;
using Build.Output;
using Build.Stacks.Calls;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Overview;

/// <summary>Shows what is deployed in an environment, and what it costs while nothing runs. Changes nothing.</summary>
public sealed class StackOverview(
    DeploymentSettings settings, AwsClients clients, StackSource source, StackCalls calls, RunList runs, Screen screen, Outcome outcome)
{
    private const int LastRuns = 3;

    /// <summary>Shows it.</summary>
    /// <exception cref="ProblemException">The stacks cannot be read; what else cannot is said, and the rest is shown.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (LocalEnvironment.IsMeant(settings, screen, "show")) return;
        var names = StackNames.Of(settings.Settings);
        var session = await clients.SessionAsync(cancel);
        var found = await Task.WhenAll(source.Templates.Stacks.Select(async stack =>
            (stack.Name, FullName: names.Of(stack), Deployed: await calls.FindAsync(names.Of(stack), cancel))));
        var deployed = found.Where(stack => stack.Deployed is not null).ToDictionary(stack => stack.Name, stack => stack.Deployed!);
        var notRead = new List<Problem>();
        var image = deployed.GetValueOrDefault("loadtest")?.Parameters.GetValueOrDefault(nameof(EcsOptions.ContainerImage));
        var bytes = await KeepingAsync(ImageBytesAsync(deployed.GetValueOrDefault("registry"), cancel), 0, notRead);
        var costs = IdleCost.Of(deployed.ToDictionary(stack => stack.Key, stack => stack.Value.Parameters), bytes);

        screen.Line($"{names.Environment} in account {session.AccountId}, {session.Region.SystemName}");
        var width = found.Max(stack => stack.FullName.Length);
        foreach (var stack in found) screen.Line($"  {stack.FullName.PadRight(width)}  {State(stack.Deployed)}");
        screen.Line($"image: {image ?? "none is deployed"}");
        screen.Line($"idle: {Dollars(costs.Sum(cost => cost.Dollars))} USD a month at the prices of us-east-1{Parts(costs)}; results and logs cost by the gigabyte (docs/costs.md)");
        var last = await KeepingAsync(LastRunsAsync(deployed.GetValueOrDefault("loadtest"), cancel), [], notRead);
        if (last.Count > 0) screen.Line("last runs, the newest first:");
        foreach (var run in last) screen.Line($"  {run.Line}");
        foreach (var problem in notRead) screen.Error($"not shown, as it could not be read: {problem}");
        outcome.Report("status", new
        {
            environment = names.Environment,
            account = session.AccountId,
            region = session.Region.SystemName,
            image,
            stacks = found.Select(stack => new { stack.Name, stack = stack.FullName, status = stack.Deployed?.Status.Value, stack.Deployed?.Changed, stack.Deployed?.Outputs }),
            lastRuns = last.Select(run => run.Report),
            notRead = notRead.Select(problem => new { code = problem.Code.Id, problem.What, problem.Fix }),
            idleDollarsAMonth = costs.Sum(cost => cost.Dollars),
            costs,
        });
    }

    // A part that cannot be read does not hide the others.
    private static async Task<T> KeepingAsync<T>(Task<T> reading, T instead, List<Problem> notRead)
    {
        try
        {
            return await reading;
        }
        catch (ProblemException refused)
        {
            notRead.AddRange(refused.Problems);
            return instead;
        }
    }

    private async Task<IReadOnlyList<ListedRun>> LastRunsAsync(DeployedStack? loadTest, CancellationToken cancel) => loadTest is { Phase: StackPhase.Settled }
        ? await runs.LastAsync(DeployedLoadTest.Of(settings.Settings, loadTest.Outputs), LastRuns, cancel)
        : [];

    private async Task<long> ImageBytesAsync(DeployedStack? registry, CancellationToken cancel)
    {
        if (registry?.Outputs.GetValueOrDefault("RepositoryName") is not { } repository) return 0;
        var client = await clients.EcrAsync(cancel);
        return await AwsFailures.ExplainAsync($"list the images in {repository}", await clients.SessionAsync(cancel), async () =>
        {
            var (bytes, request) = (0L, new DescribeImagesRequest { RepositoryName = repository });
            do
            {
                var page = await client.DescribeImagesAsync(request, cancel);
                bytes += (page.ImageDetails ?? []).Sum(image => image.ImageSizeInBytes ?? 0);
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
            return bytes;
        });
    }

    private static string State(DeployedStack? stack) => stack is null
        ? "not deployed"
        : string.Create(CultureInfo.InvariantCulture, $"{stack.Status.Value}, {stack.Changed:yyyy-MM-dd HH:mm} UTC{(stack.Reason.Length > 0 ? ": " + stack.Reason : "")}");

    private static string Parts(IReadOnlyList<IdleCost> costs) =>
        costs.Count == 0 ? "" : $" ({string.Join(", ", costs.Select(cost => $"{cost.What} {Dollars(cost.Dollars)}"))})";

    private static string Dollars(double dollars) => dollars.ToString("0.00", CultureInfo.InvariantCulture);
}
