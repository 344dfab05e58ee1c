using System.Text.Json.Serialization;
using Amazon.Plumbing;
using Amazon.Plumbing.Json;
using Amazon.Runtime;
using Compat.Tests.Models;

namespace Compat.Tests.Shapes;

/// <summary>The check itself: every kind of mistake is found.</summary>
internal sealed class ShapeCheckTests
{
    private static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Mistake<Misspelled>("logs/2014-03-28", "GetLogEventsRequest", "LogGroupNam: GetLogEventsRequest has no member logGroupNam");
        yield return Mistake<Mistyped>("logs/2014-03-28", "GetLogEventsRequest", "Limit: String cannot hold the integer EventsLimit");
        yield return Mistake<NotNullable>("logs/2014-03-28", "GetLogEventsRequest", "Limit: Int32 cannot hold the integer EventsLimit");
        yield return Mistake<Nothing>("logs/2014-03-28", "GetLogEventsRequest", "logStreamName is required and missing");
        yield return Mistake<TimeAsNumber>("ecs/2014-11-13", "Task", "CreatedAt: Int64? cannot hold the timestamp Timestamp");
        yield return Mistake<Milliseconds>("ecs/2014-11-13", "Task", "CreatedAt: timestamp is not a count of milliseconds");
        yield return Mistake<TokenForgotten>("ecs/2014-11-13", "RunTaskRequest", "ClientToken: is an idempotency token");
        yield return Mistake<TokenInvented>("ecs/2014-11-13", "RunTaskRequest", "StartedBy: is no idempotency token");
        yield return Mistake<ItemMistyped>("ecs/2014-11-13", "AwsVpcConfiguration", "Subnets: Int32 cannot hold the string String");
        yield return Mistake<EnumerationAsText>("ecs/2014-11-13", "RunTaskRequest", "LaunchType: String is not the enumeration LaunchType");
        yield return Mistake<ValueInvented>("ecs/2014-11-13", "RunTaskRequest", "LaunchType: the service does not know FARGATE_SPOT");
        yield return Mistake<WrongStructure>("ecs/2014-11-13", "RunTaskRequest", "Overrides: Nothing cannot hold the structure TaskOverride");
        yield return Mistake<WrongCase>("cloudformation/2010-05-15", "DescribeStacksInput", "stackName: DescribeStacksInput has no member stackName");
    }

    [TestCaseSource(nameof(Mistakes))]
    public void A_mistake_is_found(Type type, string folder, string shape, string finding)
    {
        var model = Botocore.Model(folder);
        var check = new ShapeCheck(model);

        check.Structure(type, model.Find(shape)!);

        Assert.That(check.Findings, Has.Some.EndsWith(finding), string.Join('\n', check.Findings));
    }

    private static TestCaseData Mistake<T>(string folder, string shape, string finding) =>
        new TestCaseData(typeof(T), folder, shape, finding).SetArgDisplayNames(typeof(T).Name);

    private sealed record Nothing;

    private sealed record Misspelled(string? LogGroupNam);

    private sealed record Mistyped(string? Limit);

    private sealed record NotNullable(int Limit);

    private sealed record TimeAsNumber(long? CreatedAt);

    private sealed record Milliseconds([property: JsonConverter(typeof(EpochMillisecondsConverter))] DateTime? CreatedAt);

    private sealed record TokenForgotten(string? ClientToken);

    private sealed record TokenInvented([property: IdempotencyToken] string? StartedBy);

    private sealed record ItemMistyped(List<int>? Subnets);

    private sealed record EnumerationAsText(string? LaunchType);

    private sealed record ValueInvented(LaunchType? LaunchType);

    private sealed record WrongStructure(Nothing? Overrides);

    private sealed class WrongCase
    {
#pragma warning disable IDE1006 // the mistake itself
        public string? stackName { get; set; }
#pragma warning restore IDE1006
    }

    private sealed class LaunchType(string value) : ConstantClass(value)
    {
        public static readonly LaunchType FargateSpot = new("FARGATE_SPOT");
    }
}
