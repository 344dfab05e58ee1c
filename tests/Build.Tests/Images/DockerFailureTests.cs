using Build.Tests.Images.Support;
using TestSupport;

namespace Build.Tests.Images;

/// <summary>Every failure of Docker and of the image, with the exact text that the user sees: Golden/Docker.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "the stand-ins for docker and dotnet are shell scripts"), Parallelizable]
internal sealed class DockerFailureTests
{
    private const string Socket = "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: dial unix /var/run/docker.sock: connect: permission denied";
    private const string NoDaemon = "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?";

    [TestCase("daemon-not-running", "image-inspect", NoDaemon)]
    [TestCase("socket-not-allowed", "image-inspect", Socket)]
    [TestCase("base-image-missing", "image-build", "Step 2/12 : FROM ${BASE_IMAGE}\nmanifest for mcr.microsoft.com/dotnet/runtime-deps:10.0.12-noble-chiseled not found: manifest unknown: manifest unknown")]
    [TestCase("disk-full", "image-build", "write /var/lib/docker/tmp/layer: no space left on device")]
    [TestCase("tag-taken", "push", "tag invalid: The image tag '1' already exists in the 'r' repository and cannot be overwritten because the repository is immutable.")]
    [TestCase("login-refused", "login", "Error response from daemon: login attempt to https://registry/v2/ failed with status: 400 Bad Request")]
    [TestCase("push-fails", "push", "unauthorized: authentication required")]
    [TestCase("push-denied", "push", "denied: User: arn:aws:iam::123456789012:user/me is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-central-1:123456789012:repository/dynamodb-load-test because no identity-based policy allows the ecr:InitiateLayerUpload action", 4)]
    [TestCase("repository-gone", "push", "name unknown: The repository with name 'dynamodb-load-test' does not exist in the registry with id '123456789012'")]
    public async Task The_user_sees_cause_fix_and_code(string name, string verb, string says, int exitCode = 1)
    {
        await using var bench = new ImageBench();
        bench.Docker.GivenFailure(verb, says);
        await SeenAsync(bench, name, exitCode);
    }

    [Test]
    public async Task An_image_for_another_processor_is_not_pushed()
    {
        await using var bench = new ImageBench();
        bench.Docker.Given("platform", "linux/arm64");
        await SeenAsync(bench, "wrong-architecture");
        Assert.That(bench.Docker.Calls, Has.None.StartsWith("push"));
    }

    [Test]
    public async Task Without_docker_the_user_learns_how_to_get_it()
    {
        await using var bench = new ImageBench();
        File.Delete(bench.Repository.Combine("bin", "docker"));
        using var run = StartedProcess.Start(
            bench.Repository.Combine("artifacts", "bin", "Build", "release", "Build"), ["--target=Build"], Path.GetTempPath(),
            [.. bench.Home.Variables.Select(variable => (variable.Key, variable.Value)), .. bench.Repository.Variables, ("PATH", bench.Repository.Combine("bin"))]);
        Assert.That(await run.ExitAsync(), Is.EqualTo(1));
        Golden.Matches("Docker/docker-missing.txt", run.Error);
    }

    private static async Task SeenAsync(ImageBench bench, string name, int exitCode = 1)
    {
        var (code, output, error) = await bench.RunAsync("--target=Push");
        Assert.That(code, Is.EqualTo(exitCode), output + error);
        var tag = Directory.EnumerateFiles(bench.Docker.Combine("images")).Select(Path.GetFileName).FirstOrDefault()?.Split('_')[^1] ?? "";
        Golden.Matches($"Docker/{name}.txt", tag.Length == 0 ? error : error.Replace(tag, "{tag}", StringComparison.Ordinal));
    }
}
