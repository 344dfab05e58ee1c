using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Build.Tests.Stacks.Support;
using Build.Tests.Support;
using TestSupport;

namespace Build.Tests.Stacks;

/// <summary>The targets as a process: exit codes, the JSON document, the proxy, the dry run.</summary>
internal sealed class ProcessTests : StackTests
{
    private static readonly string[] Targets = ["Deploy", "Destroy", "Diff", "Status"];

    [TestCaseSource(nameof(Targets))]
    public async Task A_dry_run_asks_AWS_nothing_and_is_text_in_any_form(string target)
    {
        var run = await RunAsync($"--target={target}", "--dryrun", "--output=json");

        Assert.That(run.Output, Does.Contain(target).And.Not.Contains("exitCode"));
        Assert.That((run.ExitCode, Cloud.Server.Requests.Count), Is.EqualTo((0, 0)), run.Error);
    }

    [Test]
    public async Task The_local_environment_has_nothing_to_deploy_and_needs_no_AWS()
    {
        var run = await RunAsync("--target=Status", "--environment=local");

        Assert.That((run.ExitCode, Cloud.Server.Requests.Count), Is.EqualTo((0, 0)), run.Error);
        Assert.That(run.Output, Does.Contain("nothing to show: the local environment has no stacks"));
    }

    [Test]
    public async Task In_JSON_the_output_is_one_document_and_lines_go_to_the_error_stream()
    {
        await GivenEverythingDeployedAsync();
        FakeStores.GivenImages(Cloud.Server);
        FakeStores.GivenRun(Cloud.Server, "evening");

        var run = await RunAsync("--target=Status", "--environment=dev", "--stack-name=lt", "--output=json");

        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(document.GetProperty("version").GetInt32(), Is.EqualTo(1));
        Assert.That(document.GetProperty("exitCode").GetInt32(), Is.Zero);
        var status = document.GetProperty("results").GetProperty("status");
        Assert.That(status.GetProperty("image").GetString(), Is.EqualTo(StackBench.Image));
        Assert.That(status.GetProperty("stacks")[1].GetProperty("status").GetString(), Is.EqualTo("CREATE_COMPLETE"));
        Assert.That(status.GetProperty("stacks")[1].GetProperty("outputs").GetProperty("VpcId").GetString(), Is.EqualTo("VpcId-of-lt-dev-network"));
        Assert.That(run.Error, Does.Contain("idle: "));
    }

    [Test]
    public async Task In_JSON_a_failure_is_a_problem_with_its_code_and_the_exit_code()
    {
        Cloud.Given("lt-dev-network", "ROLLBACK_COMPLETE");

        var run = await RunAsync(
            "--target=Deploy", "--exclusive", "--environment=dev", "--stack-name=lt", $"--container-image={StackBench.Image}", "--output=json");

        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.That((run.ExitCode, document.GetProperty("exitCode").GetInt32()), Is.EqualTo((5, 5)));
        var problem = document.GetProperty("problems")[0];
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo("LT0503"));
        Assert.That(problem.GetProperty("fix").GetString(), Does.EndWith("--yes"));
    }

    [Test]
    public async Task In_JSON_a_wrong_command_line_is_a_document_too()
    {
        var run = await RunAsync("--target=Status", "--output=json", "--delete-dta");

        var problem = JsonDocument.Parse(run.Output).RootElement.GetProperty("problems")[0];
        Assert.That((run.ExitCode, problem.GetProperty("code").GetString()), Is.EqualTo((2, "LT0101")));
    }

    [Test]
    public async Task Calls_go_through_the_proxy_that_HTTPS_PROXY_names()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var asked = FirstLineAsync(proxy);

        var run = await RunAsync(
            ["--target=Status", "--environment=dev"],
            ("AWS_ENDPOINT_URL", "https://aws.invalid"), ("HTTPS_PROXY", $"http://{proxy.LocalEndpoint}"), ("NO_PROXY", null), ("no_proxy", null));

        Assert.That(await asked.WaitAsync(TimeSpan.FromMinutes(1)), Is.EqualTo("CONNECT aws.invalid:443 HTTP/1.1"));
        Assert.That(run.ExitCode, Is.Not.Zero);
    }

    [Test]
    public async Task Ctrl_C_while_a_stack_is_deployed_ends_with_130_and_says_what_goes_on()
    {
        Cloud.GivenCourse("lt-registry", [FakeEvent.Stack("CREATE_IN_PROGRESS"), .. Enumerable.Range(0, 500).Select(number => new FakeEvent($"R{number}", "CREATE_IN_PROGRESS"))]);
        using var process = StartedProcess.Start(
            "dotnet", [Automation.Assembly, "--target=Deploy", "--exclusive", "--environment=dev", "--stack-name=lt", $"--container-image={StackBench.Image}"],
            Path.GetTempPath(), Variables);
        await process.UntilOutputAsync("CREATE_IN_PROGRESS  R1 ");

        process.Signal("INT");

        Assert.That(await process.ExitAsync(), Is.EqualTo(130));
        Assert.That(process.Error, Does.Contain("lt-registry: CloudFormation goes on with what was begun; run the same command again to follow it"));
    }

    private (string Name, string? Value)[] Variables =>
    [
        ("ENVIRONMENT", null), ("AWS_ENDPOINT_URL", Cloud.Server.Url), ("AWS_ACCESS_KEY_ID", "AKIDTEST"), ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_SESSION_TOKEN", null), ("AWS_PROFILE", null), ("AWS_REGION", FakeCloudFormation.Region), ("AWS_MAX_ATTEMPTS", "1"),
    ];

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string? Value)[] more)
    {
        using var process = StartedProcess.Start("dotnet", [Automation.Assembly, .. arguments], Path.GetTempPath(), [.. Variables, .. more]);
        var code = await process.ExitAsync();
        return (code, process.Output, process.Error);
    }

    // What is asked first. Then nobody answers any more, at once and to every further attempt.
    private static async Task<string?> FirstLineAsync(TcpListener proxy)
    {
        using var client = await proxy.AcceptTcpClientAsync();
        proxy.Stop();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return await reader.ReadLineAsync();
    }
}
