using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;

namespace LoadTest.Operations;

/// <summary>The table as the engine's target, whatever client reaches it.</summary>
/// <param name="workloads">What each number of the plan asks for.</param>
/// <param name="operations">The operations.</param>
/// <param name="openSender">Makes a lane's sender, by the lane's number.</param>
/// <param name="beginsAtOnce">Whether a sender has little to do before it waits for the first time.</param>
public sealed class TableTarget(
    IReadOnlyDictionary<Phase, Workload> workloads,
    IReadOnlyDictionary<OperationKind, IOperation> operations,
    Func<int, RunClock, IRequestSender> openSender,
    bool beginsAtOnce) : ILoadTarget
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Operations => OperationNames.All;

    /// <inheritdoc/>
    public IReadOnlyList<OutcomeCategory> Categories => Category.All;

    /// <inheritdoc/>
    public bool BeginsAtOnce => beginsAtOnce;

    /// <inheritdoc/>
    public ILane OpenLane(int number, RunClock clock) => new OperationLane(workloads, operations, openSender(number, clock));
}
