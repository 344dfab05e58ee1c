using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using LoadTest.Configuration.Problems;
using LoadTest.DynamoDb;

namespace LoadTest.Workers;

/// <summary>What the tasks of a run and whoever started them tell each other: small files below <c>runs/RUN-ID/</c> in the results bucket.</summary>
/// <param name="client">The object store.</param>
/// <param name="bucket">The results bucket.</param>
/// <param name="runId">The run.</param>
/// <param name="failures">Explains what goes wrong.</param>
/// <param name="time">The clock.</param>
public sealed class RunBoard(IAmazonS3 client, string bucket, string runId, AwsFailures failures, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(15);

    /// <summary>Writes a file.</summary>
    /// <exception cref="ProblemException">It cannot be written.</exception>
    public Task PutAsync(string name, string text, CancellationToken stop) => failures.ExplainAsync(
        $"write {Address(name)}", () => client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = Key(name), ContentBody = text }, stop));

    /// <summary>Waits until a file is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="saying">What it says, as the end of a sentence.</param>
    /// <param name="patience">How long at the most.</param>
    /// <param name="note">Told now and then that it still waits.</param>
    /// <param name="stop">Gives it up.</param>
    /// <exception cref="ProblemException">It may not be read, the bucket is gone, or nobody wrote it in time.</exception>
    public async Task<ReadOnlyMemory<byte>> WaitForAsync(string name, string saying, TimeSpan patience, Action<string> note, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        var noted = TimeSpan.Zero;
        note($"waiting for {Address(name)}, which says {saying}");
        while (true)
        {
            if (await ReadAsync(name, stop) is { } content) return content;
            var waited = time.GetElapsedTime(started);
            if (waited > patience) throw Missing(name, patience);
            if (waited - noted >= BetweenNotes)
            {
                noted = waited;
                note(string.Create(CultureInfo.InvariantCulture, $"still waiting for {name}, for {waited.TotalSeconds:N0} s of at most {patience.TotalSeconds:N0}"));
            }

            await Task.Delay(Pause, time, stop);
        }
    }

    private string Key(string name) => $"runs/{runId}/{name}";

    private string Address(string name) => $"s3://{bucket}/{Key(name)}";

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken stop)
    {
        try
        {
            return await failures.ExplainAsync($"read {Address(name)}", () => DownloadAsync(name, stop), IsNotThereYet);
        }
        catch (AmazonS3Exception notYet) when (IsNotThereYet(notYet))
        {
            return null;
        }
    }

    private async Task<ReadOnlyMemory<byte>> DownloadAsync(string name, CancellationToken stop)
    {
        using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = Key(name) }, stop);
        using var content = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(content, stop);
        return content.ToArray();
    }

    private static bool IsNotThereYet(Amazon.Runtime.AmazonServiceException failure) => failure.ErrorCode == "NoSuchKey";

    private ProblemException Missing(string name, TimeSpan patience) => new(new Problem(
        ErrorCodes.AssignmentMissing,
        string.Create(CultureInfo.InvariantCulture, $"{Address(name)} did not come within {patience.TotalMinutes:0.##} minutes"),
        null, "see what happened to whoever started the tasks; the other tasks may not have come up"));
}
