using LoadTest.Configuration.Problems;

namespace Build.Errors;

/// <summary>Turns what the docker program says when it fails into a cause and a command that helps.</summary>
internal static class DockerFailures
{
    private const int Shown = 3;

    public static ProblemException Missing(Exception cause) => new(
        new Problem(
            ErrorCodes.DockerMissing, "there is no docker program on the path", "PATH",
            OperatingSystem.IsLinux() ? "install it with: curl -fsSL https://get.docker.com | sudo sh" : "install Docker Desktop: https://docs.docker.com/get-docker"),
        cause);

    /// <summary>The problem behind the lines that docker wrote.</summary>
    /// <param name="lines">All of them.</param>
    /// <param name="otherwise">The code for what is not known.</param>
    /// <param name="doing">What was done, to follow "cannot".</param>
    public static ProblemException Explain(IReadOnlyList<string> lines, ErrorCode otherwise, string doing)
    {
        var said = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim()).ToList();
        if (said.Find(line => Has(line, "is not authorized to perform: ecr:")) is { } denied) return new ProblemException(DeniedCall.Explain(denied, doing, null));
        var what = $"cannot {doing}: {(said.Count == 0 ? "docker says nothing" : string.Join(' ', said.TakeLast(Shown)))}";
        return new ProblemException(Find(said) is var (code, fix) && code is not null ? new Problem(code, what, null, fix) : new Problem(otherwise, what, null, Fix(otherwise)));

        static (ErrorCode? Code, string Fix) Find(List<string> said) => said.Select(Known).FirstOrDefault(known => known.Code is not null);
    }

    private static (ErrorCode? Code, string Fix) Known(string line)
    {
        if (Has(line, "permission denied") && Has(line, "docker")) return (ErrorCodes.DockerNotAllowed, "let this user in with: sudo usermod -aG docker \"$USER\"; it holds from the next login on");
        if (Has(line, "cannot connect to the docker daemon") || Has(line, "failed to connect to the docker api") || Has(line, "docker daemon is not running"))
            return (ErrorCodes.DockerNotRunning, HowToStart);
        if (Has(line, "cannot be overwritten because the repository is immutable") || Has(line, "ImageTagAlreadyExists"))
            return (ErrorCodes.TagTaken, "run the same command again: it takes the image that is there; to push another one, commit the change first, which gives another tag");
        if (Has(line, "repository with name") && Has(line, "does not exist")) return (ErrorCodes.RepositoryMissing, "deploy the registry with: ./build.sh --target=Deploy");
        if (Has(line, "no space left on device")) return (ErrorCodes.ImageNotBuilt, "make room with: docker system prune");
        return default;
    }

    private static string Fix(ErrorCode code) => code == ErrorCodes.ImageNotPushed
        ? "do what Docker says, and run the same command again: layers that arrived are not sent twice"
        : "do what Docker says, and run the same command again; where the base image cannot be fetched, name another one with --base-image=NAME";

    private static string HowToStart => Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host
        ? $"start the daemon at {host}, or take the usual one: unset DOCKER_HOST"
        : OperatingSystem.IsLinux() ? "start it with: sudo systemctl start docker"
        : "start Docker Desktop";

    private static bool Has(string line, string text) => line.Contains(text, StringComparison.OrdinalIgnoreCase);
}
