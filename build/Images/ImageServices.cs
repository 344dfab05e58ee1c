using Microsoft.Extensions.DependencyInjection;

namespace Build.Images;

/// <summary>The services that build and push the image.</summary>
internal static class ImageServices
{
    public static IServiceCollection AddImages(this IServiceCollection services) => services
        .AddSingleton<Docker>()
        .AddSingleton<ImageSource>()
        .AddSingleton<ImageTags>()
        .AddSingleton<ImageRepository>()
        .AddSingleton<ImageNeed>()
        .AddSingleton<ImageBuilder>()
        .AddSingleton<ImageNamer>()
        .AddSingleton<ImagePublisher>();
}
