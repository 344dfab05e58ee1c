using System.Text;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECS.Model;
using Amazon.Plumbing.Json;
using Amazon.Plumbing.Query;
using CsCheck;

namespace Compat.Tests.Shapes;

/// <summary>Single values on their way to the wire and back.</summary>
internal sealed class ValueTests
{
    [Test]
    public void Times_are_seconds_in_one_service_and_milliseconds_in_the_other()
    {
        var task = Read<DescribeTasksResponse>("""{"tasks": [{"startedAt": 1772368215.25}]}""").Tasks[0];
        var line = Read<GetLogEventsResponse>("""{"events": [{"timestamp": 1772368215250}]}""").Events[0];

        Assert.That((task.StartedAt, task.StartedAt!.Value.Kind), Is.EqualTo((Samples.Time, DateTimeKind.Utc)));
        Assert.That((line.Timestamp, line.Timestamp!.Value.Kind), Is.EqualTo((Samples.Time, DateTimeKind.Utc)));
    }

    [Test]
    public void Milliseconds_survive_the_way_there_and_back() =>
        Gen.DateTime[new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)].Sample(time =>
        {
            var whole = new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
            var body = JsonShapes.Write(new GetLogEventsRequest { StartTime = whole });
            return JsonShapes.Read<GetLogEventsRequest>(new MemoryStream(body)).StartTime == whole;
        });

    [Test]
    public void A_local_time_is_sent_as_the_same_instant()
    {
        var body = JsonShapes.Write(new GetLogEventsRequest { StartTime = Samples.Time.ToLocalTime() });

        Assert.That(Encoding.UTF8.GetString(body), Does.Contain("1772368215250"));
    }

    [Test]
    public void What_was_not_set_is_not_sent() =>
        Assert.That(Encoding.UTF8.GetString(JsonShapes.Write(new ListTasksRequest { Cluster = "one" })), Is.EqualTo("""{"cluster":"one"}"""));

    [Test]
    public void An_empty_list_is_sent_as_empty_and_a_null_one_not_at_all()
    {
        Assert.That(QueryForm.FieldsOf(new CreateChangeSetRequest { Tags = [] }), Is.EqualTo(new[] { ("Tags", "") }));
        Assert.That(QueryForm.FieldsOf(new CreateChangeSetRequest()), Is.Empty);
    }

    [Test]
    public void Structures_in_lists_are_numbered_from_one()
    {
        var request = new CreateChangeSetRequest
        {
            ChangeSetType = ChangeSetType.CREATE,
            Parameters = [new() { ParameterKey = "A", ParameterValue = "" }, new() { ParameterKey = "B", UsePreviousValue = true }],
        };

        Assert.That(QueryForm.FieldsOf(request), Is.EqualTo(new[]
        {
            ("Parameters.member.1.ParameterKey", "A"), ("Parameters.member.1.ParameterValue", ""),
            ("Parameters.member.2.ParameterKey", "B"), ("Parameters.member.2.UsePreviousValue", "true"),
            ("ChangeSetType", "CREATE"),
        }));
    }

    [Test]
    public void A_number_that_is_sent_for_a_text_is_read_as_text() =>
        Assert.That(Read<DescribeTasksResponse>("""{"tasks": [{"cpu": 256, "version": "3"}]}""").Tasks[0],
            Has.Property("Cpu").EqualTo("256").And.Property("Version").EqualTo(3));

    [Test]
    public void A_value_that_is_new_to_an_enumeration_is_kept() =>
        Assert.That(Read<DescribeTasksResponse>("""{"tasks": [{"launchType": "ORBIT", "unknown": {"a": [1]}}]}""").Tasks[0].LaunchType.Value, Is.EqualTo("ORBIT"));

    [Test]
    public void An_empty_answer_is_a_response_without_members() => Assert.That(Read<DescribeTasksResponse>("").Tasks, Is.Null);

    private static T Read<T>(string json)
        where T : new() => JsonShapes.Read<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
