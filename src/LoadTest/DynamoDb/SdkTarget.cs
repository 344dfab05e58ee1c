using Amazon.DynamoDBv2;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Operations;

namespace LoadTest.DynamoDb;

/// <summary>The table as the engine's target, reached through the official client.</summary>
public sealed class SdkTarget(
    IAmazonDynamoDB client,
    IReadOnlyDictionary<Phase, Workload> workloads,
    IReadOnlyDictionary<OperationKind, IOperation> operations,
    TimeSpan requestTimeout) : ILoadTarget
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Operations { get; } = OperationNames.Of(operations);

    /// <inheritdoc/>
    public IReadOnlyList<OutcomeCategory> Categories => Category.All;

    /// <inheritdoc/>
    public ILane OpenLane(int number, RunClock clock) =>
        new OperationLane(workloads, operations, new SdkSender(client, operations, clock, requestTimeout));
}
