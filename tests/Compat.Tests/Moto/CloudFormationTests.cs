using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Compat.Tests.Wire;
using TestSupport.Moto;

namespace Compat.Tests.Moto;

/// <summary>A stack's whole life through the stand-in.</summary>
internal sealed class CloudFormationTests : MotoTests
{
    private const string Template = """
        AWSTemplateFormatVersion: "2010-09-09"
        Description: a log group
        Parameters:
          Days: {Type: Number, Default: 7}
        Resources:
          Log: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /compat, RetentionInDays: !Ref Days}}
        Outputs:
          LogName: {Value: !Ref Log}
        """;

    private AmazonCloudFormationClient _client = null!;

    [SetUp]
    public void Open() => _client = Clients.CloudFormation(Url);

    [TearDown]
    public void Close() => _client.Dispose();

    [Test]
    public async Task A_change_set_is_created_described_and_executed_and_leaves_a_stack()
    {
        var id = await ChangeAsync("first", ChangeSetType.CREATE, days: "3");

        var described = await _client.DescribeChangeSetAsync(new DescribeChangeSetRequest { ChangeSetName = id });
        var listed = await _client.ListChangeSetsAsync(new ListChangeSetsRequest { StackName = "one" });
        await _client.ExecuteChangeSetAsync(new ExecuteChangeSetRequest { ChangeSetName = id });
        var stack = (await _client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "one" })).Stacks.Single();

        Assert.Multiple(() =>
        {
            Assert.That(described.Status, Is.EqualTo(ChangeSetStatus.CREATE_COMPLETE));
            Assert.That(
                described.Changes.Single().ResourceChange,
                Has.Property("Action").EqualTo(ChangeAction.Add).And.Property("ResourceType").EqualTo("AWS::Logs::LogGroup"));
            Assert.That(listed.Summaries.Select(summary => summary.ChangeSetName), Is.EqualTo(new[] { "first" }));
            Assert.That(stack.StackStatus, Is.EqualTo(StackStatus.CREATE_COMPLETE));
            Assert.That(stack.Parameters.Single().ParameterValue, Is.EqualTo("3"));
            Assert.That(stack.Tags.Single(), Has.Property("Key").EqualTo("run").And.Property("Value").EqualTo("a b&c"));
            Assert.That((stack.CreationTime > DateTime.UnixEpoch, stack.CreationTime!.Value.Kind), Is.EqualTo((true, DateTimeKind.Utc)));
        });
    }

    // moto keeps no outputs of a stack that a change set made, so this one is made at once.
    [Test]
    public async Task The_outputs_of_a_stack_are_read()
    {
        using var wire = new MotoClient(new Uri(Url), Clients.Region);
        await wire.QueryAsync("cloudformation", "2010-05-15", "CreateStack", [("StackName", "one"), ("TemplateBody", Template)]);

        var stack = (await _client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "one" })).Stacks.Single();

        Assert.That(stack.Outputs.Single(), Has.Property("OutputKey").EqualTo("LogName").And.Property("OutputValue").EqualTo("/compat"));
    }

    [Test]
    public async Task Events_resources_template_and_summaries_of_a_stack_are_read()
    {
        await DeployAsync();

        var events = await _client.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = "one" });
        var resources = await _client.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = "one" });
        var template = await _client.GetTemplateAsync(new GetTemplateRequest { StackName = "one" });
        var summary = await _client.GetTemplateSummaryAsync(new GetTemplateSummaryRequest { TemplateBody = Template });
        var valid = await _client.ValidateTemplateAsync(new ValidateTemplateRequest { TemplateBody = Template });
        var stacks = await _client.ListStacksAsync(new ListStacksRequest { StackStatusFilter = ["CREATE_COMPLETE"] });

        Assert.Multiple(() =>
        {
            Assert.That(
                events.StackEvents,
                Has.Some.Property("ResourceStatus").EqualTo(ResourceStatus.CREATE_COMPLETE).And.Property("Timestamp").Not.Null);
            Assert.That(
                resources.StackResources.Single(),
                Has.Property("LogicalResourceId").EqualTo("Log").And.Property("PhysicalResourceId").EqualTo("/compat"));
            Assert.That(template.TemplateBody, Is.EqualTo(Template));
            Assert.That(
                summary.Parameters.Single(),
                Has.Property("ParameterKey").EqualTo("Days").And.Property("DefaultValue").EqualTo("7"));
            Assert.That(valid.Description, Is.EqualTo("a log group"));
            Assert.That(stacks.StackSummaries.Single().StackName, Is.EqualTo("one"));
        });
    }

    [Test]
    public async Task A_change_set_is_discarded_and_a_stack_deleted()
    {
        await DeployAsync();
        var id = await ChangeAsync("second", ChangeSetType.UPDATE, days: "14");

        await _client.DeleteChangeSetAsync(new DeleteChangeSetRequest { ChangeSetName = id });
        Assert.That(
            (await _client.ListChangeSetsAsync(new ListChangeSetsRequest { StackName = "one" })).Summaries ?? [],
            Has.None.Property("ChangeSetName").EqualTo("second"));
        await _client.DeleteStackAsync(new DeleteStackRequest { StackName = "one" });

        var error = await Assert.ThrowsAsync<AmazonCloudFormationException>(
            () => _client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "one" }));
        Assert.That(error!.ErrorCode, Is.EqualTo("ValidationError"));
    }

    [Test]
    public async Task A_stack_that_does_not_exist_is_a_validation_error_with_status_and_request_id()
    {
        var error = await Assert.ThrowsAsync<AmazonCloudFormationException>(
            () => _client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "none" }));

        Assert.Multiple(() =>
        {
            Assert.That(error!.ErrorCode, Is.EqualTo("ValidationError"));
            Assert.That((int)error.StatusCode, Is.EqualTo(400));
            Assert.That(error.Message, Does.Contain("none"));
            Assert.That(error.RequestId, Is.Not.Empty);
        });
    }

    private async Task DeployAsync() =>
        await _client.ExecuteChangeSetAsync(new ExecuteChangeSetRequest { ChangeSetName = await ChangeAsync("first", ChangeSetType.CREATE, days: "7") });

    private async Task<string> ChangeAsync(string name, ChangeSetType type, string days)
    {
        var created = await _client.CreateChangeSetAsync(new CreateChangeSetRequest
        {
            StackName = "one",
            ChangeSetName = name,
            ChangeSetType = type,
            TemplateBody = Template,
            Parameters = [new() { ParameterKey = "Days", ParameterValue = days }],
            Tags = [new() { Key = "run", Value = "a b&c" }],
            Capabilities = ["CAPABILITY_NAMED_IAM"],
        });
        return created.Id;
    }
}
