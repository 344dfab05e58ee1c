using Build.Tests.Stacks.Support;
using LoadTest.Configuration.Problems;
using StandIns.Wire;

namespace Build.Tests.Stacks;

/// <summary>Change sets: shown, confirmed, refused, out of date; none is left behind.</summary>
internal sealed class ChangeSetTests : StackTests
{
    private const string Replaced = """
        <PolicyAction>ReplaceAndRetain</PolicyAction><Action>Modify</Action><LogicalResourceId>Table</LogicalResourceId>
        <ResourceType>AWS::DynamoDB::Table</ResourceType><Replacement>True</Replacement>
        <Details><member><Target><Attribute>Properties</Attribute><Name>KeySchema</Name></Target></member></Details>
        """;

    private const string Deleted = """
        <PolicyAction>Delete</PolicyAction><Action>Remove</Action><LogicalResourceId>NatGateway2</LogicalResourceId><ResourceType>AWS::EC2::NatGateway</ResourceType>
        """;

    private const string LetGo = """
        <PolicyAction>Retain</PolicyAction><Action>Remove</Action><LogicalResourceId>FlowLogBucket</LogicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType>
        """;

    private const string MayBeReplaced = """
        <Action>Modify</Action><LogicalResourceId>Dashboard</LogicalResourceId><ResourceType>AWS::CloudWatch::Dashboard</ResourceType><Replacement>Conditional</Replacement>
        """;

    private const string Changed = """
        <Action>Modify</Action><LogicalResourceId>Vpc</LogicalResourceId><ResourceType>AWS::EC2::VPC</ResourceType><Replacement>False</Replacement>
        <Details><member><Target><Attribute>Tags</Attribute></Target></member></Details>
        """;

    [Test]
    public async Task What_is_replaced_or_deleted_stands_last_in_the_table_and_is_asked_about_by_name()
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Network);
        Cloud.GivenChanges(Network, Deleted, LetGo, Changed);
        GivenOtherTemplate(Table);
        Cloud.GivenChanges(Table, Replaced);
        using var bench = Answering("yes");

        await DeployAsync(bench);

        Assert.That(bench.Output.ReplaceLineEndings("\n"), Does.Contain("""
            lt-dev-network changes: 1 to change, 1 to delete, 1 to let go
              change       Vpc            AWS::EC2::VPC         Tags
              delete       NatGateway2    AWS::EC2::NatGateway
              let go       FlowLogBucket  AWS::S3::Bucket
            lt-dev-table changes: 1 to replace
              replace      Table  AWS::DynamoDB::Table  KeySchema; the old one is kept
            """));
        Assert.That(bench.Error, Is.EqualTo("Replace or delete NatGateway2 of network, FlowLogBucket of network, Table of table? [y/N] "));
    }

    [TestCase(Replaced)]
    [TestCase(Deleted)]
    [TestCase(LetGo)]
    [TestCase(MayBeReplaced)]
    public async Task Nothing_is_replaced_or_deleted_without_an_answer_and_no_change_set_is_left(string change)
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        GivenOtherTemplate(Network);
        Cloud.GivenChanges(Table, change);
        var executed = Cloud.Count("ExecuteChangeSet");
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.NotConfirmed));
        Assert.That((Cloud.Count("ExecuteChangeSet"), Cloud.ChangeSets.Count), Is.EqualTo((executed, 0)));
    }

    [TestCase("no")]
    [TestCase("")]
    public async Task An_answer_that_is_not_yes_is_a_no(string answer)
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        Cloud.GivenChanges(Table, Replaced);
        using var bench = Answering(answer);

        Assert.That((await ProblemOf(DeployAsync(bench))).What, Does.EndWith("was answered with no"));
        Assert.That(Cloud.ChangeSets, Is.Empty);
    }

    [TestCase("The submitted information didn't contain changes. Submit different information to create a change set.")]
    [TestCase("No updates are to be performed.")]
    public async Task A_change_set_without_changes_is_no_failure(string reason)
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        Cloud.GivenFailure(Table, reason);
        using var bench = Alone();

        var results = await DeployAsync(bench);

        Assert.That(results.Single(result => result.Part == "table").Outcome, Is.EqualTo("unchanged"));
        Assert.That(Cloud.ChangeSets, Is.Empty);
    }

    [Test]
    public async Task A_refused_change_set_says_why_and_leaves_no_frame_of_a_stack()
    {
        Cloud.GivenFailure(Network, "Fn::Cidr: 10.0.0.0/16 has no 400 blocks");
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ChangeSetRefused));
        Assert.That(problem.What, Does.EndWith("has no 400 blocks"));
        Assert.That(problem.Origin, Is.EqualTo("cloudformation/network.yaml"));
        Assert.That((Cloud.Stacks, Cloud.ChangeSets), Is.EqualTo((Array.Empty<FakeStack>(), Array.Empty<string>())));
    }

    [Test]
    public async Task A_capability_that_is_missing_is_named_with_the_place_to_name_it()
    {
        Cloud.GivenFirst("CreateChangeSet", [.. Enumerable.Repeat(WireAnswer.XmlError("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_NAMED_IAM]"), 3)]);
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.CapabilityMissing));
        Assert.That(problem.What, Does.EndWith("Requires capabilities : [CAPABILITY_NAMED_IAM]"));
        Assert.That(problem.Origin, Is.EqualTo("cloudformation/stacks.json"));
    }

    [TestCase("ChangeSetNotFound", 404)]
    [TestCase("InvalidChangeSetStatus", 400)]
    public async Task A_change_set_that_is_out_of_date_is_made_anew(string code, int status)
    {
        Cloud.GivenFirst("ExecuteChangeSet", WireAnswer.XmlError(code, "ChangeSet is OBSOLETE", status));
        using var bench = Alone();

        var results = await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain("the change set is out of date, as the stack was changed meanwhile; making a new one"));
        Assert.That(results, Has.Count.EqualTo(5));
        Assert.That(Cloud.Stacks.Select(stack => stack.Status), Is.All.EqualTo("CREATE_COMPLETE"));
    }

    [Test]
    public async Task Change_sets_that_are_always_out_of_date_end_the_deployment()
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        Cloud.GivenFirst("ExecuteChangeSet", [.. Enumerable.Repeat(WireAnswer.XmlError("InvalidChangeSetStatus", "OBSOLETE"), 4)]);
        using var bench = Alone();

        var problem = await ProblemOf(DeployAsync(bench));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.StackState));
        Assert.That(Cloud.ChangeSets, Is.Empty);
    }

    [Test]
    public async Task Changes_of_several_pages_are_all_shown()
    {
        await GivenEverythingDeployedAsync();
        GivenOtherTemplate(Table);
        Cloud.GivenFirst(
            "DescribeChangeSet",
            WireAnswer.Xml("DescribeChangeSet", $"<Status>CREATE_COMPLETE</Status><NextToken>more</NextToken><Changes><member><ResourceChange>{Changed}</ResourceChange></member></Changes>"),
            WireAnswer.Xml("DescribeChangeSet", $"<Status>CREATE_COMPLETE</Status><Changes><member><ResourceChange>{Deleted}</ResourceChange></member></Changes>"));
        using var bench = Alone("--yes");

        await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain("lt-dev-table changes: 1 to change, 1 to delete"));
    }
}
