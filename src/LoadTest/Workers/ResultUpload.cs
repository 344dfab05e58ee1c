using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using LoadTest.Configuration.Problems;
using LoadTest.DynamoDb;
using LoadTest.Planning;

namespace LoadTest.Workers;

/// <summary>Brings a worker's results into the results bucket: <c>runs/RUN-ID/workers/NUMBER/</c>.</summary>
/// <param name="client">The object store.</param>
/// <param name="bucket">The results bucket.</param>
/// <param name="failures">Explains what goes wrong.</param>
/// <param name="time">The clock.</param>
public sealed class ResultUpload(IAmazonS3 client, string bucket, AwsFailures failures, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    /// <summary>Uploads the files of a run's folder, the record first, and tries again what fails for the moment.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="runId">The run.</param>
    /// <param name="worker">The worker's number.</param>
    /// <param name="patience">How long at the most.</param>
    /// <returns>Why they are not all there; null when they are.</returns>
    public async Task<Problem?> UploadAsync(string folder, string runId, int worker, TimeSpan patience)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"runs/{runId}/workers/{worker:D4}/");
        using var limit = new CancellationTokenSource(patience, time);
        foreach (var file in Directory.EnumerateFiles(folder).OrderBy(file => Path.GetFileName(file) != RunPlace.RecordName))
        {
            if (await UploadAsync(file, prefix + Path.GetFileName(file), limit.Token) is { } failure) return failure;
        }

        return null;
    }

    private async Task<Problem?> UploadAsync(string file, string key, CancellationToken limit)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 > LongestPause ? LongestPause : pause * 2)
        {
            try
            {
                await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, FilePath = file }, limit);
                return null;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // What is denied or missing stays so.
                if (limit.IsCancellationRequested || failure is AmazonS3Exception { StatusCode: >= (System.Net.HttpStatusCode)400 and < (System.Net.HttpStatusCode)500 })
                    return failures.Explain($"write s3://{bucket}/{key}", failure) with { Code = ErrorCodes.ResultsNotUploaded };
                await Task.Delay(pause, time, limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
