using System.Text;
using Build.Tests.Images.Support;

namespace Build.Tests.Images;

/// <summary>No key, token or password is in anything that a push shows, leaves behind or gives as an argument, whatever is asked for.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "the stand-ins for docker and dotnet are shell scripts"), Parallelizable]
internal sealed class SecretTests
{
    private static readonly string[] Secrets =
    [
        ImageBench.Password, Convert.ToBase64String(Encoding.UTF8.GetBytes("AWS:" + ImageBench.Password)),
        "secret-key-that-nobody-may-see", "session-token-that-nobody-may-see",
    ];

    [TestCase(null)]
    [TestCase("login")]
    [TestCase("push")]
    public async Task At_the_highest_verbosity_no_secret_is_shown_or_left_behind(string? failing)
    {
        await using var bench = new ImageBench();
        if (failing is not null) bench.Docker.GivenFailure(failing, "it failed");

        var (code, output, error) = await bench.RunAsync("--target=Push", "--verbosity=diagnostic");

        Assert.That(code, Is.EqualTo(failing is null ? 0 : 1), error);
        Assert.That(output, Does.Contain("docker login --password-stdin"), "the run says what it calls");
        if (failing != "login") Assert.That(output, Does.Contain("docker push"));
        if (failing != "login") Assert.That(bench.Docker.Inputs, Is.EqualTo(new[] { ImageBench.Password }), "the password takes part");
        Assert.Multiple(() =>
        {
            foreach (var secret in Secrets)
            {
                Assert.That(output, Does.Not.Contain(secret));
                Assert.That(error, Does.Not.Contain(secret));
                Assert.That(Files(bench).Where(file => File.ReadAllText(file, Encoding.Latin1).Contains(secret, StringComparison.Ordinal)), Is.Empty);
            }
        });
    }

    [Test]
    public async Task Access_keys_of_a_env_file_are_used_and_not_shown()
    {
        await using var bench = new ImageBench();
        foreach (var name in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN" }) bench.Home.Variables[name] = null;
        bench.Repository.Write(".env.dev", "AWS_ACCESS_KEY_ID=AKIDFILE\nAWS_SECRET_ACCESS_KEY=secret-of-the-file\n");

        var (code, output, error) = await bench.RunAsync("--target=ValidateCredentials", "--verbosity=diagnostic");

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("\ncredentials  access keys of .env.dev line 1\n"));
        Assert.That(output + error, Does.Not.Contain("secret-of-the-file"));
        Assert.That(bench.Aws.Requests.Single().Scope.Key, Is.EqualTo("AKIDFILE"));
    }

    // All that the run could have written, but for what the stand-in for docker records of its input and its environment.
    private static IEnumerable<string> Files(ImageBench bench) => new[] { bench.Repository.Root, bench.Home.Combine() }
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => Path.GetDirectoryName(file) != bench.Docker.Combine() || Path.GetFileName(file).StartsWith("call-", StringComparison.Ordinal));
}
