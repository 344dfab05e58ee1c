using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using LoadTest.Configuration.Problems;
using LoadTest.DynamoDb;

namespace LoadTest.Workers;

/// <summary>Waits until whoever started the tasks of a run has written down which of them does what.</summary>
/// <param name="client">The object store.</param>
/// <param name="bucket">The results bucket.</param>
/// <param name="failures">Explains what goes wrong.</param>
/// <param name="time">The clock.</param>
public sealed class AssignmentWait(IAmazonS3 client, string bucket, AwsFailures failures, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(15);

    /// <summary>Waits for the assignment of a run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="patience">How long at the most.</param>
    /// <param name="note">Told now and then that it still waits.</param>
    /// <param name="stop">Gives it up.</param>
    /// <exception cref="ProblemException">It may not be read, the bucket is gone, or nobody wrote it in time.</exception>
    public async Task<ReadOnlyMemory<byte>> ForAsync(string runId, TimeSpan patience, Action<string> note, CancellationToken stop)
    {
        var key = $"runs/{runId}/assignment.json";
        var started = time.GetTimestamp();
        var noted = TimeSpan.Zero;
        note($"waiting for s3://{bucket}/{key}, which says what part of the load this task takes");
        while (true)
        {
            if (await ReadAsync(key, stop) is { } assignment) return assignment;
            var waited = time.GetElapsedTime(started);
            if (waited > patience) throw Missing(key, patience);
            if (waited - noted >= BetweenNotes)
            {
                noted = waited;
                note(string.Create(CultureInfo.InvariantCulture, $"still waiting for the assignment, for {waited.TotalSeconds:N0} s of at most {patience.TotalSeconds:N0}"));
            }

            await Task.Delay(Pause, time, stop);
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(string key, CancellationToken stop)
    {
        try
        {
            return await failures.ExplainAsync($"read s3://{bucket}/{key}", () => DownloadAsync(key, stop), IsNotThereYet);
        }
        catch (AmazonS3Exception notYet) when (IsNotThereYet(notYet))
        {
            return null;
        }
    }

    private async Task<ReadOnlyMemory<byte>> DownloadAsync(string key, CancellationToken stop)
    {
        using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, stop);
        using var content = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(content, stop);
        return content.ToArray();
    }

    private static bool IsNotThereYet(Amazon.Runtime.AmazonServiceException failure) => failure.ErrorCode == "NoSuchKey";

    private ProblemException Missing(string key, TimeSpan patience) => new(new Problem(
        ErrorCodes.AssignmentMissing,
        string.Create(CultureInfo.InvariantCulture, $"s3://{bucket}/{key} did not come within {patience.TotalMinutes:0.##} minutes"),
        null, "see what happened to whoever started the tasks; the other tasks may not have come up"));
}
