using Build.Options;
using Build.Output;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Values;

namespace Build.Images;

/// <summary>Finds the tag of the image that the files here make. It is found once: a file that changes during the run does not change it.</summary>
public sealed class ImageTags(ImageSource source, BuildPaths paths, BuildOptions options, DeploymentSettings deployment)
{
    private const int CommitDigits = 12;
    private const int DifferenceDigits = 8;
    private Task<ImageTag>? _tag;

    /// <summary>The processor of the image, in the words of Docker.</summary>
    public string Architecture => deployment.Settings.Get(EcsOptions.CpuArchitecture) == CpuArchitecture.Arm64 ? "arm64" : "amd64";

    /// <summary>The tag.</summary>
    public Task<ImageTag> CurrentAsync() => _tag ??= FindAsync();

    private async Task<ImageTag> FindAsync()
    {
        var baseImage = options.Get(AutomationOptions.BaseImage);
        if (await source.CommitAsync() is not { } commit) return Tag((await ContentAsync(baseImage))[..CommitDigits], null);
        var isCommitted = baseImage.Length == 0 && !await source.IsChangedAsync();
        return Tag(commit[..CommitDigits], isCommitted ? null : (await ContentAsync(baseImage))[..DifferenceDigits]);
    }

    private ImageTag Tag(string from, string? difference) => new(AutomationVersion.OfProject, from, Architecture, difference);

    private async Task<string> ContentAsync(string baseImage) => ImageContent.Hash(paths.Root, await source.FilesAsync(), baseImage);
}
