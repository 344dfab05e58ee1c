using Build.Stacks.Deployment;
using Build.Tests.Stacks.Support;
using LoadTest.Configuration.Problems;

namespace Build.Tests.Stacks;

/// <summary>An account with CloudFormation and nothing in it, at the start of each test.</summary>
[NonParallelizable]
internal abstract class StackTests
{
    protected const string Network = "lt-dev-network";
    protected const string Table = "lt-dev-table";

    protected FakeCloudFormation Cloud { get; private set; } = null!;

    [SetUp]
    public void Start()
    {
        Cloud = new FakeCloudFormation { OutputsOf = StackBench.Outputs };
        FakeAccount.GivenIdentity(Cloud.Server);
        FakeAccount.GivenDefaultGroup(Cloud.Server);
    }

    [TearDown]
    public async Task Stop()
    {
        Assert.That(Cloud.Server.Unexpected.Select(request => $"{request.Scope.Service} {request.Action}"), Is.Empty);
        await Cloud.DisposeAsync();
    }

    /// <summary>Nobody is there to answer.</summary>
    protected StackBench Alone(params string[] arguments) => new(Cloud.Server.Url, answers: null, arguments);

    /// <summary>A person types these lines.</summary>
    protected StackBench Answering(params string[] lines) => new(Cloud.Server.Url, new StringReader(string.Join('\n', lines) + "\n"));

    protected static Task<IReadOnlyList<StackResult>> DeployAsync(StackBench bench, string? image = null, CancellationToken cancel = default) =>
        bench.Get<StackDeployer>().DeployAsync(image ?? StackBench.Image, cancel);

    /// <summary>Deploys everything once.</summary>
    protected async Task GivenEverythingDeployedAsync()
    {
        using var bench = Alone();
        await DeployAsync(bench);
    }

    /// <summary>The stacks without anyone having changed the template: the next deployment finds another one.</summary>
    protected void GivenOtherTemplate(string name) => Cloud.Stacks.Single(stack => stack.Name == name).Template = "Resources: {}";

    protected static async Task<Problem> ProblemOf(Task work) => (await Assert.ThrowsAsync<ProblemException>(() => work))!.Problems[0];
}
