using System.Text;
using Amazon.ECR;
using Amazon.ECR.Model;
using Compat.Tests.Wire;
using TestSupport.Moto;

namespace Compat.Tests.Moto;

/// <summary>A registry through the stand-in. moto does not see a push, so the image is put by its own call.</summary>
internal sealed class EcrTests : MotoTests
{
    private const string Manifest = """
        {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
         "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1,
         "digest": "sha256:0000000000000000000000000000000000000000000000000000000000000000"}, "layers": []}
        """;

    private AmazonECRClient _client = null!;

    [SetUp]
    public async Task Fill()
    {
        _client = Clients.Ecr(Url);
        using var wire = new MotoClient(new Uri(Url), Clients.Region);
        await wire.JsonAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.CreateRepository", """{"repositoryName": "app", "imageTagMutability": "IMMUTABLE"}""");
        await wire.JsonAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.PutImage",
            $$"""{"repositoryName": "app", "imageTag": "v1", "imageManifest": {{System.Text.Json.JsonSerializer.Serialize(Manifest)}}}""");
    }

    [TearDown]
    public void Close() => _client.Dispose();

    [Test]
    public async Task A_login_token_decodes_to_user_and_password()
    {
        var data = (await _client.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest())).AuthorizationData.Single();

        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String(data.AuthorizationToken)), Does.StartWith("AWS:"));
        Assert.That(data.ProxyEndpoint, Does.Contain(".dkr.ecr."));
        Assert.That(data.ExpiresAt, Is.Not.Null);
    }

    [Test]
    public async Task A_repository_and_its_images_are_described_fetched_and_deleted()
    {
        var repository = (await _client.DescribeRepositoriesAsync(
            new DescribeRepositoriesRequest { RepositoryNames = ["app"] })).Repositories.Single();
        var image = (await _client.DescribeImagesAsync(
            new DescribeImagesRequest { RepositoryName = "app", ImageIds = [new() { ImageTag = "v1" }] })).ImageDetails.Single();
        var listed = (await _client.ListImagesAsync(new ListImagesRequest { RepositoryName = "app" })).ImageIds.Single();
        var fetched = await _client.BatchGetImageAsync(
            new BatchGetImageRequest { RepositoryName = "app", ImageIds = [new() { ImageTag = "v1" }, new() { ImageTag = "v2" }] });
        var deleted = await _client.BatchDeleteImageAsync(
            new BatchDeleteImageRequest { RepositoryName = "app", ImageIds = [new() { ImageTag = "v1" }] });

        Assert.Multiple(() =>
        {
            Assert.That(
                repository,
                Has.Property("ImageTagMutability").EqualTo(ImageTagMutability.IMMUTABLE).And.Property("RepositoryUri").Contains("/app"));
            Assert.That(image.ImageTags, Is.EqualTo(new[] { "v1" }));
            Assert.That(image.ImageDigest, Does.StartWith("sha256:"));
            Assert.That(listed.ImageDigest, Is.EqualTo(image.ImageDigest));
            Assert.That(fetched.Images.Single().ImageManifest, Does.Contain("schemaVersion"));
            Assert.That(fetched.Failures.Single().FailureCode, Is.EqualTo(ImageFailureCode.ImageNotFound));
            Assert.That(deleted.ImageIds.Single().ImageTag, Is.EqualTo("v1"));
        });
    }

    [Test]
    public async Task A_missing_repository_and_a_missing_image_have_exceptions_of_their_own()
    {
        await Assert.ThrowsAsync<RepositoryNotFoundException>(
            () => _client.DescribeRepositoriesAsync(new DescribeRepositoriesRequest { RepositoryNames = ["none"] }));
        var error = await Assert.ThrowsAsync<ImageNotFoundException>(
            () => _client.DescribeImagesAsync(new DescribeImagesRequest { RepositoryName = "app", ImageIds = [new() { ImageTag = "none" }] }));

        Assert.That(error!.ErrorCode, Is.EqualTo("ImageNotFoundException"));
    }
}
