using Build.Aws;
using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Images;

/// <summary>Decides for the steps of the image, inside their run, whether there is anything to do.</summary>
public sealed class ImageNeed(DeploymentSettings deployment, BuildOptions options, AwsAccess access, ImageRepository repository, ImageTags tags)
{
    private string? _digest;

    /// <summary>The image that was given instead of one to build and push; null where none is.</summary>
    public string? Given => deployment.Settings.Get(EcsOptions.ContainerImage) is { Length: > 0 } image ? image : null;

    /// <summary>Why a step that a target needs has nothing to do, in a sentence; null where it has.</summary>
    /// <param name="target">The step's target: what is asked for by its own name is done.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task<string?> WhyNotAsync(string target, CancellationToken cancel)
    {
        var isAskedFor = options.Targets.Contains(target, StringComparer.OrdinalIgnoreCase);
        if (target != nameof(Tasks.Build) && deployment.Settings.IsLocal) return "the environment is local: no image is needed";
        if (!isAskedFor && Given is { } image) return $"the image is given: {image} of {deployment.Settings.Origin(EcsOptions.ContainerImage)}";
        if (!access.IsOpen || await DigestAsync(cancel) is null) return null;
        return $"{repository.Name}:{await tags.CurrentAsync()} is in the repository already";
    }

    /// <summary>The image as it is known without building or pushing: the one that is given, else the one that the files here make, by its digest.</summary>
    /// <returns>Null where it is not in the repository yet.</returns>
    /// <exception cref="ProblemException">ECR cannot be asked.</exception>
    public async Task<string?> KnownAsync(CancellationToken cancel) =>
        Given ?? (await DigestAsync(cancel) is { } digest ? await repository.ByDigestAsync(digest, cancel) : null);

    /// <summary>The digest of the image in the repository, asked for until it is there; null while it is not.</summary>
    /// <exception cref="ProblemException">ECR cannot be asked.</exception>
    public async Task<string?> DigestAsync(CancellationToken cancel) =>
        _digest ??= await repository.DigestOfAsync(await tags.CurrentAsync(), cancel);
}
