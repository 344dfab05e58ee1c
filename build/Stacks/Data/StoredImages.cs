using System.Globalization;
using Amazon.ECR;
using Amazon.ECR.Model;
using Build.Aws;
using Build.Errors;
using Build.Output;

namespace Build.Stacks.Data;

/// <summary>The images of the repository.</summary>
public sealed class StoredImages(AwsClients clients, Screen screen)
{
    // The most that one call takes.
    private const int BatchSize = 100;

    /// <summary>Deletes every image; the repository stays.</summary>
    public async Task DeleteAllAsync(string repository, CancellationToken cancel)
    {
        var client = await clients.EcrAsync(cancel);
        var deleted = await AwsFailures.ExplainAsync($"empty the repository {repository}", await clients.SessionAsync(cancel), async () =>
        {
            var deleted = 0;

            // An image that an index refers to goes only after the index: as long as each round deletes something, there is another one.
            while (await AllAsync(client, repository, cancel) is { Count: > 0 } images)
            {
                var round = 0;
                foreach (var batch in images.Chunk(BatchSize)) round += await DeleteAsync(client, repository, batch, cancel);
                deleted += round;
                if (round == 0) throw new AmazonECRException(string.Create(CultureInfo.InvariantCulture, $"{images.Count} images could not be deleted"), null, Amazon.Runtime.ErrorType.Sender, "ImagesRemain", null, default);
            }

            return deleted;
        });
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"the repository {repository} is empty: {deleted} images deleted"));
    }

    private static async Task<int> DeleteAsync(IAmazonECR client, string repository, IEnumerable<string> digests, CancellationToken cancel)
    {
        var answer = await client.BatchDeleteImageAsync(new BatchDeleteImageRequest
        {
            RepositoryName = repository,
            ImageIds = [.. digests.Select(digest => new ImageIdentifier { ImageDigest = digest })],
        }, cancel);
        return (answer.ImageIds ?? []).DistinctBy(image => image.ImageDigest).Count();
    }

    private static async Task<List<string>> AllAsync(IAmazonECR client, string repository, CancellationToken cancel)
    {
        var digests = new HashSet<string>(StringComparer.Ordinal);
        var request = new ListImagesRequest { RepositoryName = repository };
        do
        {
            var page = await client.ListImagesAsync(request, cancel);
            digests.UnionWith((page.ImageIds ?? []).Select(image => image.ImageDigest));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return [.. digests];
    }
}
