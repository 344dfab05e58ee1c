using Amazon.ECR.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ECR;

/// <summary>The calls of Amazon ECR.</summary>
public interface IAmazonECR : IAmazonService, IDisposable
{
    /// <summary>Removes images, or one tag of an image that has more.</summary>
    Task<BatchDeleteImageResponse> BatchDeleteImageAsync(BatchDeleteImageRequest request, CancellationToken cancellationToken = default);

    /// <summary>The manifests of images. What is not there is among the failures.</summary>
    Task<BatchGetImageResponse> BatchGetImageAsync(BatchGetImageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Images with digest, tags and size, in pages. One that was asked for by name and is not there is an error.</summary>
    Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Repositories by name, or all of them in pages.</summary>
    Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(
        DescribeRepositoriesRequest request, CancellationToken cancellationToken = default);

    /// <summary>A token to log in to the registry with, good for 12 hours.</summary>
    Task<GetAuthorizationTokenResponse> GetAuthorizationTokenAsync(
        GetAuthorizationTokenRequest request, CancellationToken cancellationToken = default);

    /// <summary>Digests and tags of a repository, in pages.</summary>
    Task<ListImagesResponse> ListImagesAsync(ListImagesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECRConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonECRConfig config)
            throw new AmazonClientException($"{clientConfig.GetType().Name} is not a {nameof(AmazonECRConfig)}.");
        return awsCredentials is null ? new AmazonECRClient(config) : new AmazonECRClient(awsCredentials, config);
    }
}
