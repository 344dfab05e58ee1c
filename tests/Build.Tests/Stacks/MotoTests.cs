using Build.Stacks.Deployment;
using Build.Stacks.Diffing;
using Build.Stacks.Overview;
using Build.Stacks.Removal;
using Build.Tests.Stacks.Support;
using TestSupport;
using TestSupport.Moto;

namespace Build.Tests.Stacks;

/// <summary>The life of the five stacks on moto, from parameters.json as it stands, through the real clients.</summary>
[Category("Slow")]
[NonParallelizable]
internal sealed class MotoTests
{
    private MotoServer _server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var server = await MotoServer.StartAsync(CancellationToken.None);
        if (server is null) OutsidePart.Missing(MotoServer.HowToGet);
        _server = server!;
    }

    [SetUp]
    public Task Forget() => _server.ResetAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    [Test]
    public async Task Five_stacks_are_created_left_as_they_are_updated_and_destroyed()
    {
        Assert.That(await DeployAsync(), Is.EqualTo(["created", "created", "created", "created", "created"]));

        var began = TimeProvider.System.GetTimestamp();
        Assert.That(await DeployAsync(), Is.All.EqualTo("unchanged"));
        Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(TimeSpan.FromSeconds(20)), "a deployment without changes takes a few seconds");

        Assert.That(await DeployAsync("--total-items=777", "--yes"), Is.EqualTo(["unchanged", "unchanged", "unchanged", "updated", "unchanged"]));

        using var bench = Bench("--yes", "--delete-data", "--delete-table");
        await bench.Get<EnvironmentRemoval>().RunAsync(CancellationToken.None);
        Assert.That(bench.Output, Does.Contain("the table dev-dynamodb-load-test is gone").And.Match("the bucket lt-dev-loadtest-resultsbucket-\\S+ is gone"));
        using var empty = Bench();
        await empty.Get<StackOverview>().RunAsync(CancellationToken.None);
        Assert.That(empty.Output.Split('\n').Count(line => line.TrimEnd().EndsWith("not deployed", StringComparison.Ordinal)), Is.EqualTo(5));
    }

    [Test]
    public async Task What_is_kept_is_found_and_deleted_by_a_later_run()
    {
        await DeployAsync();
        using (var keeps = Bench("--yes"))
        {
            await keeps.Get<EnvironmentRemoval>().RunAsync(CancellationToken.None);
            Assert.That(keeps.Output, Does.Contain("stays: the table dev-dynamodb-load-test").And.Contain("stays: the bucket ").And.Contain("stays: the stack lt-registry"));
        }

        using var deletes = Bench("--yes", "--delete-data", "--delete-table");
        await deletes.Get<EnvironmentRemoval>().RunAsync(CancellationToken.None);

        Assert.That(deletes.Output, Does.Contain("the table dev-dynamodb-load-test is gone").And.Match("the bucket \\S+ is gone, with 0 objects"));
        using var again = Bench("--yes", "--delete-data", "--delete-table");
        await again.Get<EnvironmentRemoval>().RunAsync(CancellationToken.None);
        Assert.That(again.Output, Does.Contain("nothing of dev is there to delete"));
    }

    [Test]
    public async Task Diff_leaves_an_empty_account_empty_and_a_deployed_one_as_it_is()
    {
        using var empty = Bench();
        await empty.Get<StackDiff>().RunAsync(CancellationToken.None);
        Assert.That(empty.Output, Does.Contain("lt-dev-network is new: ").And.Contain("lt-dev-loadtest is new, and what it needs is not there yet"));
        await DeployAsync();

        using var bench = Bench("--total-items=777", $"--container-image={StackBench.Image}");
        await bench.Get<StackDiff>().RunAsync(CancellationToken.None);

        Assert.That(bench.Output, Does.Contain("lt-dev-loadtest changes: no resource, only parameters or outputs"), "moto lists changes of the template alone");
        Assert.That(await DeployAsync(), Is.All.EqualTo("unchanged"));
    }

    private StackBench Bench(params string[] arguments) => new(_server.Endpoint.ToString().TrimEnd('/'), answers: null, arguments);

    private async Task<IEnumerable<string>> DeployAsync(params string[] arguments)
    {
        using var bench = Bench(arguments);
        var results = await bench.Get<StackDeployer>().DeployAsync(StackBench.Image, CancellationToken.None);
        Assert.That(bench.Output, Does.Contain("closed the network's default security group sg-").Or.Not.Contain("lt-dev-network is new"));
        string[] order = ["registry", "network", "table", "loadtest", "monitoring"];
        return results.OrderBy(result => Array.IndexOf(order, result.Part)).Select(result => result.Outcome);
    }
}
