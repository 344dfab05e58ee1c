using Build.Tests.Stacks.Support;
using LoadTest.Configuration.Problems;
using StandIns.Wire;

namespace Build.Tests.Stacks;

/// <summary>A deployment that fails names its cause, and what becomes of the stack.</summary>
internal sealed class FailureTests : StackTests
{
    private static readonly FakeEvent[] FailedCreation =
    [
        FakeEvent.Stack("CREATE_IN_PROGRESS", "User Initiated"),
        new("Vpc", "CREATE_IN_PROGRESS"),
        new("NatAddress1", "CREATE_IN_PROGRESS", Type: "AWS::EC2::EIP"),
        new("NatAddress1", "CREATE_FAILED", "The maximum number of addresses has been reached. (Service: Ec2, Status Code: 400)", "AWS::EC2::EIP"),
        new("Vpc", "CREATE_FAILED", "Resource creation cancelled"),
        FakeEvent.Stack("ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Vpc, NatAddress1]. Rollback requested by user."),
        new("NatAddress1", "DELETE_COMPLETE", Type: "AWS::EC2::EIP"),
        FakeEvent.Stack("ROLLBACK_COMPLETE"),
    ];

    [Test]
    public async Task The_root_cause_comes_before_what_followed_from_it_and_before_the_way_back()
    {
        Cloud.GivenCourse(Network, FailedCreation);
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        const string cause = "NatAddress1 (AWS::EC2::EIP) CREATE_FAILED: The maximum number of addresses has been reached. (Service: Ec2, Status Code: 400)";
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.StackNotDeployed));
        Assert.That(problem.What, Is.EqualTo($"{Network}: {cause}"));
        Assert.That(problem.Fix, Does.StartWith("what was made is removed; correct the cause, and run the same command again"));
        Assert.That(problem.Origin, Does.StartWith("https://eu-central-1.console.aws.amazon.com/cloudformation/home?region=eu-central-1#/stacks/events?stackId=arn%3Aaws"));
        Assert.That(bench.Error.ReplaceLineEndings("\n"), Does.StartWith(
            $"{Network} is ROLLBACK_COMPLETE\n  cause    {cause}\n  followed Vpc (AWS::EC2::VPC) CREATE_FAILED: Resource creation cancelled\n  console  https://"));
    }

    [Test]
    public async Task The_other_stack_of_the_wave_is_finished_and_what_comes_after_is_not_begun()
    {
        Cloud.GivenCourse(Network, FailedCreation);
        using var bench = Alone();

        await ProblemOf(DeployAsync(bench));

        Assert.That(Cloud.Stacks.Single(stack => stack.Name == Table).Status, Is.EqualTo("CREATE_COMPLETE"));
        Assert.That(Cloud.Stacks.Select(stack => stack.Name), Has.None.EqualTo("lt-dev-loadtest"));
    }

    [Test]
    public async Task Two_failures_at_once_are_both_named()
    {
        Cloud.GivenCourse(Network, FailedCreation);
        Cloud.GivenCourse(Table, FakeEvent.Stack("CREATE_IN_PROGRESS"), new("Table", "CREATE_FAILED", "dev-dynamodb-load-test already exists", "AWS::DynamoDB::Table"), FakeEvent.Stack("ROLLBACK_COMPLETE"));
        using var bench = Alone();

        var failure = await Assert.ThrowsAsync<ProblemException>(() => DeployAsync(bench));

        Assert.That(failure!.Problems.Select(problem => problem.What), Has.Some.Contain("NatAddress1").And.Some.Contain("already exists"));
    }

    [Test]
    public async Task An_update_that_was_taken_back_has_failed()
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        Cloud.GivenCourse(
            Table, FakeEvent.Stack("UPDATE_IN_PROGRESS"), new("Table", "UPDATE_FAILED", "Subscriber limit exceeded", "AWS::DynamoDB::Table"),
            FakeEvent.Stack("UPDATE_ROLLBACK_IN_PROGRESS"), FakeEvent.Stack("UPDATE_ROLLBACK_COMPLETE"));
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.What, Does.EndWith("Subscriber limit exceeded"));
        Assert.That(problem.Fix, Does.StartWith("the stack is as it was before"));
    }

    [Test]
    public async Task A_failure_without_any_event_that_says_why_still_names_the_state()
    {
        Cloud.GivenCourse(Network, FakeEvent.Stack("CREATE_IN_PROGRESS"), FakeEvent.Stack("ROLLBACK_COMPLETE"));
        using var bench = Alone();

        Assert.That((await ProblemOf(DeployAsync(bench))).What, Is.EqualTo($"{Network}: no event says why; its status is ROLLBACK_COMPLETE"));
    }

    [Test]
    public async Task Calls_that_come_too_fast_are_made_again_and_each_wait_is_shown()
    {
        var throttled = WireAnswer.XmlError("Throttling", "Rate exceeded");
        foreach (var action in new[] { "DescribeStacks", "CreateChangeSet", "ExecuteChangeSet", "DescribeStackEvents" }) Cloud.GivenFirst(action, throttled, throttled);
        using var bench = Alone();

        await DeployAsync(bench);

        Assert.That(Cloud.Stacks, Has.Count.EqualTo(5));
        Assert.That(bench.Output, Does.Match(@"waiting 0\.0 s to create a change set for lt-\S+: CloudFormation limits the rate of calls \(Throttling\)"));

        // Repeated with the token of the first time: a change set that was made all the same is not made twice.
        var tokens = Cloud.Server.Of("cloudformation", "CreateChangeSet").Select(request => request.Form["ClientToken"]).ToList();
        Assert.That((tokens.Count, tokens.Distinct().Count()), Is.EqualTo((7, 5)));
    }

    [Test]
    public async Task A_service_that_is_away_while_something_goes_on_is_asked_again()
    {
        using var bench = Alone();
        var away = new WireAnswer(503, "text/plain", "away");
        Cloud.GivenFirst("DescribeStackEvents", WireAnswer.Xml("DescribeStackEvents"), away, away, away);

        await bench.Get<Build.Stacks.Deployment.StackDeployer>().EnsureRegistryAsync(CancellationToken.None);

        Assert.That(bench.Output, Does.Contain("registry: CloudFormation cannot be reached; the work goes on in AWS; asking again in"));
        Assert.That(Cloud.Stacks.Single().Status, Is.EqualTo("CREATE_COMPLETE"));
    }

    [Test]
    public async Task A_refusal_names_the_call_and_who_made_it()
    {
        Cloud.GivenFirst("DescribeStacks", [.. Enumerable.Repeat(WireAnswer.XmlError(
            "AccessDenied", "User: arn:aws:iam::123456789012:user/tester is not authorized to perform: cloudformation:DescribeStacks", 403), 3)]);
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.PermissionDenied));
        Assert.That(problem.What, Does.StartWith("cannot look at the stack lt-").And.Contain("user/tester is not authorized"));
        Assert.That(problem.ToString(), Does.Contain("account 123456789012"));
    }
}
