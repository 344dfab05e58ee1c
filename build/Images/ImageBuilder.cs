using Build.DotNet;
using Build.Options;
using Build.Output;
using LoadTest.Configuration.Problems;

namespace Build.Images;

/// <summary>Builds the image of the load test on this machine. Nothing of AWS is needed.</summary>
public sealed class ImageBuilder(
    ImageNeed need, ImageTags tags, ImageSource source, ImageRepository repository, Publisher publisher, Docker docker, BuildPaths paths, BuildOptions options, Screen screen)
{
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ExecutableByAll = ReadableByAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The image's name on this machine.</summary>
    public async Task<string> NameAsync() => $"{repository.Name}:{await tags.CurrentAsync()}";

    /// <summary>Publishes the program and puts it into an image, unless that very image is there.</summary>
    /// <exception cref="ProblemException">Docker cannot be used, or the image cannot be built.</exception>
    /// <exception cref="Build.Processes.StepFailedException">The program cannot be published.</exception>
    public async Task BuildAsync(CancellationToken cancel)
    {
        if (await need.WhyNotAsync(nameof(Tasks.Build), cancel) is { } reason)
        {
            screen.Line($"nothing to build: {reason}");
            return;
        }

        var name = await NameAsync();
        if (docker.Inspect(name, "{{.Architecture}}", cancel) == tags.Architecture)
        {
            screen.Line($"nothing to build: {name} is on this machine already");
            return;
        }

        var rid = tags.Architecture == "arm64" ? "linux-arm64" : "linux-x64";
        await publisher.PublishAsync(rid);
        Open(paths.Published(rid));
        docker.Build(await RecipeAsync(name, rid), cancel);
        Verify(name, cancel);
        screen.Line($"built {name}");
    }

    /// <summary>Makes sure that the image is for the processor of the tasks.</summary>
    /// <exception cref="ProblemException">It is for another one, or it is not there.</exception>
    public void Verify(string name, CancellationToken cancel)
    {
        var found = docker.Inspect(name, "{{.Os}}/{{.Architecture}}", cancel);
        if (found == $"linux/{tags.Architecture}") return;
        throw new ProblemException(
            found is null
                ? new Problem(ErrorCodes.ImageNotBuilt, $"there is no image {name} on this machine", null, "build it with: ./build.sh --target=Build")
                : new Problem(
                    ErrorCodes.WrongArchitecture, $"{name} is for {found}, and the tasks need linux/{tags.Architecture}", "CpuArchitecture",
                    "give a base image for that processor with --base-image=NAME, or change --cpu-architecture"));
    }

    private async Task<ImageRecipe> RecipeAsync(string name, string rid)
    {
        List<string> arguments =
        [
            $"PUBLISHED=artifacts/publish/{rid}", $"VERSION={AutomationVersion.OfProject}", $"REVISION={await source.CommitAsync() ?? "unknown"}",
        ];
        if (options.Get(AutomationOptions.BaseImage) is { Length: > 0 } baseImage) arguments.Add($"BASE_IMAGE={baseImage}");
        return new ImageRecipe(name, paths.Dockerfile, paths.Root, $"linux/{tags.Architecture}", arguments);
    }

    // The program does not run as the owner of its files: where the umask keeps others out, it could not be started.
    private static void Open(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var isProgram = File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
            File.SetUnixFileMode(file, UnixFileMode.UserWrite | (isProgram ? ExecutableByAll : ReadableByAll));
        }

        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder))
            File.SetUnixFileMode(inner, UnixFileMode.UserWrite | ExecutableByAll);
    }
}
