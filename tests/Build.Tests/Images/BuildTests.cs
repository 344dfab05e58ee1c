using Build.Tests.Images.Support;

namespace Build.Tests.Images;

/// <summary>The image on this machine, without any account.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "the stand-ins for docker and dotnet are shell scripts"), Parallelizable]
internal sealed class BuildTests
{
    private ImageBench _bench = null!;

    [SetUp]
    public void Create() => _bench = new ImageBench();

    [TearDown]
    public async Task Remove() => await _bench.DisposeAsync();

    [Test]
    public async Task The_image_is_built_without_credentials_for_the_processor_that_the_settings_name()
    {
        foreach (var name in _bench.Home.Variables.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList()) _bench.Home.Variables[name] = null;
        var commit = await _bench.CommitAsync();

        var (code, output, error) = await _bench.RunAsync("--target=Build", "--cpu-architecture=ARM64");

        var image = $"dynamodb-load-test:0.1.0-{commit[..12]}-arm64";
        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            Assert.That(output, Does.EndWith($"published artifacts/publish/linux-arm64/dynamodb-load-test\nSuccessfully tagged {image}\nbuilt {image}\n"));
            Assert.That(_bench.Repository.Calls.Single(), Does.Contain("--runtime linux-arm64 --self-contained"));
            Assert.That(_bench.Docker.Calls, Does.Contain(
                $"image build --build-arg PUBLISHED=artifacts/publish/linux-arm64 --build-arg VERSION=0.1.0 --build-arg REVISION={commit} "
                + $"--file {_bench.Repository.Combine("Dockerfile")} --platform linux/arm64 --tag {image} {_bench.Repository.Root}"));
            Assert.That(_bench.Aws.Requests, Is.Empty);
        });
    }

    [Test]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_program_can_be_read_and_started_by_another_user_than_its_owner()
    {
        await _bench.RunAsync("--target=Build");

        Assert.That(
            new[] { "dynamodb-load-test", "library.dll" }.Select(file => Convert.ToString((int)File.GetUnixFileMode(_bench.Repository.Combine("artifacts", "publish", "linux-x64", file)), 8)),
            Is.EqualTo(new[] { "755", "644" }));
    }

    [Test]
    public async Task An_image_that_is_there_is_not_built_again_until_something_of_it_changes()
    {
        var commit = await _bench.CommitAsync();
        await _bench.RunAsync("--target=Build");

        var again = await _bench.RunAsync("--target=Build");
        File.WriteAllText(_bench.Repository.Combine("README.md"), "not part of the image");
        var unrelated = await _bench.RunAsync("--target=Build");
        _bench.Repository.ChangeSource("src/LoadTest/Program.cs");
        var changed = await _bench.RunAsync("--target=Build");

        Assert.That(again.Output, Does.EndWith($"nothing to build: dynamodb-load-test:0.1.0-{commit[..12]}-amd64 is on this machine already\n"));
        Assert.That(unrelated.Output, Does.Contain("nothing to build"));
        Assert.That(changed.Output, Does.Match($@"built dynamodb-load-test:0\.1\.0-{commit[..12]}-amd64-dirty-[0-9a-f]{{8}}\n$"));
    }

    [Test]
    public async Task Where_buildkit_builds_it_adds_no_second_image()
    {
        _bench.Docker.Given("help", "      --provenance string   Shorthand for --attest=type=provenance\n");
        var (code, _, error) = await _bench.RunAsync("--target=Build");
        Assert.That(code, Is.Zero, error);
        Assert.That(_bench.Docker.Calls.Single(call => call.StartsWith("image build --build", StringComparison.Ordinal)), Does.EndWith(" --provenance=false"));
    }

    [Test]
    public async Task Another_base_image_makes_another_image()
    {
        var commit = await _bench.CommitAsync();
        var (code, output, error) = await _bench.RunAsync("--target=Build", "--base-image=company/base:1");
        Assert.That(code, Is.Zero, error);
        Assert.That(_bench.Docker.Calls, Has.Some.Contains("--build-arg BASE_IMAGE=company/base:1 "));
        Assert.That(output, Does.Match($@"built dynamodb-load-test:0\.1\.0-{commit[..12]}-amd64-dirty-[0-9a-f]{{8}}\n$"));
    }

    [Test]
    public async Task A_dry_run_builds_nothing()
    {
        var (code, output, _) = await _bench.RunAsync("--target=Push", "--dryrun");
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Match("(?s)ValidateCredentials.*Build.*Tag.*Push"));
        Assert.That(_bench.Docker.Calls, Is.Empty);
        Assert.That(_bench.Repository.Calls, Is.Empty);
        Assert.That(_bench.Aws.Requests, Is.Empty);
    }
}
