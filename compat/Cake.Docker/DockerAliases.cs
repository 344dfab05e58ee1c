using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Docker;

/// <summary>Calls of the docker program.</summary>
[CakeAliasCategory("Docker")]
public static class DockerAliases
{
    /// <summary>Builds an image.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">How.</param>
    /// <param name="path">The folder that the Dockerfile copies from.</param>
    [CakeMethodAlias]
    public static void DockerBuild(this ICakeContext context, DockerImageBuildSettings? settings, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Run(context, "image build", settings ?? new DockerImageBuildSettings(), $"\"{path.Trim('"')}\"");
    }

    /// <summary>Sends an image to its registry.</summary>
    [CakeMethodAlias]
    public static void DockerPush(this ICakeContext context, DockerImagePushSettings? settings, string imageReference)
    {
        ArgumentException.ThrowIfNullOrEmpty(imageReference);
        Run(context, "push", settings ?? new DockerImagePushSettings(), imageReference);
    }

    /// <summary>Logs in to a registry.</summary>
    /// <param name="context">The context.</param>
    /// <param name="settings">As whom.</param>
    /// <param name="server">The registry; Docker's own when null.</param>
    [CakeMethodAlias]
    public static void DockerLogin(this ICakeContext context, DockerRegistryLoginSettings settings, string? server = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Run(context, "login", settings, server is null ? [] : [server]);
    }

    /// <summary>Runs any other command.</summary>
    /// <returns>The lines of its output.</returns>
    [CakeMethodAlias]
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, DockerCustomCommandSettings settings, string command)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentException.ThrowIfNullOrEmpty(command);
        return RunnerFor<DockerCustomCommandSettings>(context).RunWithResult(command, settings, lines => lines.ToArray());
    }

    private static void Run<TSettings>(ICakeContext context, string command, TSettings settings, params string[] additional)
        where TSettings : AutoToolSettings, new() => RunnerFor<TSettings>(context).Run(command, settings, additional);

    private static GenericDockerRunner<TSettings> RunnerFor<TSettings>(ICakeContext context)
        where TSettings : AutoToolSettings, new()
    {
        ArgumentNullException.ThrowIfNull(context);
        return new GenericDockerRunner<TSettings>(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools);
    }
}
