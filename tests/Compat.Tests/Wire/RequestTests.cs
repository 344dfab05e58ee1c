using System.Text.Json;
using Amazon.CloudFormation.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECR.Model;
using Amazon.ECS.Model;
using Compat.Tests.Models;
using StandIns.Wire;
using Task = System.Threading.Tasks.Task;

namespace Compat.Tests.Wire;

/// <summary>What the clients send, and whom they sign for.</summary>
internal sealed class RequestTests
{
    [Test]
    public async Task A_query_call_is_a_signed_form_with_action_and_version()
    {
        await using var server = new WireServer(
            WireAnswer.Xml("DescribeStacks", "<Stacks><member><StackName>a</StackName></member></Stacks>"));
        using var client = Clients.CloudFormation(server.Url);

        var response = await client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "one & only" });

        var sent = server.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(sent.Form, Is.EqualTo(new Dictionary<string, string>
            {
                ["Action"] = "DescribeStacks",
                ["Version"] = "2010-05-15",
                ["StackName"] = "one & only",
            }));
            Assert.That(sent.Headers["Content-Type"], Does.StartWith("application/x-www-form-urlencoded"));
            Assert.That(sent.Scope, Is.EqualTo((Clients.Key, Clients.Region, "cloudformation")));
            Assert.That(response.Stacks.Single().StackName, Is.EqualTo("a"));
            Assert.That(response.ResponseMetadata.RequestId, Is.EqualTo(WireAnswer.RequestId));
        });
    }

    [Test]
    public async Task A_json_call_names_its_operation_as_the_model_does()
    {
        await using var server = new WireServer(WireAnswer.Json("{}"));
        using var ecr = Clients.Ecr(server.Url);
        using var ecs = Clients.Ecs(server.Url);
        using var logs = Clients.Logs(server.Url);

        await ecr.ListImagesAsync(new ListImagesRequest { RepositoryName = "r" });
        await ecs.ListTasksAsync(new ListTasksRequest { Cluster = "c" });
        var response = await logs.DescribeLogGroupsAsync(new DescribeLogGroupsRequest());

        string[] expected = ["ecr/2015-09-21 ListImages", "ecs/2014-11-13 ListTasks", "logs/2014-03-28 DescribeLogGroups"];
        Assert.Multiple(() =>
        {
            Assert.That(server.Requests.Select(sent => sent.Headers["X-Amz-Target"]), Is.EqualTo(expected.Select(Target)));
            Assert.That(server.Requests.Select(sent => sent.Scope.Service), Is.EqualTo(new[] { "ecr", "ecs", "logs" }));
            Assert.That(server.Requests.Select(sent => sent.Headers["Content-Type"]), Is.All.EqualTo("application/x-amz-json-1.1"));
            Assert.That(response.ResponseMetadata.RequestId, Is.EqualTo(WireAnswer.RequestId));
        });
    }

    [Test]
    public async Task A_task_that_is_run_again_by_a_retry_carries_the_same_token()
    {
        await using var server = new WireServer(
            WireAnswer.JsonError("ServerException", "try again", 500), WireAnswer.Json("""{"tasks": []}"""));
        using var client = Clients.Ecs(server.Url);

        await client.RunTaskAsync(new RunTaskRequest { TaskDefinition = "t" });
        await client.RunTaskAsync(new RunTaskRequest { TaskDefinition = "t" });
        await client.RunTaskAsync(new RunTaskRequest { TaskDefinition = "t", ClientToken = "mine" });

        var tokens = server.Requests.Select(sent => JsonDocument.Parse(sent.Body).RootElement.GetProperty("clientToken").GetString()).ToList();
        Assert.That(tokens, Has.Count.EqualTo(4));
        Assert.That(tokens[1], Is.EqualTo(tokens[0]), "the retry");
        Assert.That(tokens[2], Is.Not.EqualTo(tokens[0]), "another call");
        Assert.That(tokens[3], Is.EqualTo("mine"));
    }

    private static string Target(string line)
    {
        var words = line.Split(' ');
        return $"{Botocore.Model(words[0]).Metadata("targetPrefix")}.{words[1]}";
    }
}
