using Build.Linting;
using Build.Tests.Support;

namespace Build.Tests.Linting;

/// <summary>The target in a repository with the real templates and parameter files, broken here and there.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "the stand-in for cfn-lint is a shell script"), Parallelizable]
internal sealed class LintTests
{
    private FakeRepository _repository = null!;

    [SetUp]
    public void Create()
    {
        _repository = new FakeRepository();
        foreach (var name in new[] { "cloudformation", "parameters.json", "parameters.local.json", "parameters.example.json" })
            _repository.GivenOwn(name);
        _repository.GivenCfnLint("exit 0");
    }

    [TearDown]
    public void Remove() => _repository.Dispose();

    [Test]
    public async Task What_is_committed_is_right()
    {
        foreach (var environment in new[] { "dev", "local", "example" })
        {
            var (code, output, error) = await LintAsync($"--environment={environment}");
            Assert.That((code, error), Is.EqualTo((0, "")), output);
            Assert.That(output, Does.EndWith($"\nwrong in the settings of {environment}: 0, in the templates: 0, warnings: 0\n"));
        }
    }

    [Test]
    public async Task Every_wrong_parameter_is_reported_at_once_with_its_line()
    {
        var overlapping = Set("PrivateSubnetCidr", "10.0.2.0/24", "10.0.1.128/25");
        var broken = Set("PrivateSubnetCidr2", "", "10.0.9.0/33");
        var outside = Set("PublicSubnetCidr2", "", "192.168.0.0/24");
        var first = Set("PublicSubnetCidr", "10.0.1.0/24", "10.0.1.0/24");
        var cpu = Set("TaskCpu", "256", "256");
        var memory = Set("TaskMemory", "512", "700");
        var retention = Set("LogRetentionDays", "7", "8");
        var missing = Set("IndexName", "", "by-customer");

        var (code, output, error) = await LintAsync();

        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((2, "An error occurred when executing task 'Lint'.\nError: The settings are wrong.\n")));
            Assert.That(output, Does.Contain(
                $"parameters.json:{first} and parameters.json:{overlapping}: LT0112 "
                + "PrivateSubnetCidr overlaps PublicSubnetCidr 10.0.1.0/24 (was '10.0.1.128/25')"));
            Assert.That(output, Does.Contain($"parameters.json:{broken}: LT0112 PrivateSubnetCidr2 is not an address range (was '10.0.9.0/33')"));
            Assert.That(output, Does.Contain(
                $"parameters.json:{outside}: LT0112 PublicSubnetCidr2 lies outside VpcCidr 10.0.0.0/16 (was '192.168.0.0/24')"));
            Assert.That(output, Does.Contain(
                $"parameters.json:{cpu} and parameters.json:{memory}: LT0113 "
                + "Fargate has no task of 256 CPU units and 700 MiB; fix: with TaskCpu 256"));
            Assert.That(output, Does.Contain($"parameters.json:{retention}: LT0105 LogRetentionDays is none of the allowed numbers (was '8')"));
            Assert.That(output, Does.Contain($"parameters.json:{missing}: LT0110 IndexName needs IndexPartitionKey, and none is given"));
            Assert.That(output, Does.EndWith("\nwrong in the settings of dev: 6, in the templates: 0, warnings: 0\n"));
        });
    }

    [Test]
    public async Task A_file_that_is_no_json_is_named_with_its_line()
    {
        var line = _repository.Change("parameters.json", "\"TaskCpu\": \"256\",", "\"TaskCpu\": \"256\"");
        var (code, output, _) = await LintAsync();
        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Match($@"\nparameters\.json:({line}|{line + 1}): LT0106 parameters\.json is not JSON"));
    }

    [Test]
    public async Task The_settings_are_those_of_the_environment_and_of_the_command_line()
    {
        _repository.Write("parameters.staging.json", """{ "Parameters": { "TaskMemory": "700" } }""");
        Assert.That((await LintAsync()).Code, Is.Zero, "staging is another environment");

        var staging = await LintAsync("--environment=staging");
        Assert.That(staging.Code, Is.EqualTo(2));
        Assert.That(staging.Output, Does.Contain("and parameters.staging.json:1: LT0113").And.Contains("wrong in the settings of staging: 1"));

        Assert.That((await LintAsync("--environment=staging", "--task-memory=1024")).Code, Is.Zero);
        Assert.That((await LintAsync("--vpc-cidr=10.0.0.0/8")).Output, Does.Contain("\n--vpc-cidr: LT0112 VpcCidr is not between /16 and /28"));
    }

    [Test]
    public async Task A_key_that_is_no_setting_is_a_warning()
    {
        var line = _repository.Change("parameters.json", "\"TaskCpu\"", "\"TaskCpuu\"");
        var (code, output, _) = await LintAsync();
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain(
            $"\nwarning parameters.json:{line}: LT0151 TaskCpuu is no setting, and is ignored; fix: did you mean TaskCpu?\n"
            + "wrong in the settings of dev: 0, in the templates: 0, warnings: 1\n"));
    }

    [Test]
    public async Task Broken_templates_are_reported_at_once_by_our_rules_and_by_cfn_lint()
    {
        _repository.GivenCfnLint("echo 'cloudformation/table.yaml:7:1:7:9:I3011:The default action: replaced'; echo \"$@\" > arguments; exit 8");
        _repository.Change("cloudformation/registry.yaml", "Resources:", "Resources: [");
        var line = _repository.Change("cloudformation/network.yaml", "  PublicSubnet1:\n", "  PublicSubnet1:\n");
        _repository.Change("cloudformation/network.yaml", "MapPublicIpOnLaunch: false", "MapPublicIpOnLaunch: true");

        var (code, output, error) = await LintAsync();

        Assert.Multiple(() =>
        {
            Assert.That((code, error), Is.EqualTo((1, "An error occurred when executing task 'Lint'.\nError: The templates are wrong.\n")));
            Assert.That(output, Does.Contain(
                $"\ncloudformation/network.yaml:{line}: PublicSubnet1: gives public addresses to what starts in it. "
                + "[No subnet gives out public addresses]\n"));
            Assert.That(output, Does.Match(@"\ncloudformation/registry\.yaml:\d+: file: "));
            Assert.That(output, Does.Contain("\ncloudformation/table.yaml:7: I3011 The default action: replaced\n"));
            Assert.That(output, Does.EndWith("\nwrong in the settings of dev: 0, in the templates: 3, warnings: 0\n"));
            Assert.That(File.ReadAllText(_repository.Combine("arguments")), Does.StartWith("--include-checks I ").And.EndsWith(
                "--template cloudformation/loadtest.yaml cloudformation/monitoring.yaml cloudformation/network.yaml "
                + "cloudformation/registry.yaml cloudformation/table.yaml\n"));
        });
    }

    [Test]
    public async Task Wrong_settings_and_wrong_templates_are_reported_together_and_the_settings_decide_the_exit_code()
    {
        Set("TaskMemory", "512", "700");
        _repository.Change("cloudformation/table.yaml", "Value: allowed", "Value: denied");
        var (code, output, _) = await LintAsync();
        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain("LT0113").And.Contains("has no tag dynamodb-load-test=allowed"));
        Assert.That(output, Does.Contain("wrong in the settings of dev: 1, in the templates: 1"));
    }

    [Test]
    public async Task Without_cfn_lint_our_rules_are_checked_and_the_run_fails_and_says_how_to_get_it()
    {
        File.Delete(_repository.Combine("bin", "cfn-lint"));
        _repository.Change("cloudformation/table.yaml", "Value: allowed", "Value: denied");
        var (code, output, error) = await LintAsync();
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith($"cfn-lint is missing; get it with: {CfnLint.HowToGet}\n"));
        Assert.That(output, Does.EndWith("\nwrong in the settings of dev: 0, in the templates: 1, warnings: 0, and cfn-lint did not run\n"));

        _repository.Change("cloudformation/table.yaml", "Value: denied", "Value: allowed");
        var right = await LintAsync();
        Assert.That((right.Code, right.Error), Is.EqualTo((1,
            $"cfn-lint is missing; get it with: {CfnLint.HowToGet}\n"
            + "An error occurred when executing task 'Lint'.\nError: The templates are checked by half: cfn-lint did not run.\n")));
    }

    [TestCase("echo 'cfn-lint: command not found' >&2; exit 127", "no verdict (exit code 127): cfn-lint: command not found")]
    [TestCase("echo 'Traceback' >&2; exit 1", "no verdict (exit code 1): Traceback")]
    [TestCase("echo 'something new'; exit 4", "no verdict (exit code 4): something new")]
    public async Task A_linter_that_does_not_judge_is_no_pass(string script, string says)
    {
        _repository.GivenCfnLint(script);
        var (code, output, error) = await LintAsync();
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain(says));
        Assert.That(output, Does.EndWith(", and cfn-lint did not run\n"));
    }

    [Test]
    public async Task A_stop_reaches_the_linter_and_ends_the_run()
    {
        _repository.GivenCfnLint("trap 'echo gone > gone; exit 0' TERM; echo ready > ready; while true; do /bin/sleep 0.05; done");
        using var run = _repository.StartAlone("--target=Lint");
        for (var waited = 0; waited < 600 && !File.Exists(_repository.Combine("ready")); waited++) await Task.Delay(50);
        run.Signal("TERM");
        Assert.That(await run.ExitAsync(), Is.EqualTo(143), run.Error);
        Assert.That(File.Exists(_repository.Combine("gone")));
        Assert.That(run.Error, Does.Contain("cfn-lint was stopped."));
    }

    private int Set(string name, string from, string to) => _repository.Change("parameters.json", $"\"{name}\": \"{from}\"", $"\"{name}\": \"{to}\"");

    private async Task<(int Code, string Output, string Error)> LintAsync(params string[] arguments)
    {
        using var run = _repository.StartAlone(["--target=Lint", .. arguments]);
        return (await run.ExitAsync(), run.Output, run.Error);
    }
}
