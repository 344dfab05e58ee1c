using Build.Aws;
using Build.Ecs.Collecting;
using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Known;

/// <summary>A run that was begun before, perhaps on another machine, with what it takes to go on with it.</summary>
public sealed record KnownRun(DeployedLoadTest Place, EcsAccess Aws, RunBucket Bucket, RunManifest Manifest, string Folder);

/// <summary>Finds the run that <c>--run</c> names.</summary>
public sealed class KnownRuns(AwsClients clients, DeployedPlace deployed, DeploymentSettings deployment, BuildPaths paths)
{
    /// <summary>The run.</summary>
    /// <exception cref="ProblemException">None is named, or there is none of that name.</exception>
    public async Task<KnownRun> FindAsync(BuildOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Has(AutomationOptions.RunToTakeUp)) throw NotNamed();
        var place = await deployed.FindAsync(cancel);
        var aws = await EcsAccess.OfAsync(clients, cancel);
        var bucket = new RunBucket(aws.S3, place.Bucket, aws.Session);
        var manifest = await bucket.GetAsync(options.Get(AutomationOptions.RunToTakeUp), cancel);
        var folder = Path.Combine(paths.Root, deployment.Settings.Get(ResultsOptions.ArtifactsPath), manifest.RunId);
        return new KnownRun(place, aws, bucket, manifest, folder);
    }

    private static ProblemException NotNamed() => new(new Problem(
        ErrorCodes.MissingValue, "no run is named", "the command line", $"give its id with --{AutomationOptions.RunToTakeUp.Flag}=ID; --target=Runs lists them"));
}
