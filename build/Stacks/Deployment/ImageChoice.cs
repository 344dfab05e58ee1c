using Build.Options;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Problems;

namespace Build.Stacks.Deployment;

/// <summary>The image that is deployed.</summary>
public sealed class ImageChoice(DeploymentSettings settings)
{
    private const string Digest = "@sha256:";

    /// <summary>The image by digest that the settings name.</summary>
    /// <exception cref="ProblemException">They name none, or one by a tag, which can be moved.</exception>
    public string Image()
    {
        var given = settings.Settings.Get(EcsOptions.ContainerImage);
        if (given.Contains(Digest, StringComparison.Ordinal)) return given;
        throw new ProblemException(new Problem(
            ErrorCodes.MissingValue, given.Length == 0 ? "no image is named" : $"the image '{given}' is not named by its digest",
            given.Length == 0 ? null : settings.Settings.Origin(EcsOptions.ContainerImage),
            $"name one by digest: --container-image=REPOSITORY{Digest}<64 hexadecimal digits>"));
    }
}
