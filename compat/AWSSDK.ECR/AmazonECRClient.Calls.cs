using Amazon.ECR.Model;
using Amazon.Plumbing.Errors;
using Amazon.Plumbing.Json;

namespace Amazon.ECR;

public sealed partial class AmazonECRClient
{
    private static readonly JsonProtocol Protocol =
        new("Amazon.ECR", "2015-09-21", "AmazonEC2ContainerRegistry_V20150921", new ErrorTypes(typeof(AmazonECRException)));

    public Task<BatchDeleteImageResponse> BatchDeleteImageAsync(
        BatchDeleteImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BatchDeleteImageResponse>(request, Protocol.Call<BatchDeleteImageResponse>(), cancellationToken);

    public Task<BatchGetImageResponse> BatchGetImageAsync(BatchGetImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BatchGetImageResponse>(request, Protocol.Call<BatchGetImageResponse>(), cancellationToken);

    public Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeImagesResponse>(request, Protocol.Call<DescribeImagesResponse>(), cancellationToken);

    public Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(
        DescribeRepositoriesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeRepositoriesResponse>(request, Protocol.Call<DescribeRepositoriesResponse>(), cancellationToken);

    public Task<GetAuthorizationTokenResponse> GetAuthorizationTokenAsync(
        GetAuthorizationTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAuthorizationTokenResponse>(request, Protocol.Call<GetAuthorizationTokenResponse>(), cancellationToken);

    public Task<ListImagesResponse> ListImagesAsync(ListImagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListImagesResponse>(request, Protocol.Call<ListImagesResponse>(), cancellationToken);
}
