using CloudFormation.Tests.Wiring;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using Newtonsoft.Json.Linq;
using TestSupport;
using TestSupport.Moto;

namespace CloudFormation.Tests.Moto;

/// <summary>
/// The stacks are created on moto. That proves that templates, wiring and parameter files fit together; cfn-lint proves that AWS takes the
/// properties.
/// </summary>
[Category("Slow")]
public sealed class StackCreationTests
{
    private MotoServer _server = null!;
    private MotoClient _client = null!;
    private MotoDeployment _deployment = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var server = await MotoServer.StartAsync(CancellationToken.None);
        if (server is null) OutsidePart.Missing(MotoServer.HowToGet);
        _server = server!;
        _client = new MotoClient(_server.Endpoint, MotoDeployment.Region);
    }

    [SetUp]
    public async Task Forget()
    {
        await _server.ResetAsync();
        _deployment = new MotoDeployment(_client);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    [TestCaseSource(typeof(ParameterFiles), nameof(ParameterFiles.All))]
    public async Task The_five_stacks_are_created_in_order_from_a_parameter_file(string file)
    {
        var settings = TestSettings.OfFile(file);

        await _deployment.CreateAsync(settings);

        Assert.That(
            _deployment.Statuses,
            Is.EqualTo(new[] { "registry", "network", "table", "loadtest", "monitoring" }.Select(stack => (stack, "CREATE_COMPLETE"))));
        Assert.That(_deployment.Outputs["table"]["TableName"], Is.EqualTo(settings.TableName));
        await TheTaskFindsItsSettings(settings);
        await ATaskStartsInThePrivateSubnets();
    }

    [Test]
    public async Task A_table_and_a_network_of_the_users_own_leave_three_stacks()
    {
        const string arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";

        await _deployment.CreateAsync(TestSettings.Of(
            ("TableArn", arn), ("VpcId", "vpc-0123456789abcdef0"), ("SubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1")));

        Assert.That(_deployment.Statuses.Select(stack => stack.Stack), Is.EqualTo(["registry", "loadtest", "monitoring"]));
        Assert.That(_deployment.Outputs["loadtest"]["TableArn"], Is.EqualTo(arn));
        Assert.That(_deployment.Outputs["loadtest"]["SecurityGroupId"], Does.StartWith("sg-"));
    }

    [Test]
    public async Task The_subnets_lie_where_the_plan_says_in_two_zones()
    {
        await _deployment.CreateAsync(TestSettings.Of(("PrivateSubnetCidr", "10.0.64.0/20")));

        var answer = await NetworkAsync(
            "DescribeSubnets", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", _deployment.Outputs["network"]["VpcId"]));
        var subnets = MotoDeployment.Texts(answer, "cidrBlock").Zip(MotoDeployment.Texts(answer, "availabilityZone"));
        Assert.That(subnets, Is.EquivalentTo(new[]
        {
            ("10.0.1.0/24", "eu-west-1a"), ("10.0.64.0/20", "eu-west-1a"), ("10.0.0.0/24", "eu-west-1b"), ("10.0.16.0/20", "eu-west-1b"),
        }));
        Assert.That(MotoDeployment.Texts(answer, "mapPublicIpOnLaunch"), Is.All.EqualTo("false"));
    }

    [TestCase("one", 1)]
    [TestCase("per-zone", 2)]
    [TestCase("none", 0)]
    public async Task As_many_NAT_gateways_are_made_as_were_asked_for(string given, int made)
    {
        await _deployment.CreateAsync(TestSettings.Of(
            ("NatGateways", given), ("InterfaceEndpoints", made == 0 ? "true" : "false"), ("FlowLogs", "true")));

        var answer = await NetworkAsync("DescribeNatGateways");
        Assert.That(MotoDeployment.Texts(answer, "natGatewayId").Count(), Is.EqualTo(made));
        var endpoints = await NetworkAsync("DescribeVpcEndpoints");
        Assert.That(MotoDeployment.Texts(endpoints, "vpcEndpointId").Count(), Is.EqualTo(made == 0 ? 6 : 2));
    }

    [Test]
    public async Task A_table_has_the_keys_and_the_index_that_were_asked_for()
    {
        await _deployment.CreateAsync(TestSettings.Of(
            ("SortKey", "sk"), ("IndexName", "by-customer"), ("IndexPartitionKey", "customer"), ("BillingMode", "PROVISIONED"),
            ("WriteCapacityUnits", "20")));

        var answer = await CallAsync(
            "dynamodb", "DynamoDB_20120810.DescribeTable", new JObject { ["TableName"] = _deployment.Outputs["table"]["TableName"] });
        var table = answer["Table"]!;
        Assert.That(table["KeySchema"]!.Select(key => $"{key["AttributeName"]} {key["KeyType"]}"), Is.EqualTo(["pk HASH", "sk RANGE"]));
        var attributes = table.SelectTokens("AttributeDefinitions[*].AttributeName").Values<string>();
        Assert.That(attributes, Is.EquivalentTo(["pk", "sk", "customer"]));
        Assert.That((int)table["ProvisionedThroughput"]!["WriteCapacityUnits"]!, Is.EqualTo(20));
        Assert.That((string?)table.SelectToken("GlobalSecondaryIndexes[0].KeySchema[0].AttributeName"), Is.EqualTo("customer"));
    }

    private async Task TheTaskFindsItsSettings(Settings settings)
    {
        var prefix = _deployment.Outputs["loadtest"]["SSMParameterPrefix"];
        var answer = await CallAsync("ssm", "AmazonSSM.GetParametersByPath", new JObject { ["Path"] = prefix });
        var found = answer["Parameters"]!.ToDictionary(parameter => (string)parameter["Name"]!, parameter => (string)parameter["Value"]!);

        Assert.That(found[$"{prefix}/table-name"], Is.EqualTo(settings.TableName));
        Assert.That(found[$"{prefix}/concurrency-limit"], Is.EqualTo(settings.Text(LoadOptions.ConcurrencyLimit)));
        Assert.That(found[$"{prefix}/cleanup-after-test"], Is.EqualTo(settings.Text(DataOptions.CleanupAfterTest)));
        Assert.That(found[$"{prefix}/results-bucket"], Is.EqualTo(_deployment.Outputs["loadtest"]["ResultsBucketName"]));
        Assert.That(JObject.Parse(found[$"{prefix}/settings"]).Type, Is.EqualTo(JTokenType.Object));
    }

    private async Task ATaskStartsInThePrivateSubnets()
    {
        var outputs = _deployment.Outputs["loadtest"];
        var started = await CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.RunTask", new JObject
        {
            ["cluster"] = outputs["ClusterName"],
            ["taskDefinition"] = outputs["TaskDefinitionArn"],
            ["launchType"] = "FARGATE",
            ["networkConfiguration"] = JObject.Parse(outputs["NetworkConfiguration"]),
        });
        var described = await CallAsync(
            "ecs", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition",
            new JObject { ["taskDefinition"] = outputs["TaskDefinitionArn"] });

        Assert.That(started["failures"], Is.Empty);
        var subnet = (string?)started.SelectToken("tasks[0].attachments[0].details[?(@.name == 'subnetId')].value");
        Assert.That(subnet, Is.EqualTo(outputs["SubnetIds"].Split(',')[0]));
        Assert.That((string?)described.SelectToken("taskDefinition.containerDefinitions[0].image"), Is.EqualTo(MotoDeployment.Image));
    }

    private Task<System.Xml.Linq.XElement> NetworkAsync(string action, params (string, string)[] arguments) =>
        _client.QueryAsync("ec2", "2016-11-15", action, arguments);

    private async Task<JObject> CallAsync(string service, string target, JObject arguments) =>
        JObject.Parse(await _client.JsonAsync(service, target, arguments.ToString()));
}
