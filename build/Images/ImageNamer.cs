using Build.Output;
using LoadTest.Configuration.Problems;

namespace Build.Images;

/// <summary>Gives the built image its name in the registry.</summary>
public sealed class ImageNamer(ImageNeed need, ImageTags tags, ImageBuilder builder, ImageRepository repository, Docker docker, Screen screen)
{
    /// <summary>The image's name in the registry, with its tag.</summary>
    public async Task<string> NameAsync(CancellationToken cancel) =>
        $"{await repository.RegistryAsync(cancel)}/{repository.Name}:{await tags.CurrentAsync()}";

    /// <summary>Names the image, and says how.</summary>
    /// <exception cref="ProblemException">There is no image, or it is for another processor.</exception>
    public async Task TagAsync(CancellationToken cancel)
    {
        if (await need.WhyNotAsync(nameof(Tasks.Tag), cancel) is { } reason)
        {
            screen.Line($"nothing to tag: {reason}");
            return;
        }

        var (local, name) = (await builder.NameAsync(), await NameAsync(cancel));
        builder.Verify(local, cancel);
        docker.Tag(local, name, cancel);
        screen.Line($"tagged {name}");
    }
}
