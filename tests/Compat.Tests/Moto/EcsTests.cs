using Amazon.ECS;
using Amazon.ECS.Model;
using Compat.Tests.Wire;
using TestSupport.Moto;
using Task = System.Threading.Tasks.Task;

namespace Compat.Tests.Moto;

/// <summary>A cluster and its tasks through the stand-in.</summary>
internal sealed class EcsTests : MotoTests
{
    private const string Definition = """
        {"family": "load", "cpu": "256", "memory": "512", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
         "containerDefinitions": [{"name": "app", "image": "i:1", "memory": 512, "essential": true, "environment": [{"name": "A", "value": "1"}],
         "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/g"}}}]}
        """;

    private AmazonECSClient _client = null!;
    private string _subnet = "";

    [SetUp]
    public async Task Fill()
    {
        _client = Clients.Ecs(Url);
        using var wire = new MotoClient(new Uri(Url), Clients.Region);
        await wire.JsonAsync("ecs", "AmazonEC2ContainerServiceV20141113.CreateCluster", """{"clusterName": "one"}""");
        await wire.JsonAsync("ecs", "AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition", Definition);
        var subnets = await wire.QueryAsync("ec2", "2016-11-15", "DescribeSubnets", []);
        _subnet = subnets.Descendants().First(element => element.Name.LocalName == "subnetId").Value;
    }

    [TearDown]
    public void Close() => _client.Dispose();

    [Test]
    public async Task Tasks_are_run_listed_described_and_stopped()
    {
        var run = await RunAsync();
        var arn = run.Tasks[0].TaskArn;

        var listed = await _client.ListTasksAsync(new ListTasksRequest { Cluster = "one" });
        var described = await _client.DescribeTasksAsync(new DescribeTasksRequest { Cluster = "one", Tasks = [arn], Include = ["TAGS"] });
        var stopped = await _client.StopTaskAsync(new StopTaskRequest { Cluster = "one", Task = arn, Reason = "enough" });

        Assert.Multiple(() =>
        {
            Assert.That(run.Tasks, Has.Count.EqualTo(2));
            Assert.That(run.Failures, Is.Null.Or.Empty);
            Assert.That(listed.TaskArns, Does.Contain(arn));
            Assert.That(
                described.Tasks.Single(),
                Has.Property("TaskArn").EqualTo(arn).And.Property("LaunchType").EqualTo(LaunchType.FARGATE));
            Assert.That(described.Tasks.Single().StartedBy, Is.EqualTo("run-7"));
            Assert.That(stopped.Task, Has.Property("DesiredStatus").EqualTo("STOPPED").And.Property("StoppedReason").EqualTo("enough"));
        });
    }

    [Test]
    public async Task A_task_definition_and_a_cluster_are_described()
    {
        var definition = (await _client.DescribeTaskDefinitionAsync(
            new DescribeTaskDefinitionRequest { TaskDefinition = "load" })).TaskDefinition;
        var clusters = await _client.DescribeClustersAsync(new DescribeClustersRequest { Clusters = ["one", "none"] });

        var container = definition.ContainerDefinitions.Single();
        Assert.Multiple(() =>
        {
            Assert.That(definition, Has.Property("Family").EqualTo("load").And.Property("Revision").EqualTo(1));
            Assert.That(container, Has.Property("Name").EqualTo("app").And.Property("Memory").EqualTo(512));
            Assert.That(container.Environment.Single(), Has.Property("Name").EqualTo("A").And.Property("Value").EqualTo("1"));
            Assert.That(container.LogConfiguration.Options["awslogs-group"], Is.EqualTo("/g"));
            Assert.That(clusters.Clusters.Single(), Has.Property("ClusterName").EqualTo("one").And.Property("Status").EqualTo("ACTIVE"));
            Assert.That(clusters.Failures.Single().Reason, Is.EqualTo("MISSING"));
        });
    }

    [Test]
    public async Task A_missing_cluster_has_an_exception_of_its_own()
    {
        var error = await Assert.ThrowsAsync<ClusterNotFoundException>(
            () => _client.ListTasksAsync(new ListTasksRequest { Cluster = "none" }));

        Assert.That((error!.ErrorCode, (int)error.StatusCode), Is.EqualTo(("ClusterNotFoundException", 400)));
    }

    private Task<RunTaskResponse> RunAsync() => _client.RunTaskAsync(new RunTaskRequest
    {
        Cluster = "one",
        TaskDefinition = "load",
        Count = 2,
        LaunchType = LaunchType.FARGATE,
        StartedBy = "run-7",
        NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = [_subnet], SecurityGroups = [], AssignPublicIp = AssignPublicIp.DISABLED } },
        Overrides = new() { ContainerOverrides = [new() { Name = "app", Command = ["run", "--rate=1"] }] },
    });
}
