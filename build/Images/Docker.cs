using Build.Errors;
using Build.Output;
using Cake.Core;
using Cake.Core.Tooling;
using Cake.Docker;
using LoadTest.Configuration.Problems;

namespace Build.Images;

/// <summary>The docker program: the one place that calls it. A failure is explained; what it says meanwhile is shown where it is of interest.</summary>
/// <param name="context">Cake's context.</param>
/// <param name="screen">Where Docker's own lines are shown.</param>
public sealed class Docker(ICakeContext context, Screen screen)
{
    private readonly StoppableContext _context = new(context);

    /// <summary>One property of an image; null where there is no such image on this machine.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="format">The property, as a template of Docker: <c>{{.Architecture}}</c>.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="ProblemException">Docker cannot be used.</exception>
    public string? Inspect(string image, string format, CancellationToken cancel)
    {
        var (code, lines) = Run(new DockerCustomCommandSettings(), settings => _context.DockerCustomCommand(settings, $"image inspect --format {format} {image}"), false, cancel);
        if (code == 0) return lines.Count > 0 ? lines[0] : null;
        return lines.Any(line => line.Contains("No such image", StringComparison.OrdinalIgnoreCase)) ? null : throw DockerFailures.Explain(lines, ErrorCodes.ImageNotBuilt, "look for the image");
    }

    /// <summary>Builds an image, and shows Docker's progress.</summary>
    /// <exception cref="ProblemException">It failed.</exception>
    public void Build(ImageRecipe recipe, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var build = new DockerImageBuildSettings { File = recipe.Dockerfile, Platform = recipe.Platform, Tag = [recipe.Name], BuildArg = [.. recipe.Arguments] };

        // BuildKit adds a statement of origin, and pushes an index of two images then, which is none for one processor.
        if (Help("image build", cancel).Any(line => line.Contains("--provenance", StringComparison.Ordinal)))
            build.ArgumentCustomization = arguments => arguments.Append("--provenance=false");
        Must(build, settings => _context.DockerBuild(settings, recipe.Folder), true, ErrorCodes.ImageNotBuilt, "build the image", cancel);
    }

    /// <summary>Gives an image another name.</summary>
    /// <exception cref="ProblemException">It failed.</exception>
    public void Tag(string image, string name, CancellationToken cancel) => Must(
        new DockerCustomCommandSettings(), settings => _context.DockerCustomCommand(settings, $"image tag {image} {name}"), false, ErrorCodes.ImageNotBuilt,
        $"give {image} its name in the registry", cancel);

    /// <summary>Logs in to a registry; the password goes over the standard input alone.</summary>
    /// <exception cref="ProblemException">It failed.</exception>
    public void Login(string registry, string user, string password, PrivateDockerConfig config, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(config);
        var login = new DockerRegistryLoginSettings { Username = user, PasswordStdin = true, EnvironmentVariables = config.Variables };
        login.SetupProcessSettings = process => process.SetStandardInput(password);
        const string doing = "log in to the registry";
        try
        {
            Must(login, settings => _context.DockerLogin(settings, registry), false, ErrorCodes.ImageNotPushed, doing, cancel);
        }
        catch (IOException)
        {
            throw DockerFailures.Explain(["docker ended before it took the password"], ErrorCodes.ImageNotPushed, doing);
        }
    }

    /// <summary>Sends an image to its registry, and shows Docker's progress.</summary>
    /// <exception cref="ProblemException">It failed.</exception>
    public void Push(string name, PrivateDockerConfig config, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(config);
        Must(
            new DockerImagePushSettings { EnvironmentVariables = config.Variables }, settings => _context.DockerPush(settings, name), true, ErrorCodes.ImageNotPushed,
            $"push {name}", cancel);
    }

    /// <summary>The address of the daemon that the user's docker context names; null where there is none of that kind.</summary>
    public string? ContextHost(CancellationToken cancel)
    {
        var (code, lines) = Run(
            new DockerCustomCommandSettings(), settings => _context.DockerCustomCommand(settings, "context inspect --format {{.Endpoints.docker.Host}}"), false, cancel);
        return code == 0 && lines is [{ Length: > 0 } host, ..] ? host : null;
    }

    private IReadOnlyList<string> Help(string command, CancellationToken cancel) =>
        Run(new DockerCustomCommandSettings(), settings => _context.DockerCustomCommand(settings, command + " --help"), false, cancel).Lines;

    private void Must<T>(T settings, Action<T> call, bool isShown, ErrorCode code, string doing, CancellationToken cancel)
        where T : ToolSettings
    {
        var (exit, lines) = Run(settings, call, isShown, cancel);
        if (exit != 0) throw DockerFailures.Explain(lines, code, doing);
    }

    private (int Code, IReadOnlyList<string> Lines) Run<T>(T settings, Action<T> call, bool isShown, CancellationToken cancel)
        where T : ToolSettings
    {
        var (code, lines) = (0, new DockerLines(isShown ? screen : null));
        var own = settings.SetupProcessSettings;
        settings.HandleExitCode = exit => (code = exit) >= int.MinValue;
        settings.SetupProcessSettings = process =>
        {
            own?.Invoke(process);
            lines.Listen(process);
        };
        settings.PostAction = DockerLines.Drain;
        cancel.ThrowIfCancellationRequested();
        using (cancel.Register(_context.Stop)) Call(settings, call);
        cancel.ThrowIfCancellationRequested();
        return (code, lines.All);
    }

    private static void Call<T>(T settings, Action<T> call)
        where T : ToolSettings
    {
        try
        {
            call(settings);
        }
        catch (CakeException missing) when (missing.Message.Contains("Could not locate executable", StringComparison.Ordinal))
        {
            throw DockerFailures.Missing(missing);
        }
    }
}
