using Build.Tests.Stacks.Support;
using LoadTest.Configuration.Problems;

namespace Build.Tests.Stacks;

/// <summary>What a deployment does about the state that it finds a stack in.</summary>
internal sealed class StateTests : StackTests
{
    private static readonly FakeEvent[] FailedCreation =
    [
        FakeEvent.Stack("CREATE_IN_PROGRESS"), new("Vpc", "CREATE_FAILED", "The CIDR is taken"), FakeEvent.Stack("ROLLBACK_IN_PROGRESS"),
        FakeEvent.Stack("ROLLBACK_COMPLETE"),
    ];

    [TestCase("ROLLBACK_COMPLETE")]
    [TestCase("CREATE_FAILED")]
    [TestCase("ROLLBACK_FAILED")]
    [TestCase("DELETE_FAILED")]
    public async Task A_failed_stack_is_explained_removed_after_a_question_and_created(string status)
    {
        Cloud.Given(Network, status, FailedCreation);
        using var bench = Answering("yes");

        var results = await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain($"  {Network} failed because of Vpc (AWS::EC2::VPC): The CIDR is taken"));
        Assert.That(bench.Error, Does.Contain($"{Network} failed earlier ({status}), and has to be removed before it can be created. Remove it? [y/N]"));
        Assert.That(results.Single(result => result.Part == "network").Outcome, Is.EqualTo("created"));
        Assert.That(Cloud.Count("DeleteStack"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_frame_of_a_change_set_is_removed_after_a_question()
    {
        Cloud.Given(Table, "REVIEW_IN_PROGRESS", FakeEvent.Stack("REVIEW_IN_PROGRESS"));
        using var bench = Answering("y");

        var results = await DeployAsync(bench);

        Assert.That(bench.Error, Does.Contain("holds nothing but a change set that was never executed (REVIEW_IN_PROGRESS). Remove it?"));
        Assert.That(results.Single(result => result.Part == "table").Outcome, Is.EqualTo("created"));
    }

    [TestCase("ROLLBACK_COMPLETE")]
    [TestCase("REVIEW_IN_PROGRESS")]
    [TestCase("UPDATE_ROLLBACK_FAILED")]
    public async Task Without_an_answer_nothing_is_removed_or_made(string status)
    {
        Cloud.Given(Network, status, FailedCreation);
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That((problem.Code, problem.Code.ExitCode), Is.EqualTo((ErrorCodes.NotConfirmed, ExitCode.GuardRefused)));
        Assert.That(problem.Fix, Does.EndWith("--yes"));
        Assert.That(Cloud.Count("DeleteStack") + Cloud.Count("CreateChangeSet") + Cloud.Count("ContinueUpdateRollback"), Is.Zero);
    }

    [Test]
    public async Task The_answer_can_be_given_beforehand()
    {
        Cloud.Given(Network, "ROLLBACK_COMPLETE", FailedCreation);
        using var bench = Alone("--yes");

        await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain("Remove it? yes (--yes)"));
        Assert.That(Cloud.Stacks.Single(stack => stack.Name == Network).Status, Is.EqualTo("CREATE_COMPLETE"));
    }

    [Test]
    public async Task A_protected_stack_is_not_removed()
    {
        Cloud.Given(Network, "ROLLBACK_COMPLETE", FailedCreation).IsProtected = true;
        using var bench = Alone("--yes");

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.TerminationProtection));
        Assert.That(problem.Fix, Does.EndWith($"aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name {Network}"));
        Assert.That(Cloud.Count("DeleteStack"), Is.Zero);
    }

    [Test]
    public async Task A_rollback_that_got_stuck_is_continued_after_a_question()
    {
        await GivenEverythingDeployedAsync();
        var stack = Cloud.Stacks.Single(stack => stack.Name == Network);
        foreach (var happened in new[]
        {
            FakeEvent.Stack("UPDATE_IN_PROGRESS"), new("NatGateway1", "UPDATE_FAILED", "no capacity"), FakeEvent.Stack("UPDATE_ROLLBACK_IN_PROGRESS"),
            new("PublicRoute", "UPDATE_FAILED", "the gateway is gone", "AWS::EC2::Route"), FakeEvent.Stack("UPDATE_ROLLBACK_FAILED"),
        }) stack.Happen(happened);
        Cloud.GivenCourse(
            "continue " + Network, FakeEvent.Stack("UPDATE_ROLLBACK_IN_PROGRESS"), new("PublicRoute", "UPDATE_COMPLETE"), FakeEvent.Stack("UPDATE_ROLLBACK_COMPLETE"));
        using var bench = Answering("yes");

        var results = await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain("stuck on the way back from a failed update (UPDATE_ROLLBACK_FAILED):\n  PublicRoute (AWS::EC2::Route): the gateway is gone\n"));
        Assert.That(Cloud.Count("ContinueUpdateRollback"), Is.EqualTo(1));
        Assert.That(results.Single(result => result.Part == "network").Outcome, Is.EqualTo("unchanged"));
    }

    [Test]
    public async Task A_rollback_that_gets_stuck_again_ends_the_deployment_with_the_cause()
    {
        Cloud.Given(Network, "UPDATE_ROLLBACK_FAILED", FakeEvent.Stack("UPDATE_IN_PROGRESS"), FakeEvent.Stack("UPDATE_ROLLBACK_FAILED"));
        Cloud.GivenCourse(
            "continue " + Network, FakeEvent.Stack("UPDATE_ROLLBACK_IN_PROGRESS"), new("PublicRoute", "UPDATE_FAILED", "still gone"), FakeEvent.Stack("UPDATE_ROLLBACK_FAILED"));
        using var bench = Alone("--yes");

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.What, Does.EndWith("still gone"));
        Assert.That(problem.Fix, Does.EndWith("it offers to continue the rollback"));
    }

    [TestCase("UPDATE_FAILED")]
    [TestCase("IMPORT_ROLLBACK_FAILED")]
    public async Task A_state_that_only_a_person_can_judge_ends_the_deployment(string status)
    {
        Cloud.Given(Network, status, FakeEvent.Stack(status));
        using var bench = Alone("--yes");

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.StackState));
        Assert.That(problem.What, Does.Contain(status));
    }

    [TestCase("dynamodb-load-test-0123", "an earlier deployment goes on; following it")]
    [TestCase("Console-CreateStack-1", "someone else is changing it; waiting until that is done")]
    public async Task A_stack_in_which_something_goes_on_is_waited_for_and_shown(string token, string says)
    {
        await GivenEverythingDeployedAsync();
        var stack = Cloud.Stacks.Single(stack => stack.Name == Network);
        stack.Begin(
            [FakeEvent.Stack("UPDATE_IN_PROGRESS"), new("Vpc", "UPDATE_IN_PROGRESS"), new("Vpc", "UPDATE_COMPLETE"), FakeEvent.Stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"), FakeEvent.Stack("UPDATE_COMPLETE")],
            token);
        using var bench = Alone();

        var results = await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain($"{Network} is UPDATE_IN_PROGRESS: {says}"));
        Assert.That(bench.Output, Does.Contain("UPDATE_COMPLETE     Vpc, 7 s"));
        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo("unchanged"));
    }

    [Test]
    public async Task A_creation_of_an_earlier_deployment_that_fails_while_it_is_followed_leads_to_the_question()
    {
        Cloud.Given(Network, "CREATE_IN_PROGRESS").Begin(FailedCreation, "dynamodb-load-test-0123");
        using var bench = Alone("--yes");

        var results = await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain("an earlier deployment goes on").And.Contain("Remove it? yes (--yes)"));
        Assert.That(results.Single(result => result.Part == "network").Outcome, Is.EqualTo("created"));
    }

    [Test]
    public async Task A_stack_that_is_being_deleted_is_waited_for_and_created()
    {
        Cloud.Given(Table, "DELETE_IN_PROGRESS").Begin([FakeEvent.Stack("DELETE_IN_PROGRESS"), FakeEvent.Stack("DELETE_COMPLETE")], "else");
        using var bench = Alone();

        Assert.That((await DeployAsync(bench)).Single(result => result.Part == "table").Outcome, Is.EqualTo("created"));
    }
}
