using System.Globalization;
using Amazon.ECS;
using Build.Aws;
using Build.Ecs.Collecting;
using Build.Ecs.Endings;
using Build.Output;
using Build.Running;

namespace Build.Ecs.Known;

/// <summary>The runs of an environment, from the manifests in its bucket.</summary>
public sealed class RunList(AwsClients clients, DeployedPlace deployed, Screen screen, Outcome outcome, TimeProvider time)
{
    private const int Most = 50;

    /// <summary>Shows the last runs, the newest first.</summary>
    public async Task ShowAsync(CancellationToken cancel)
    {
        var place = await deployed.FindAsync(cancel);
        var runs = await LastAsync(place, Most, cancel);
        foreach (var run in runs) screen.Line(run.Line);
        outcome.Report("runs", runs.Select(run => run.Report));
        if (runs.Count == 0) screen.Line($"no runs in environment {place.Environment} yet; start one with: ./build.sh --target=RunLoadTest --environment={place.Environment}");
    }

    /// <summary>The last runs, the newest first; none when there are none.</summary>
    /// <param name="place">Where.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<IReadOnlyList<ListedRun>> LastAsync(DeployedLoadTest place, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(place);
        var aws = await EcsAccess.OfAsync(clients, cancel);
        var bucket = new RunBucket(aws.S3, place.Bucket, aws.Session);
        var manifests = new List<RunManifest>();
        // Ids need not be made of times, so all manifests are looked at; each is a few hundred bytes.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancel };
        await Parallel.ForEachAsync(await bucket.RunIdsAsync(cancel), parallel, async (id, token) =>
        {
            if (await bucket.FindAsync(id, token) is { } manifest) lock (manifests) manifests.Add(manifest);
        });
        var runs = new List<ListedRun>();
        foreach (var manifest in manifests.OrderByDescending(manifest => manifest.CreatedAt).Take(most)) runs.Add(new ListedRun(manifest, await StateAsync(aws, manifest, cancel)));
        return runs;
    }

    private async Task<string> StateAsync(EcsAccess aws, RunManifest manifest, CancellationToken cancel)
    {
        if (manifest.ExitCode is { } code) return "ended with " + ExitCodeText.Of(code);
        var running = await new TaskStopper(aws, manifest.Cluster, new EcsPace(), time).ListAsync(manifest.RunId, DesiredStatus.RUNNING, cancel);
        return running.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{running.Count} of {manifest.Tasks} tasks run")
            : $"over; collect it with --target=Report --run={manifest.RunId}";
    }
}
