using System.Text.RegularExpressions;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Build.Errors;
using LoadTest.Configuration.Problems;

namespace Build.Ecs.Checks;

/// <summary>Whether the image of the task definition can be pulled: a task finds out only after a minute.</summary>
internal sealed partial class ImageCheck(EcsAccess aws, IAmazonECR ecr)
{
    /// <summary>The image, once it was checked.</summary>
    public string Image { get; private set; } = "";

    /// <summary>Looks the image up, where it is in ECR.</summary>
    public async Task<Problem?> CheckAsync(DeployedLoadTest place, CancellationToken cancel)
    {
        var request = new DescribeTaskDefinitionRequest { TaskDefinition = place.TaskDefinition };
        var answer = await AwsFailures.ExplainAsync(
            $"read the task definition {place.TaskDefinition}", aws.Session, () => aws.Ecs.DescribeTaskDefinitionAsync(request, cancel));
        Image = answer.TaskDefinition.ContainerDefinitions.First(container => container.Name == place.Container).Image;
        if (InEcr().Match(Image) is not { Success: true } name || await IsThereAsync(name, cancel)) return null;
        return new Problem(
            ErrorCodes.ImageMissing, $"the image of the task definition is not in the repository any more: {Image}", null,
            $"build, push and deploy it with: ./build.sh --target=Deploy --environment={place.Environment}");
    }

    private async Task<bool> IsThereAsync(Match name, CancellationToken cancel)
    {
        var id = name.Groups["digest"] is { Success: true, Value: var digest } ? new ImageIdentifier { ImageDigest = digest } : new ImageIdentifier { ImageTag = name.Groups["tag"].Value };
        var request = new BatchGetImageRequest { RegistryId = name.Groups["account"].Value, RepositoryName = name.Groups["repository"].Value, ImageIds = [id] };
        try
        {
            var answer = await AwsFailures.ExplainAsync($"look for the image {Image}", aws.Session, () => ecr.BatchGetImageAsync(request, cancel), IsMissing);
            return answer.Images?.Count > 0;
        }
        catch (AmazonServiceException missing) when (IsMissing(missing))
        {
            return false;
        }
    }

    private static bool IsMissing(AmazonServiceException failure) => failure is RepositoryNotFoundException;

    [GeneratedRegex(@"^(?<account>[0-9]{12})\.dkr\.ecr\.[a-z0-9.-]+/(?<repository>[^:@]+)(@(?<digest>sha256:[0-9a-f]{64})|:(?<tag>[^@]+))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InEcr();
}
