using System.Text;
using Amazon.ECR.Model;
using Build.Aws;
using Build.Errors;
using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Images;

/// <summary>The image's repository in ECR, of the account and region of the session.</summary>
public sealed class ImageRepository(AwsClients clients, DeploymentSettings deployment)
{
    /// <summary>The repository's name.</summary>
    public string Name => deployment.Settings.Get(EcsOptions.ECRRepositoryName);

    /// <summary>The registry's address: <c>123456789012.dkr.ecr.us-east-1.amazonaws.com</c>.</summary>
    public async Task<string> RegistryAsync(CancellationToken cancel)
    {
        var session = await clients.SessionAsync(cancel);
        return $"{session.AccountId}.dkr.ecr.{session.Region.SystemName}.{session.Region.PartitionDnsSuffix}";
    }

    /// <summary>An image of the repository by its digest: <c>REGISTRY/NAME@sha256:DIGEST</c>.</summary>
    public async Task<string> ByDigestAsync(string digest, CancellationToken cancel) => $"{await RegistryAsync(cancel)}/{Name}@{digest}";

    /// <summary>The digest of the image with the tag; null where there is none, or no such repository.</summary>
    /// <exception cref="ProblemException">ECR cannot be asked.</exception>
    public async Task<string?> DigestOfAsync(ImageTag tag, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var ecr = await clients.EcrAsync(cancel);
        var request = new DescribeImagesRequest { RepositoryName = Name, ImageIds = [new ImageIdentifier { ImageTag = tag.ToString() }] };
        try
        {
            var found = await AwsFailures.ExplainAsync(
                $"look for {Name}:{tag} in ECR (ecr:DescribeImages)", await clients.SessionAsync(cancel), () => ecr.DescribeImagesAsync(request, cancel),
                failure => failure is ImageNotFoundException or RepositoryNotFoundException);
            return found.ImageDetails.FirstOrDefault()?.ImageDigest;
        }
        catch (Exception missing) when (missing is ImageNotFoundException or RepositoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>User and password for the registry, good for 12 hours. They are for Docker's standard input and for nothing else.</summary>
    /// <exception cref="ProblemException">ECR gives none.</exception>
    public async Task<(string User, string Password)> LoginAsync(CancellationToken cancel)
    {
        var ecr = await clients.EcrAsync(cancel);
        var answer = await AwsFailures.ExplainAsync(
            "get a login for the registry (ecr:GetAuthorizationToken)", await clients.SessionAsync(cancel),
            () => ecr.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest(), cancel));
        var both = Encoding.UTF8.GetString(Convert.FromBase64String(answer.AuthorizationData[0].AuthorizationToken)).Split(':', 2);
        return (both[0], both[1]);
    }
}
