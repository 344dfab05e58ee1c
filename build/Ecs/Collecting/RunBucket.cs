using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Build.Aws;
using Build.Errors;
using LoadTest.Configuration.Problems;
using Newtonsoft.Json;

namespace Build.Ecs.Collecting;

/// <summary>The part of the bucket that holds runs: <c>runs/RUN-ID/...</c>.</summary>
/// <param name="s3">The service.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="session">Who asks; null where that is not known.</param>
public sealed class RunBucket(IAmazonS3 s3, string bucket, AwsSession? session)
{
    private const string Runs = "runs/";
    private const string ManifestName = "manifest.json";
    private const string Ready = "ready/";

    /// <summary>The ids of all runs, the newest names last.</summary>
    public async Task<IReadOnlyList<string>> RunIdsAsync(CancellationToken cancel)
    {
        var ids = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = Runs, Delimiter = "/" };
        do
        {
            var page = await ExplainAsync("list the runs", () => s3.ListObjectsV2Async(request, cancel));
            ids.AddRange((page.CommonPrefixes ?? []).Select(prefix => prefix[Runs.Length..^1]));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);

        return ids;
    }

    /// <summary>The manifest of a run; null when there is no such run.</summary>
    public async Task<RunManifest?> FindAsync(string runId, CancellationToken cancel)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = Key(runId, ManifestName) };
        try
        {
            using var answer = await ExplainAsync($"read the manifest of run {runId}", () => s3.GetObjectAsync(request, cancel), IsMissing);
            using var reader = new StreamReader(answer.ResponseStream);
            return RunManifest.Parse(await reader.ReadToEndAsync(cancel));
        }
        catch (JsonException broken)
        {
            throw new ProblemException(new Problem(
                ErrorCodes.RecordUnreadable, $"{Key(runId, ManifestName)} in bucket {bucket} is no manifest of a run: {broken.Message}", null, "remove it: the run's results stay"), broken);
        }
        catch (AmazonS3Exception missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    /// <summary>The manifest of a run.</summary>
    /// <exception cref="ProblemException">There is no such run.</exception>
    public async Task<RunManifest> GetAsync(string runId, CancellationToken cancel) => await FindAsync(runId, cancel)
        ?? throw new ProblemException(new Problem(
            ErrorCodes.RunUnknown, $"there is no run {runId} in bucket {bucket}", "--run", "list the runs with: ./build.sh --target=Runs"));

    /// <summary>Writes the manifest.</summary>
    public Task WriteAsync(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return PutAsync(manifest.RunId, ManifestName, manifest.ToJson());
    }

    /// <summary>Tells the tasks who they are.</summary>
    /// <param name="manifest">The run.</param>
    /// <param name="at">The time that the items of all tasks carry.</param>
    public Task WriteAssignmentAsync(RunManifest manifest, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return PutAsync(manifest.RunId, Assignment.FileName, Assignment.Json(manifest.RunId, at, manifest.TaskArns));
    }

    /// <summary>The ids of the tasks that have said that they are ready for their load.</summary>
    public async Task<IReadOnlySet<string>> ReadyAsync(string runId, CancellationToken cancel) =>
        (await NamesAsync(runId, Ready, cancel)).Select(name => name[Ready.Length..]).ToHashSet();

    /// <summary>Tells the tasks when they begin.</summary>
    public Task WriteStartAsync(string runId, DateTimeOffset start) => PutAsync(runId, Assignment.StartFileName, Assignment.StartJson(runId, start));

    /// <summary>Writes a file of the merged report.</summary>
    public Task UploadAsync(string runId, string file) => ExplainAsync(
        "write the report into the bucket",
        () => s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = Key(runId, "report/" + Path.GetFileName(file)), FilePath = file }));

    /// <summary>Downloads what the tasks left, with the folders that it has there; gives the paths below the run's folder.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="folder">The run's folder on this machine.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<IReadOnlyList<string>> DownloadAsync(string runId, string folder, CancellationToken cancel)
    {
        var names = await NamesAsync(runId, "workers/", cancel);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancel };
        await Parallel.ForEachAsync(names, parallel, async (name, token) =>
        {
            var request = new GetObjectRequest { BucketName = bucket, Key = Key(runId, name) };
            using var answer = await ExplainAsync($"read {name} of run {runId}", () => s3.GetObjectAsync(request, token));
            await answer.WriteResponseStreamToFileAsync(Path.Combine(folder, name), append: false, token);
        });
        return names;
    }

    private static string Key(string runId, string name) => $"{Runs}{runId}/{name}";

    private static bool IsMissing(Amazon.Runtime.AmazonServiceException failure) =>
        failure.ErrorCode == "NoSuchKey" || (failure.StatusCode == HttpStatusCode.NotFound && failure.ErrorCode != "NoSuchBucket");

    private async Task<List<string>> NamesAsync(string runId, string below, CancellationToken cancel)
    {
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = Key(runId, below) };
        do
        {
            var page = await ExplainAsync($"list {below} of run {runId}", () => s3.ListObjectsV2Async(request, cancel));
            names.AddRange((page.S3Objects ?? []).Select(found => found.Key[Key(runId, "").Length..]).Where(name => !name.Split('/').Contains("..")));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);

        return names;
    }

    // Small, and worth more than the moment that a stop would save: it is never broken off.
    private Task<PutObjectResponse> PutAsync(string runId, string name, string text) => ExplainAsync(
        $"write {name} of run {runId}",
        () => s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = Key(runId, name), ContentBody = text, ContentType = "application/json" }));

    private Task<T> ExplainAsync<T>(string doing, Func<Task<T>> call, Func<Amazon.Runtime.AmazonServiceException, bool>? passOn = null) =>
        AwsFailures.ExplainAsync($"{doing} (bucket {bucket})", session, call, passOn);
}
