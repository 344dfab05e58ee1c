using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;
using Build.Aws;
using Build.Errors;
using Build.Output;

namespace Build.Stacks.Data;

/// <summary>Buckets that stacks made.</summary>
public sealed class StoredBuckets(AwsClients clients, Screen screen)
{
    /// <summary>
    /// The buckets of an environment whose names CloudFormation made from a stack's name and the name in its template, be the stack there or
    /// not. One without the tags of the environment is someone else's.
    /// </summary>
    public async Task<IReadOnlyList<StoredBucket>> FindAsync(string stackName, string logicalName, string holds, string environment, CancellationToken cancel)
    {
        var client = await clients.S3Async(cancel);
        var (start, part) = (stackName.ToLowerInvariant(), $"-{logicalName.ToLowerInvariant()}-");
        return await AskAsync("look for buckets", async () =>
        {
            var found = new List<StoredBucket>();
            foreach (var bucket in (await client.ListBucketsAsync(new ListBucketsRequest { Prefix = start }, cancel)).Buckets ?? [])
            {
                if (!bucket.BucketName.StartsWith(start + part, StringComparison.Ordinal)) continue;
                if (StackTags.AreOf(environment, await TagsAsync(client, bucket.BucketName, cancel))) found.Add(new StoredBucket(bucket.BucketName, holds));
            }

            return found;
        }, cancel);
    }

    /// <summary>Deletes everything in a bucket, old versions too, and then the bucket.</summary>
    public async Task DeleteAsync(StoredBucket bucket, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        var client = await clients.S3Async(cancel);
        var deleted = await AskAsync($"delete the bucket {bucket.Name}", async () =>
        {
            var count = await EmptyAsync(client, bucket.Name, cancel);
            await client.DeleteBucketAsync(bucket.Name, cancel);
            return count;
        }, cancel);
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"the bucket {bucket.Name} is gone, with {deleted} objects"));
    }

    private async Task<int> EmptyAsync(IAmazonS3 client, string bucket, CancellationToken cancel)
    {
        var deleted = 0;
        var request = new ListVersionsRequest { BucketName = bucket };
        while (true)
        {
            var page = await client.ListVersionsAsync(request, cancel);
            var keys = (page.Versions ?? []).Select(version => new KeyVersion { Key = version.Key, VersionId = version.VersionId }).ToList();
            if (keys.Count > 0) await client.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = keys, Quiet = true }, cancel);
            deleted += keys.Count;
            if (page.IsTruncated != true) return deleted;
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"emptying the bucket {bucket}: {deleted} objects so far"));
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> TagsAsync(IAmazonS3 client, string bucket, CancellationToken cancel)
    {
        var answer = await client.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = bucket }, cancel);
        return (answer.TagSet ?? []).ToDictionary(tag => tag.Key, tag => tag.Value);
    }

    private async Task<T> AskAsync<T>(string doing, Func<Task<T>> call, CancellationToken cancel) =>
        await AwsFailures.ExplainAsync(doing, await clients.SessionAsync(cancel), call);
}
