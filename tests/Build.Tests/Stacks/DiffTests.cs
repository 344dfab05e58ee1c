using Build.Stacks.Diffing;
using Build.Tests.Stacks.Support;

namespace Build.Tests.Stacks;

/// <summary>Diff shows what would change, and leaves nothing behind.</summary>
internal sealed class DiffTests : StackTests
{
    private static readonly string Given = $"--container-image={StackBench.Image}";

    [Test]
    public async Task In_an_empty_account_it_shows_everything_and_leaves_no_stack_and_no_change_set()
    {
        GivenNoImage();
        using var bench = Alone();

        await DiffAsync(bench);

        Assert.That(bench.Output, Does.StartWith("the image of these files is not in the repository yet: Deploy builds and pushes it"));
        Assert.That(bench.Output, Does.Contain("lt-dev-network is new: 1 to add"));
        Assert.That(bench.Output, Does.Contain("lt-dev-loadtest is new, and what it needs is not there yet; its template says: "));
        Assert.That(bench.Output, Does.Match("  add          TaskSecurityGroup +AWS::EC2::SecurityGroup +if MakesSecurityGroup"));
        Assert.That((Cloud.Stacks.Count, Cloud.ChangeSets.Count, Cloud.Count("ExecuteChangeSet")), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task What_is_deployed_as_it_is_needs_no_change_set()
    {
        await GivenEverythingDeployedAsync();
        GivenNoImage();
        var made = Cloud.Count("CreateChangeSet");
        using var bench = Alone();

        await DiffAsync(bench);

        Assert.That(bench.Output.Split('\n').Count(line => line.Contains("nothing changed since it was deployed", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That(Cloud.Count("CreateChangeSet"), Is.EqualTo(made));
    }

    [Test]
    public async Task Changes_are_shown_and_nothing_is_executed_or_left()
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        Cloud.GivenChanges(Table, "<Action>Remove</Action><LogicalResourceId>Table</LogicalResourceId><ResourceType>AWS::DynamoDB::Table</ResourceType>");
        var (before, executed) = (Cloud.Stacks.Select(stack => (stack.Name, stack.Status, stack.Template)).ToList(), Cloud.Count("ExecuteChangeSet"));
        using var bench = Alone(Given);

        await DiffAsync(bench);

        Assert.That(bench.Output, Does.Contain("lt-dev-table changes: 1 to delete\n  delete       Table  AWS::DynamoDB::Table"));
        Assert.That(Cloud.Stacks.Select(stack => (stack.Name, stack.Status, stack.Template)), Is.EqualTo(before));
        Assert.That((Cloud.Count("ExecuteChangeSet"), Cloud.ChangeSets.Count), Is.EqualTo((executed, 0)));
    }

    [Test]
    public async Task A_stack_that_cannot_be_compared_is_shown_with_its_state()
    {
        Cloud.Given(Network, "ROLLBACK_COMPLETE");
        using var bench = Alone(Given);

        await DiffAsync(bench);

        Assert.That(bench.Output, Does.Contain("lt-dev-network is ROLLBACK_COMPLETE: see docs/stacks.md"));
        Assert.That(Cloud.Stacks.Select(stack => stack.Name), Is.EqualTo([Network]));
    }

    [Test]
    public async Task A_refused_change_set_leaves_nothing_of_the_others_either()
    {
        Cloud.GivenFailure(Network, "wrong");
        using var bench = Alone(Given);

        await ProblemOf(DiffAsync(bench));

        Assert.That((Cloud.Stacks.Count, Cloud.ChangeSets.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Another_image_is_compared_with_the_deployed_one()
    {
        await GivenEverythingDeployedAsync();
        using var bench = Alone(Given.Replace(new string('a', 64), new string('b', 64), StringComparison.Ordinal));

        await DiffAsync(bench);

        Assert.That(bench.Output, Does.Contain("lt-dev-loadtest changes: "));
        Assert.That(Cloud.ChangeSets, Is.Empty);
    }

    private void GivenNoImage() => Cloud.Server.Given("ecr", "DescribeImages", StandIns.Wire.WireAnswer.JsonError("ImageNotFoundException", "no such image"));

    private static Task DiffAsync(StackBench bench) => bench.Get<StackDiff>().RunAsync(CancellationToken.None);
}
