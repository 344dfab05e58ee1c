using System.Text;
using Build.Tests.Stacks.Support;
using Build.Tests.Support;
using StandIns.Wire;
using TestSupport;

namespace Build.Tests.Images.Support;

/// <summary>
/// A repository with git in it, an account with CloudFormation and ECR, and a docker that records: the automation in it is the real one.
/// </summary>
internal sealed class ImageBench : IAsyncDisposable
{
    public const string Password = "ecr-password-that-nobody-may-see";
    public const string Registry = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    public static readonly string Digest = "sha256:" + new string('d', 64);
    private readonly FakeCloudFormation _cloud = new() { OutputsOf = StackBench.Outputs };

    public ImageBench()
    {
        foreach (var name in new[] { "cloudformation", "parameters.json", "Dockerfile", ".dockerignore" }) Repository.GivenOwn(name);
        Docker = new FakeDocker(Repository);
        Repository.GivenProgram("""
            while [ $# -gt 0 ]; do [ "$1" = --output ] && out="$2"; shift; done
            mkdir -p "$out"
            echo program > "$out/dynamodb-load-test"
            chmod 700 "$out/dynamodb-load-test"
            echo library > "$out/library.dll"
            chmod 600 "$out/library.dll"
            """);
        Home.Variables["AWS_ENDPOINT_URL"] = Aws.Url;
        Home.Variables["AWS_ACCESS_KEY_ID"] = "AKIDTEST";
        Home.Variables["AWS_SECRET_ACCESS_KEY"] = "secret-key-that-nobody-may-see";
        Home.Variables["AWS_SESSION_TOKEN"] = "session-token-that-nobody-may-see";
        Home.Variables["AWS_REGION"] = "eu-central-1";
        Home.Variables["TMPDIR"] = Directory.CreateDirectory(Home.Combine("tmp")).FullName;
        FakeAccount.GivenIdentity(Aws);
        GivenPassword(Password);
        Aws.Given("ecr", "DescribeImages", _ => Docker.IsPushed
            ? WireAnswer.Json($$"""{"imageDetails": [{"repositoryName": "dynamodb-load-test", "imageDigest": "{{Digest}}"}]}""")
            : WireAnswer.JsonError(_cloud.Stacks.Count == 0 ? "RepositoryNotFoundException" : "ImageNotFoundException", "it does not exist"));
    }

    public FakeRepository Repository { get; } = new();

    public AwsHome Home { get; } = new();

    public FakeDocker Docker { get; }

    /// <summary>What stands in for AWS.</summary>
    public WireServer Aws => _cloud.Server;

    /// <summary>The names of the stacks that were made.</summary>
    public IEnumerable<string> Stacks => _cloud.Stacks.Select(stack => stack.Name);

    /// <summary>Folders for logins that were left behind.</summary>
    public IEnumerable<string> LeftBehind => Directory.EnumerateFileSystemEntries(Home.Combine("tmp"), "dynamodb-load-test*");

    /// <summary>Lays out the registry's password.</summary>
    public void GivenPassword(string password) => Aws.Given("ecr", "GetAuthorizationToken", WireAnswer.Json($$"""
        {"authorizationData": [{"authorizationToken": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes("AWS:" + password))}}", "expiresAt": 4070908800, "proxyEndpoint": "https://{{Registry}}"}]}
        """));

    /// <summary>Makes the repository one of git, with everything committed.</summary>
    /// <returns>The commit.</returns>
    public async Task<string> CommitAsync()
    {
        File.WriteAllText(Repository.Combine(".gitignore"), "artifacts/\ndocker-state/\nbin/\n*.log\n");
        await GitAsync("init", "--quiet");
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=tester", "-c", "user.email=tester@example.org", "commit", "--quiet", "--message=all");
        return (await GitAsync("rev-parse", "HEAD")).Trim();
    }

    /// <summary>Starts the automation.</summary>
    public StartedProcess Start(params string[] arguments) => StartedProcess.Start(
        Repository.Combine("artifacts", "bin", "Build", "release", "Build"), arguments, Path.GetTempPath(),
        [.. Home.Variables.Select(variable => (variable.Key, variable.Value)), .. Repository.Variables]);

    /// <summary>Runs the automation to its end.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var run = Start(arguments);
        return (await run.ExitAsync(), run.Output, run.Error);
    }

    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        Repository.Dispose();
        Home.Dispose();
    }

    private async Task<string> GitAsync(params string[] arguments)
    {
        using var git = StartedProcess.Start("git", arguments, Repository.Root);
        Assert.That(await git.ExitAsync(), Is.Zero, git.Error);
        return git.Output;
    }
}
