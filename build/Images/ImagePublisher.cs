using Build.Options;
using Build.Output;
using Build.Stacks.Deployment;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Images;

/// <summary>Brings the image into its repository, and names it by its digest from then on.</summary>
public sealed class ImagePublisher(
    ImageNeed need, ImageNamer namer, ImageBuilder builder, ImageRepository repository, StackDeployer stacks, Docker docker, DeploymentSettings deployment, Screen screen,
    Outcome outcome)
{
    // What the step has pushed is what is deployed, without another look.
    private string? _image;

    /// <summary>The step of its own: pushes, and says what came of it.</summary>
    /// <exception cref="ProblemException">See <see cref="PushAsync"/>.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (deployment.Settings.IsLocal)
        {
            screen.Line("nothing to push: the environment is local: no image is needed");
            return;
        }

        var image = await PushAsync(cancel);
        outcome.Report("image", image);
        screen.Line($"image {image}");
    }

    /// <summary>Pushes the image unless it is in the repository already; with an image that is given, there is nothing to push.</summary>
    /// <returns>The image by its digest: <c>REGISTRY/NAME@sha256:DIGEST</c>.</returns>
    /// <exception cref="ProblemException">There is no image, Docker or ECR refuses, or a given image has no digest.</exception>
    public async Task<string> PushAsync(CancellationToken cancel) => _image ??= await FindOrPushAsync(cancel);

    private async Task<string> FindOrPushAsync(CancellationToken cancel)
    {
        if (need.Given is { } given)
        {
            var image = WithDigest(given);
            screen.Line($"nothing to push: the image is given: {image} of {deployment.Settings.Origin(EcsOptions.ContainerImage)}");
            return image;
        }

        var name = await namer.NameAsync(cancel);
        if (await need.DigestAsync(cancel) is not { } digest)
        {
            await stacks.EnsureRegistryAsync(cancel);
            await SendAsync(name, cancel);
            digest = await need.DigestAsync(cancel) ?? throw new ProblemException(new Problem(
                ErrorCodes.ImageNotPushed, $"{name} was pushed, and ECR does not show it", null, "run the same command again"));
        }
        else
        {
            screen.Line($"nothing to push: {name} is in the repository already");
        }

        return await repository.ByDigestAsync(digest, cancel);
    }

    private async Task SendAsync(string name, CancellationToken cancel)
    {
        builder.Verify(name, cancel);
        var address = await repository.RegistryAsync(cancel);
        var host = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DOCKER_HOST")) ? docker.ContextHost(cancel) : null;
        using var config = new PrivateDockerConfig(address, host);
        var (user, password) = await repository.LoginAsync(cancel);
        docker.Login(address, user, password, config, cancel);
        docker.Push(name, config, cancel);
    }

    private string WithDigest(string image)
    {
        if (image.Contains("@sha256:", StringComparison.Ordinal)) return image;
        var repositoryName = image.Split('/')[^1].Split(':')[0];
        throw new ProblemException(new Problem(
            ErrorCodes.ImageWithoutDigest, $"{image} has no digest, so it may be another image tomorrow", deployment.Settings.Origin(EcsOptions.ContainerImage),
            $"look its digest up with: aws ecr describe-images --repository-name {repositoryName} --image-ids imageTag={image.Split(':')[^1]} --query imageDetails[0].imageDigest"));
    }
}
