using Amazon;
using Amazon.CloudFormation;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using StandIns.Wire;
using TestSupport;
using Task = System.Threading.Tasks.Task;

namespace Compat.Tests.Wire;

/// <summary>Profiles, regions and endpoints come from the same places as with the official clients.</summary>
[NonParallelizable]
internal sealed class ConfigurationTests
{
    private readonly Dictionary<string, string?> _before = [];

    [TearDown]
    public void PutBack()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        _before.Clear();
    }

    [Test]
    public async Task A_profile_gives_keys_and_a_variable_the_endpoint_as_in_the_official_client()
    {
        await using var server = new WireServer(WireAnswer.Json("{}"));
        using var folder = new TemporaryFolder();
        var file = folder.Write("credentials", "[loadtest]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = secret\nregion = ap-southeast-2\n");
        Set("AWS_ENDPOINT_URL", server.Url);
        using var official = new AmazonSimpleSystemsManagementClient(new AmazonSimpleSystemsManagementConfig { Profile = new Profile("loadtest", file) });
        using var ours = new AmazonECSClient(new AmazonECSConfig { Profile = new Profile("loadtest", file) });

        await official.GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/a" });
        await ours.ListTasksAsync(new ListTasksRequest());

        Assert.That(server.Requests[1].Scope.Key, Is.EqualTo("AKIDPROFILE"));
        AssertSameIdentity(server);
    }

    [TestCase(null)]
    [TestCase("eu-north-1")]
    public async Task Keys_and_region_of_the_environment_are_used_as_in_the_official_client(string? region)
    {
        await using var server = new WireServer(WireAnswer.Json("{}"));
        Set("AWS_ENDPOINT_URL", server.Url);
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", "secret");
        Set("AWS_REGION", region);
        using var official = new AmazonSimpleSystemsManagementClient();
        using var ours = new AmazonECSClient();

        await official.GetParametersByPathAsync(new GetParametersByPathRequest { Path = "/a" });
        await ours.ListTasksAsync(new ListTasksRequest());

        Assert.That(server.Requests[1].Scope.Key, Is.EqualTo("AKIDENVIRONMENT"));
        AssertSameIdentity(server);
    }

    [Test]
    public async Task The_endpoint_of_a_service_beats_the_one_of_all()
    {
        await using var all = new WireServer(WireAnswer.Json("{}"));
        await using var logs = new WireServer(WireAnswer.Json("{}"));
        Set("AWS_ENDPOINT_URL", all.Url);
        Set("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", logs.Url);
        using var first = new AmazonCloudWatchLogsClient("a", "b", RegionEndpoint.EUWest1);
        using var second = new AmazonECSClient("a", "b", RegionEndpoint.EUWest1);

        await first.DescribeLogGroupsAsync(new DescribeLogGroupsRequest());
        await second.ListTasksAsync(new ListTasksRequest());

        Assert.That(logs.Requests.Single().Scope.Service, Is.EqualTo("logs"));
        Assert.That(all.Requests.Single().Scope.Service, Is.EqualTo("ecs"));
    }

    [Test]
    public async Task A_session_token_is_sent_along()
    {
        await using var server = new WireServer(WireAnswer.Json("{}"));
        using var client = new AmazonECSClient("a", "b", "session", new AmazonECSConfig { ServiceURL = server.Url, AuthenticationRegion = "us-east-1" });

        await client.ListTasksAsync(new ListTasksRequest());

        Assert.That(server.Requests.Single().Headers["X-Amz-Security-Token"], Is.EqualTo("session"));
    }

    [Test]
    public void A_client_tells_where_a_request_would_go()
    {
        using var client = new AmazonECRClient("a", "b", RegionEndpoint.CNNorth1);

        Assert.That(
            client.DetermineServiceOperationEndpoint(new Amazon.ECR.Model.ListImagesRequest()).URL,
            Is.EqualTo("https://api.ecr.cn-north-1.amazonaws.com.cn/"));
    }

    [Test]
    public void The_defaults_are_standard_retries_in_three_attempts()
    {
        var config = new AmazonCloudFormationConfig();

        Assert.That((config.RetryMode, config.MaxErrorRetry), Is.EqualTo((RequestRetryMode.Standard, 2)));
        Assert.That(config.UserAgent, Does.Contain("api/CloudFormation"));
    }

    // The official client asks first.
    private static void AssertSameIdentity(WireServer server)
    {
        var (official, ours) = (server.Requests[0].Scope, server.Requests[1].Scope);
        Assert.That((ours.Key, ours.Region), Is.EqualTo((official.Key, official.Region)));
    }

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
