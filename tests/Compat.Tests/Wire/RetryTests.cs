using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using StandIns.Wire;

namespace Compat.Tests.Wire;

/// <summary>AWSSDK.Core retries what may pass, and nothing else.</summary>
internal sealed class RetryTests
{
    [Test]
    public async Task A_throttled_json_call_is_retried()
    {
        await using var server = new WireServer(
            WireAnswer.JsonError("ThrottlingException", "Rate exceeded"), WireAnswer.Json("""{"logGroups": []}"""));
        using var client = Clients.Logs(server.Url);

        await client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest());

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_throttled_query_call_is_retried()
    {
        await using var server = new WireServer(WireAnswer.XmlError("Throttling", "Rate exceeded"), WireAnswer.Xml("ListStacks"));
        using var client = Clients.CloudFormation(server.Url);

        await client.ListStacksAsync(new ListStacksRequest());

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task After_three_attempts_a_throttled_call_fails_with_its_code()
    {
        await using var server = new WireServer(WireAnswer.XmlError("Throttling", "Rate exceeded"));
        using var client = Clients.CloudFormation(server.Url);

        var error = await Assert.ThrowsAsync<AmazonCloudFormationException>(() => client.ListStacksAsync(new ListStacksRequest()));

        Assert.That(error!.ErrorCode, Is.EqualTo("Throttling"));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_refused_call_is_not_retried()
    {
        await using var server = new WireServer(WireAnswer.JsonError("AccessDeniedException", "no"));
        using var client = Clients.Logs(server.Url);

        await Assert.ThrowsAsync<AmazonCloudWatchLogsException>(() => client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest()));

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Retries_can_be_switched_off()
    {
        await using var server = new WireServer(WireAnswer.JsonError("ThrottlingException", "Rate exceeded"));
        using var client = new AmazonCloudWatchLogsClient(
            new BasicAWSCredentials("a", "b"), new AmazonCloudWatchLogsConfig { ServiceURL = server.Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

        await Assert.ThrowsAsync<AmazonCloudWatchLogsException>(() => client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest()));

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_call_ends_when_it_is_cancelled()
    {
        await using var server = new WireServer(WireAnswer.Json("{}"));
        using var client = Clients.Logs(server.Url);

        await Assert.CatchAsync<OperationCanceledException>(
            () => client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest(), new CancellationToken(canceled: true)));
    }
}
