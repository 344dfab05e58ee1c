using Build.Templates.Reading;
using Build.Templates.Wiring;
using LoadTest.Configuration;
using LoadTest.Configuration.Options;
using LoadTest.Configuration.Validation;
using Newtonsoft.Json.Linq;

namespace CloudFormation.Tests.Wiring;

public sealed class StackParametersTests
{
    private const string Region = "eu-west-1";
    private static readonly string Image = "r@sha256:" + new string('a', 64);

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Outputs = new()
    {
        ["network"] = new Dictionary<string, string>
        {
            ["VpcId"] = "vpc-0a",
            ["SubnetIds"] = "subnet-0a,subnet-0b",
            ["SecurityGroupId"] = "sg-0123456789abcdef0",
        },
        ["table"] = new Dictionary<string, string> { ["TableArn"] = "arn:aws:dynamodb:eu-west-1:123456789012:table/dev-t" },
        ["loadtest"] = new Dictionary<string, string>
        {
            ["TableArn"] = "arn:aws:dynamodb:eu-west-1:123456789012:table/dev-t",
            ["ClusterName"] = "c",
            ["TaskDefinitionFamily"] = "f",
        },
    };

    [TestCaseSource(typeof(ParameterFiles), nameof(ParameterFiles.All))]
    public void Every_value_that_a_file_gives_is_one_that_the_template_takes(string file)
    {
        var parameters = For(TestSettings.OfFile(file));

        foreach (var stack in parameters.Stacks)
        {
            foreach (var (name, value) in parameters.Of(stack, Outputs))
            {
                var refusal = TemplateParameter.Refusal((JObject)Template(stack).Parameters[name]!, value);
                Assert.That(refusal, Is.Null, $"{stack.Name}.{name} = '{value}'");
            }
        }
    }

    [Test]
    public void A_table_of_the_users_own_needs_no_table_stack()
    {
        const string arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";
        var parameters = For(TestSettings.Of(("TableArn", arn)));

        Assert.That(parameters.Stacks.Select(stack => stack.Name), Is.EqualTo(["registry", "network", "loadtest", "monitoring"]));
        Assert.That(parameters.Of(Stack("network"), Outputs)["TableArn"], Is.EqualTo(arn));
        Assert.That(parameters.Of(Stack("loadtest"), Outputs)["TableArn"], Is.EqualTo(arn));
    }

    [Test]
    public void A_network_of_the_users_own_needs_no_network_stack()
    {
        const string subnets = "subnet-0123456789abcdef0,subnet-0123456789abcdef1";
        var parameters = For(TestSettings.Of(("VpcId", "vpc-0123456789abcdef0"), ("SubnetIds", subnets)));

        var loadTest = parameters.Of(Stack("loadtest"), Outputs);
        Assert.That(parameters.Stacks.Select(stack => stack.Name), Is.EqualTo(["registry", "table", "loadtest", "monitoring"]));
        Assert.That(loadTest["VpcId"], Is.EqualTo("vpc-0123456789abcdef0"));
        Assert.That(loadTest["SubnetIds"], Is.EqualTo(subnets));
        Assert.That(loadTest["SecurityGroupId"], Is.Empty);
    }

    [TestCase("dynamodb-load-test")]
    [TestCase("dev-dynamodb-load-test")]
    public void The_environment_is_put_in_front_of_the_table_once(string name) =>
        Assert.That(For(TestSettings.Of(("TableName", name))).Of(Stack("table"), Outputs)["TableName"], Is.EqualTo("dynamodb-load-test"));

    [TestCase("us-east-1a", "")]
    [TestCase("eu-west-1b", "eu-west-1b")]
    [TestCase("", "")]
    public void The_old_default_zone_means_the_first_zone_of_another_region(string given, string passed) =>
        Assert.That(Network(("AvailabilityZone", given))["AvailabilityZone"], Is.EqualTo(passed));

    [Test]
    public void The_second_zones_ranges_of_the_template_are_those_of_the_plan_for_the_defaults()
    {
        var plan = SubnetPlan.Of(TestSettings.Of());

        Assert.That(Derived("PublicSubnet2"), Is.EqualTo(plan.Range(NetworkOptions.PublicSubnetCidr2).ToString()));
        Assert.That(Derived("PrivateSubnet2"), Is.EqualTo(plan.Range(NetworkOptions.PrivateSubnetCidr2).ToString()));
    }

    [Test]
    public void The_task_finds_what_was_given_and_is_the_programs()
    {
        var settings = TestSettings.Of(
            ("Rate", "500"), ("Duration", "1m"), ("TableName", "t"), ("Profile", "secret-profile"), ("TaskCpu", "512"),
            ("TaskMemory", "1024"), ("RunId", "r1"), ("IndexName", "gsi"), ("IndexPartitionKey", "gpk"));

        Assert.That(
            For(settings).Of(Stack("loadtest"), Outputs)["Settings"],
            Is.EqualTo("""{"Rate":"500","Duration":"1m","IndexName":"gsi","IndexPartitionKey":"gpk"}"""));
    }

    [Test]
    public void Without_anything_given_the_settings_are_an_empty_object() =>
        Assert.That(For(TestSettings.Of()).Of(Stack("loadtest"), Outputs)["Settings"], Is.EqualTo("{}"));

    [Test]
    public void A_missing_output_is_named() =>
        Assert.That(
            () => For(TestSettings.Of()).Of(Stack("loadtest"), new Dictionary<string, IReadOnlyDictionary<string, string>>()),
            Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("network.VpcId").Or.Message.Contains("table.TableArn"));

    private static StackParameters For(Settings settings) =>
        new(CommittedTemplates.All, settings, AutomationValues.Of(settings, Region, Image));

    private static IReadOnlyDictionary<string, string> Network(params (string, string)[] flags) =>
        For(TestSettings.Of(flags)).Of(Stack("network"), Outputs);

    private static Stack Stack(string name) => CommittedTemplates.All.Stacks.Single(stack => stack.Name == name);

    private static Template Template(Stack stack) => CommittedTemplates.All[stack.Name];

    // The fall-back is !Select [n, !Cidr [VpcCidr, 4, 8]]: the n-th /24 block.
    private static string Derived(string subnet)
    {
        var select = CommittedTemplates.All["network"].Resources[subnet]!.SelectToken("Properties.CidrBlock.['Fn::If'][1].['Fn::Select']")!;
        Assert.That(select[1]!["Fn::Cidr"]!.Skip(1).Select(Intrinsics.Text), Is.EqualTo(["4", "8"]));
        return $"10.0.{Intrinsics.Text(select[0])}.0/24";
    }
}
