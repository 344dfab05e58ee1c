using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Compat.Tests.Wire;
using TestSupport.Moto;

namespace Compat.Tests.Moto;

/// <summary>Log lines through the stand-in.</summary>
internal sealed class CloudWatchLogsTests : MotoTests
{
    private AmazonCloudWatchLogsClient _client = null!;
    private DateTime _start;

    [SetUp]
    public async Task Fill()
    {
        _client = Clients.Logs(Url);
        // Whole milliseconds, and recent: old lines are refused.
        _start = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeMilliseconds()).UtcDateTime;
        var first = new DateTimeOffset(_start).ToUnixTimeMilliseconds();
        using var wire = new MotoClient(new Uri(Url), Clients.Region);
        await wire.JsonAsync("logs", "Logs_20140328.CreateLogGroup", """{"logGroupName": "/g"}""");
        await wire.JsonAsync("logs", "Logs_20140328.CreateLogStream", """{"logGroupName": "/g", "logStreamName": "s"}""");
        await wire.JsonAsync("logs", "Logs_20140328.PutLogEvents", FormattableString.Invariant(
            $$"""{"logGroupName": "/g", "logStreamName": "s", "logEvents": [{"timestamp": {{first}}, "message": "one"}, {"timestamp": {{first + 1}}, "message": "two"}]}"""));
    }

    [TearDown]
    public void Close() => _client.Dispose();

    [Test]
    public async Task The_lines_of_a_stream_are_read_to_the_end_where_the_token_stays()
    {
        var first = await GetAsync(token: null);
        var second = await GetAsync(first.NextForwardToken);
        var third = await GetAsync(second.NextForwardToken);

        Assert.That(
            first.Events.Select(line => (line.Message, line.Timestamp)),
            Is.EqualTo(new[] { ("one", (DateTime?)_start), ("two", _start.AddMilliseconds(1)) }));
        Assert.That(second.Events, Is.Empty);
        Assert.That(third.NextForwardToken, Is.EqualTo(second.NextForwardToken));
    }

    [Test]
    public async Task Lines_are_filtered_by_time_with_milliseconds_as_numbers()
    {
        var from = new DateTimeOffset(_start).ToUnixTimeMilliseconds() + 1;

        var found = await _client.FilterLogEventsAsync(
            new FilterLogEventsRequest { LogGroupName = "/g", LogStreamNames = ["s"], StartTime = from });

        Assert.That(
            found.Events.Single(),
            Has.Property("Message").EqualTo("two").And.Property("Timestamp").EqualTo(from).And.Property("LogStreamName").EqualTo("s"));
    }

    [Test]
    public async Task Groups_and_streams_are_described()
    {
        var group = (await _client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "/g" })).LogGroups.Single();
        var stream = (await _client.DescribeLogStreamsAsync(
            new DescribeLogStreamsRequest { LogGroupName = "/g", OrderBy = OrderBy.LogStreamName })).LogStreams.Single();

        Assert.That(group, Has.Property("LogGroupName").EqualTo("/g").And.Property("CreationTime").GreaterThan(_start));
        Assert.That(
            stream,
            Has.Property("LogStreamName").EqualTo("s").And.Property("LastEventTimestamp").EqualTo(_start.AddMilliseconds(1)));
    }

    [Test]
    public async Task A_missing_stream_has_an_exception_of_its_own()
    {
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => _client.GetLogEventsAsync(new GetLogEventsRequest { LogGroupName = "/g", LogStreamName = "none" }));

        Assert.That(error!.ErrorCode, Is.EqualTo("ResourceNotFoundException"));
    }

    private Task<GetLogEventsResponse> GetAsync(string? token) =>
        _client.GetLogEventsAsync(new GetLogEventsRequest { LogGroupName = "/g", LogStreamName = "s", StartFromHead = true, NextToken = token });
}
