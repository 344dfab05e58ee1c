using Build.Tests.Images.Support;

namespace Build.Tests.Images;

/// <summary>The way of the image into its repository.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "the stand-ins for docker and dotnet are shell scripts"), Parallelizable]
internal sealed class PushTests
{
    private ImageBench _bench = null!;

    [SetUp]
    public void Create() => _bench = new ImageBench();

    [TearDown]
    public async Task Remove() => await _bench.DisposeAsync();

    [Test]
    public async Task A_first_push_checks_credentials_builds_tags_makes_the_registry_and_pushes()
    {
        var commit = await _bench.CommitAsync();

        var (code, output, error) = await _bench.RunAsync("--target=Push");

        var tag = $"0.1.0-{commit[..12]}-amd64";
        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((0, "")), output);
            Assert.That(output.Split('\n').Where(line => line.StartsWith("==", StringComparison.Ordinal)), Is.EqualTo(
                new[] { "== ValidateCredentials ==", "== Build ==", "== Tag ==", "== Push ==" }));
            Assert.That(output, Does.Contain($"\ntagged {ImageBench.Registry}/dynamodb-load-test:{tag}\n"));
            Assert.That(output, Does.Contain($"\nimage {ImageBench.Registry}/dynamodb-load-test@{ImageBench.Digest}\n"));
            Assert.That(_bench.Stacks, Is.EqualTo(new[] { "dynamodb-load-test-registry" }));
            Assert.That(_bench.Docker.Calls.TakeLast(3), Is.EqualTo(new[]
            {
                "context inspect --format {{.Endpoints.docker.Host}}",
                $"login --password-stdin --username AWS {ImageBench.Registry}",
                $"push {ImageBench.Registry}/dynamodb-load-test:{tag}",
            }));
            Assert.That(_bench.Aws.Unexpected, Is.Empty);
        });
    }

    [Test]
    public async Task A_second_push_calls_no_docker_no_build_and_no_cloudformation_and_each_step_says_so()
    {
        var commit = await _bench.CommitAsync();
        await _bench.RunAsync("--target=Push");
        var (dockerCalls, builds, requests) = (_bench.Docker.Calls.Count, _bench.Repository.Calls.Length, _bench.Aws.Requests.Count);

        var (code, output, error) = await _bench.RunAsync("--target=Push");

        var image = $"dynamodb-load-test:0.1.0-{commit[..12]}-amd64";
        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            Assert.That(output, Does.Contain($"\nnothing to build: {image} is in the repository already\n"));
            Assert.That(output, Does.Contain($"\nnothing to tag: {image} is in the repository already\n"));
            Assert.That(output, Does.Contain($"\nnothing to push: {ImageBench.Registry}/{image} is in the repository already\n"));
            Assert.That(_bench.Docker.Calls, Has.Count.EqualTo(dockerCalls), "docker");
            Assert.That(_bench.Repository.Calls, Has.Length.EqualTo(builds), "builds");
            Assert.That(_bench.Aws.Requests.Skip(requests).Select(request => request.Action), Is.EqualTo(new[] { "GetCallerIdentity", "DescribeImages" }));
        });
    }

    [Test]
    public async Task The_login_is_kept_in_a_folder_that_only_this_user_reads_and_that_is_gone_afterwards()
    {
        await _bench.RunAsync("--target=Push");

        var login = _bench.Docker.Calls.ToList().FindIndex(call => call.StartsWith("login", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(_bench.Docker.Variable(login, "DOCKER_CONFIG"), Does.StartWith(_bench.Home.Combine("tmp")));
            Assert.That(_bench.Docker.Variable(login + 1, "DOCKER_CONFIG"), Is.EqualTo(_bench.Docker.Variable(login, "DOCKER_CONFIG")));
            Assert.That(_bench.Docker.Variable(login, "DOCKER_HOST"), Is.EqualTo("unix:///var/run/the-users-docker.sock"), "the user's own daemon");
            Assert.That(_bench.Docker.Variable(0, "DOCKER_CONFIG"), Is.Null, "a build uses the user's own configuration");
            Assert.That(File.ReadAllText(_bench.Docker.Combine("mode")).Trim(), Is.EqualTo("700"));
            Assert.That(File.ReadAllText(_bench.Docker.Combine("config-before-login")), Is.EqualTo("{\"auths\":{\"" + ImageBench.Registry + "\":{}}}"));
            Assert.That(_bench.Docker.Inputs, Is.EqualTo(new[] { ImageBench.Password }));
            Assert.That(_bench.LeftBehind, Is.Empty);
        });
    }

    [TestCase("login", "Error response from daemon: Get https://registry/v2/: net/http: TLS handshake timeout", "LT0407")]
    [TestCase("push", "tag invalid: The image tag '1' already exists in the 'r' repository and cannot be overwritten because the repository is immutable.", "LT0406")]
    public async Task A_failed_push_leaves_no_login_behind(string verb, string says, string errorCode)
    {
        _bench.Docker.GivenFailure(verb, says);
        var (code, _, error) = await _bench.RunAsync("--target=Push");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain($"Error: {errorCode} cannot ").And.Contains(says));
        Assert.That(_bench.LeftBehind, Is.Empty);
    }

    [Test]
    public async Task A_docker_that_ends_before_it_takes_the_password_is_a_failed_login()
    {
        // Longer than what a pipe holds, so that it cannot be written before somebody reads it.
        _bench.GivenPassword(new string('p', 200_000));
        _bench.Docker.GivenFailure("login", "unknown flag: --password-stdin");
        _bench.Docker.Given("deaf");
        var (code, _, error) = await _bench.RunAsync("--target=Push");
        Assert.That((code, _bench.LeftBehind), Is.EqualTo((1, Array.Empty<string>())));
        Assert.That(error, Does.Match("Error: LT0407 cannot log in to the registry: docker ended before it took the password"));
    }

    [Test]
    public async Task A_stop_during_the_push_ends_docker_and_leaves_no_login_behind()
    {
        _bench.Docker.Given("slow");
        using var run = _bench.Start("--target=Push");
        await run.UntilOutputAsync("The push refers to repository");
        for (var waited = 0; waited < 200 && !File.Exists(_bench.Docker.Combine("pushing")); waited++) await Task.Delay(20);
        run.Signal("TERM");

        Assert.That(await run.ExitAsync(), Is.EqualTo(143), run.Error);
        Assert.That(run.Error, Does.Contain("Stopped by SIGTERM."));
        Assert.That(_bench.LeftBehind, Is.Empty);
        Assert.That(Directory.Exists("/proc/" + File.ReadAllText(_bench.Docker.Combine("pushing")).Trim()), Is.False, "docker is left behind");
    }

    [Test]
    public async Task An_image_that_is_given_by_digest_needs_no_docker_and_no_build()
    {
        var image = $"{ImageBench.Registry}/other@{ImageBench.Digest}";
        var (code, output, error) = await _bench.RunAsync("--target=Push", $"--container-image={image}");
        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((0, "")));
            Assert.That(output, Does.Contain($"\nnothing to build: the image is given: {image} of --container-image\n"));
            Assert.That(output, Does.Contain($"\nimage {image}\n"));
            Assert.That(_bench.Docker.Calls, Is.Empty);
            Assert.That(_bench.Repository.Calls, Is.Empty);
        });
    }

    [Test]
    public async Task An_image_that_is_given_by_tag_is_refused_with_the_command_that_finds_its_digest()
    {
        var (code, _, error) = await _bench.RunAsync("--target=Push", $"--container-image={ImageBench.Registry}/other:1.2");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.EndWith($"""
            Error: LT0408 {ImageBench.Registry}/other:1.2 has no digest, so it may be another image tomorrow
              from: --container-image
              fix: look its digest up with: aws ecr describe-images --repository-name other --image-ids imageTag=1.2 --query imageDetails[0].imageDigest

            """));
    }

    [Test]
    public async Task In_the_local_environment_nothing_is_built_or_pushed()
    {
        var (code, output, error) = await _bench.RunAsync("--target=Push", "--environment=local");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("""
            == ValidateCredentials ==
            the environment is local: no AWS account is needed, so no credentials are checked, and nothing is built or deployed
            == Push ==
            nothing to push: the environment is local: no image is needed

            """));
        Assert.That((_bench.Docker.Calls.Count, _bench.Aws.Requests.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Exclusive_runs_the_push_alone_with_the_image_that_is_there()
    {
        await _bench.RunAsync("--target=Tag");
        var (code, output, error) = await _bench.RunAsync("--target=Push", "--exclusive");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Not.Contain("== Build ==").And.Contains($"image {ImageBench.Registry}/dynamodb-load-test@{ImageBench.Digest}"));
    }
}
