using Build.Stacks.Deployment;
using Build.Tests.Stacks.Support;

namespace Build.Tests.Stacks;

/// <summary>The way of a deployment from nothing to five stacks, to no change, to an update.</summary>
[NonParallelizable]
internal sealed class DeployTests
{
    private FakeCloudFormation _cloud = null!;

    [SetUp]
    public void Start()
    {
        _cloud = new FakeCloudFormation { OutputsOf = StackBench.Outputs };
        FakeAccount.GivenIdentity(_cloud.Server);
        FakeAccount.GivenDefaultGroup(_cloud.Server);
    }

    [TearDown]
    public async Task Stop()
    {
        Assert.That(_cloud.Server.Unexpected.Select(request => request.Action), Is.Empty);
        await _cloud.DisposeAsync();
    }

    [Test]
    public async Task The_five_stacks_are_created_each_with_the_outputs_of_those_before_it()
    {
        using var bench = Bench();

        var results = await Deploy(bench);

        Assert.That(results.Select(result => (result.Name, result.Outcome)), Is.EqualTo(StackBench.Names.Select(name => (name, "created"))));
        var loadTest = _cloud.Stacks.Single(stack => stack.Name == "lt-dev-loadtest");
        Assert.That(loadTest.Parameters["ContainerImage"], Is.EqualTo(StackBench.Image));
        Assert.That(loadTest.Parameters["VpcId"], Is.EqualTo("VpcId-of-lt-dev-network"));
        Assert.That(_cloud.ChangeSets, Is.Empty);
    }

    [Test]
    public async Task A_second_deployment_of_the_same_makes_no_change_set_and_twelve_calls()
    {
        using (var first = Bench()) await Deploy(first);
        var before = _cloud.Server.Requests.Count;
        using var bench = Bench();

        var results = await Deploy(bench);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo("unchanged"));
        Assert.That(bench.Output.Split('\n').Count(line => line.EndsWith("nothing changed since it was deployed", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That(
            _cloud.Server.Requests.Skip(before).GroupBy(request => request.Action).Select(group => (group.Key, group.Count())),
            Is.EquivalentTo(new[] { ("GetCallerIdentity", 1), ("DescribeStacks", 5), ("GetTemplate", 5), ("DescribeSecurityGroupRules", 1) }));
    }

    private StackBench Bench(params string[] arguments) => new(_cloud.Server.Url, answers: null, arguments);

    private static Task<IReadOnlyList<StackResult>> Deploy(StackBench bench) =>
        bench.Get<StackDeployer>().DeployAsync(StackBench.Image, CancellationToken.None);
}
