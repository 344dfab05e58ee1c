using System.Net;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECR.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using StandIns.Wire;
using Task = System.Threading.Tasks.Task;

namespace Compat.Tests.Wire;

/// <summary>Errors become exceptions of the official types, with code, status and request id.</summary>
internal sealed class ErrorTests
{
    [TestCase("AccessDenied", 403)]
    [TestCase("ExpiredToken", 403)]
    [TestCase("ValidationError", 400)]
    public async Task An_error_in_xml_is_the_services_exception(string code, int status)
    {
        await using var server = new WireServer(WireAnswer.XmlError(code, "User: arn:aws:iam::1:user/a is not authorized", status));
        using var client = Clients.CloudFormation(server.Url);

        var error = await Assert.ThrowsAsync<AmazonCloudFormationException>(() => client.DescribeStacksAsync(new DescribeStacksRequest()));

        AssertError(error!, code, status, "User: arn:aws:iam::1:user/a is not authorized");
        Assert.That(error!.ErrorType, Is.EqualTo(ErrorType.Sender));
    }

    [TestCase("AccessDeniedException", 400)]
    [TestCase("AccessDenied", 403)]
    public async Task An_error_in_json_is_the_services_exception(string code, int status)
    {
        await using var server = new WireServer(WireAnswer.JsonError(code, "not authorized to perform: logs:DescribeLogGroups", status));
        using var client = Clients.Logs(server.Url);

        var error = await Assert.ThrowsAsync<AmazonCloudWatchLogsException>(
            () => client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest()));

        AssertError(error!, code, status, "not authorized to perform: logs:DescribeLogGroups");
    }

    [Test]
    public async Task A_modelled_error_has_its_own_type_whether_or_not_its_code_has_a_namespace()
    {
        await using var server = new WireServer(
            WireAnswer.JsonError("com.amazonaws.ecs#ClusterNotFoundException", "Cluster not found."), WireAnswer.JsonError("AccessDeniedException", "no"));
        using var client = Clients.Ecs(server.Url);

        var missing = await Assert.ThrowsAsync<ClusterNotFoundException>(() => client.ListTasksAsync(new ListTasksRequest()));
        var denied = await Assert.ThrowsAsync<Amazon.ECS.Model.AccessDeniedException>(() => client.ListTasksAsync(new ListTasksRequest()));

        AssertError(missing!, "ClusterNotFoundException", 400, "Cluster not found.");
        Assert.That(denied, Is.InstanceOf<AmazonECSException>());
    }

    [Test]
    public async Task An_error_whose_code_differs_from_its_type_is_found_by_its_code()
    {
        await using var server = new WireServer(WireAnswer.XmlError("ChangeSetNotFound", "ChangeSet [a] does not exist", 404));
        using var client = Clients.CloudFormation(server.Url);

        var error = await Assert.ThrowsAsync<ChangeSetNotFoundException>(
            () => client.DescribeChangeSetAsync(new DescribeChangeSetRequest()));

        AssertError(error!, "ChangeSetNotFound", 404, "ChangeSet [a] does not exist");
    }

    [Test]
    public async Task An_answer_that_is_no_json_is_still_the_services_exception_with_the_status()
    {
        await using var server = new WireServer(new WireAnswer(403, "text/html", "<html>a proxy says no</html>"));
        using var client = Clients.Ecr(server.Url);

        var error = await Assert.CatchAsync<AmazonServiceException>(
            () => client.ListImagesAsync(new ListImagesRequest { RepositoryName = "r" }));

        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static void AssertError(AmazonServiceException error, string code, int status, string message) => Assert.Multiple(() =>
    {
        Assert.That(error.ErrorCode, Is.EqualTo(code));
        Assert.That(error.StatusCode, Is.EqualTo((HttpStatusCode)status));
        Assert.That(error.RequestId, Is.EqualTo(WireAnswer.RequestId));
        Assert.That(error.Message, Is.EqualTo(message));
    });
}
