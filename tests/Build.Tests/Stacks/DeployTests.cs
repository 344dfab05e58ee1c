using Build.Stacks.Deployment;
using Build.Tests.Stacks.Support;

namespace Build.Tests.Stacks;

/// <summary>The way of a deployment from nothing to five stacks, to no change, to an update.</summary>
internal sealed class DeployTests : StackTests
{
    [Test]
    public async Task The_five_stacks_are_created_each_with_the_outputs_of_those_before_it()
    {
        using var bench = Alone();

        var results = await DeployAsync(bench);

        Assert.That(results.Select(result => result.Name), Is.EquivalentTo(StackBench.Names));
        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo("created"));
        var loadTest = Cloud.Stacks.Single(stack => stack.Name == "lt-dev-loadtest");
        Assert.That(loadTest.Parameters["ContainerImage"], Is.EqualTo(StackBench.Image));
        Assert.That(loadTest.Parameters["VpcId"], Is.EqualTo("VpcId-of-lt-dev-network"));
        Assert.That(Cloud.ChangeSets, Is.Empty);
        Assert.That(bench.Error, Is.Empty);
    }

    [Test]
    public async Task A_second_deployment_of_the_same_makes_no_change_set_and_twelve_calls()
    {
        await GivenEverythingDeployedAsync();
        var before = Cloud.Server.Requests.Count;
        using var bench = Alone();

        var results = await DeployAsync(bench);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo("unchanged"));
        Assert.That(bench.Output.Split('\n').Count(line => line.EndsWith("nothing changed since it was deployed", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That(
            Cloud.Server.Requests.Skip(before).GroupBy(request => request.Action).Select(group => (group.Key, group.Count())),
            Is.EquivalentTo(new[] { ("GetCallerIdentity", 1), ("DescribeStacks", 5), ("GetTemplate", 5), ("DescribeSecurityGroupRules", 1) }));
    }

    [Test]
    public async Task Another_image_changes_the_load_test_alone_and_asks_nothing()
    {
        await GivenEverythingDeployedAsync();
        Cloud.GivenChanges("lt-dev-loadtest", """
            <Action>Modify</Action><LogicalResourceId>TaskDefinition</LogicalResourceId><ResourceType>AWS::ECS::TaskDefinition</ResourceType>
            <Replacement>True</Replacement><Details><member><Target><Attribute>Properties</Attribute><Name>ContainerDefinitions</Name></Target></member></Details>
            """);
        using var bench = Alone();

        var results = await DeployAsync(bench, StackBench.Image.Replace('a', 'b'));

        Assert.That(results.Where(result => result.Outcome != "unchanged").Select(result => (result.Part, result.Outcome)), Is.EqualTo(new[] { ("loadtest", "updated") }));
        Assert.That(bench.Output, Does.Contain("lt-dev-loadtest changes: 1 to revise\n  revise       TaskDefinition  AWS::ECS::TaskDefinition  ContainerDefinitions"));
    }

    [Test]
    public async Task Network_and_table_go_on_at_the_same_time()
    {
        using var bench = Alone();

        await DeployAsync(bench);

        // The first look at the one comes before the last look at the other, both ways round.
        var looks = bench.Output.Split('\n').Where(line => line.Contains("Z  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]).ToList();
        Assert.That(looks.IndexOf("table"), Is.LessThan(looks.LastIndexOf("network")));
        Assert.That(looks.IndexOf("network"), Is.LessThan(looks.LastIndexOf("table")));
        Assert.That(looks.IndexOf("loadtest"), Is.GreaterThan(looks.LastIndexOf("network")).And.GreaterThan(looks.LastIndexOf("table")));
    }

    [Test]
    public async Task Events_are_shown_with_the_times_and_durations_of_the_server()
    {
        Cloud.GivenCourse(
            "lt-registry",
            FakeEvent.Stack("CREATE_IN_PROGRESS", "User Initiated"),
            new("Repository", "CREATE_IN_PROGRESS", Type: "AWS::ECR::Repository"),
            new("Repository", "CREATE_IN_PROGRESS", "Resource creation Initiated", "AWS::ECR::Repository"),
            new("Repository", "CREATE_COMPLETE", Type: "AWS::ECR::Repository"),
            FakeEvent.Stack("CREATE_COMPLETE"));
        using var bench = Alone();

        await bench.Get<StackDeployer>().EnsureRegistryAsync(CancellationToken.None);

        Assert.That(bench.Output.ReplaceLineEndings("\n"), Is.EqualTo("""
            lt-registry is new: 1 to add
              add          Vpc  AWS::EC2::VPC
              registry   07:08:23Z  CREATE_IN_PROGRESS  lt-registry
              registry   07:08:30Z  CREATE_IN_PROGRESS  Repository (AWS::ECR::Repository)
              registry   07:08:44Z  CREATE_COMPLETE     Repository, 14 s
              registry   07:08:51Z  CREATE_COMPLETE     lt-registry
            lt-registry: created in 28 s

            """));
    }

    [Test]
    public async Task The_registry_alone_is_made_sure_of_before_a_push()
    {
        using var bench = Alone();

        await bench.Get<StackDeployer>().EnsureRegistryAsync(CancellationToken.None);
        await bench.Get<StackDeployer>().EnsureRegistryAsync(CancellationToken.None);

        Assert.That(Cloud.Stacks.Select(stack => stack.Name), Is.EqualTo(["lt-registry"]));
        Assert.That(Cloud.Count("CreateChangeSet"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_network_and_a_table_of_ones_own_leave_three_stacks()
    {
        using var bench = Alone(
            "--vpc-id=vpc-0123456789abcdef0", "--subnet-ids=subnet-0123456789abcdef0,subnet-0123456789abcdef1",
            "--table-arn=arn:aws:dynamodb:eu-central-1:123456789012:table/orders");

        var results = await DeployAsync(bench);

        Assert.That(results.Select(result => result.Part), Is.EqualTo(["registry", "loadtest", "monitoring"]));
    }

    [Test]
    public async Task The_default_security_group_is_closed_once()
    {
        using var bench = Alone();

        await DeployAsync(bench);
        await DeployAsync(bench);

        Assert.That(bench.Output, Does.Contain("closed the network's default security group DefaultSecurityGroupId-of-lt-dev-network, which had 2 rules"));
        Assert.That(Cloud.Server.Of("ec2", "RevokeSecurityGroupIngress").Single().Form["SecurityGroupRuleId.1"], Is.EqualTo("sgr-1"));
        Assert.That(Cloud.Server.Of("ec2", "RevokeSecurityGroupEgress").Single().Form["SecurityGroupRuleId.1"], Is.EqualTo("sgr-2"));
    }

    [Test]
    public async Task What_is_deployed_is_found_by_part()
    {
        await GivenEverythingDeployedAsync();
        using var bench = Alone();
        var stacks = bench.Get<Build.Stacks.DeployedStacks>();

        Assert.That((await stacks.OutputsAsync("table", CancellationToken.None))!["TableName"], Is.EqualTo("TableName-of-lt-dev-table"));
        using var elsewhere = Alone("--stack-name=other");
        Assert.That(await elsewhere.Get<Build.Stacks.DeployedStacks>().OutputsAsync("table", CancellationToken.None), Is.Null);
        var problem = await ProblemOf(elsewhere.Get<Build.Stacks.DeployedStacks>().RequireOutputsAsync("table", CancellationToken.None));
        Assert.That(problem.ToString(), Is.EqualTo(
            "LT0509 the stack other-dev-table is not deployed in this account and region\n  fix: ./build.sh --target=Deploy --environment=dev"));
    }
}
