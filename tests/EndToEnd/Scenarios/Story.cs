using System.Diagnostics;
using EndToEnd.Sandbox;
using TestSupport;

namespace EndToEnd.Scenarios;

/// <summary>
/// One account and one user for all scenarios, which are told in the order of their numbers: what one has pushed or deployed, the next ones use.
/// </summary>
[SetUpFixture]
internal sealed class Story
{
    /// <summary>The cluster that the templates make for the environment <c>dev</c>.</summary>
    public const string Cluster = "dynamodb-load-test-dev-loadtest";

    /// <summary>The table that the templates make for the environment <c>dev</c>.</summary>
    public const string Table = "dev-dynamodb-load-test";

    private static Account? _account;

    /// <summary>The account.</summary>
    public static Account Account => _account!;

    /// <summary>Starts the sandbox. The user may do what docs/policies says: all of it as <c>P</c>, and only run what is deployed as <c>runner</c>.</summary>
    [OneTimeSetUp]
    public async Task BeginAsync()
    {
        Needs.Check();
        await BuildOutsideAsync("--target=Publish");
        await BuildOutsideAsync("--target=Plan", "--environment=local");
        _account = await Account.StartAsync(Cluster);
        _account.GiveProfile("P", DocumentedPolicy.Of("push", "deploy", "deploy-network", "run"));
        _account.GiveProfile("runner", DocumentedPolicy.Of("run"));
    }

    /// <summary>Ends it.</summary>
    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (_account is not null) await _account.DisposeAsync();
    }

    // What the image is made of needs packages that the sandbox cannot get; once published, it is there already.
    private static async Task BuildOutsideAsync(params string[] arguments)
    {
        using var publishing = Process.Start(new ProcessStartInfo(RepositoryRoot.Combine("build.sh"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = new ProcessOutput(publishing);
        await publishing.WaitForExitAsync();
        Assert.That(publishing.ExitCode, Is.Zero, output.Text);
    }

    /// <summary>Types a line.</summary>
    public static Task<Typed> TypeAsync(string line) => Account.Terminal.TypeAsync(line);

    /// <summary>Types a line that must pass.</summary>
    public static async Task<Typed> PassesAsync(string line)
    {
        var typed = await TypeAsync(line);
        Assert.That(typed.Code, Is.Zero, $"{line}\n{typed.Text}");
        return typed;
    }
}
