using System.Runtime.CompilerServices;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;

namespace LoadTest.Operations;

/// <summary>The engine's lane: asks the workload what the ticket's number stands for, sends it, and settles the answer.</summary>
public sealed class OperationLane(
    IReadOnlyDictionary<Phase, Workload> workloads,
    IReadOnlyDictionary<OperationKind, IOperation> operations,
    IRequestSender sender) : ILane
{
    private readonly RequestItems _items = new();

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(SharedPoolMethodBuilder<>))]
    public async ValueTask<Outcome> PerformAsync(Ticket ticket, CancellationToken abort)
    {
        var workload = workloads[ticket.Phase];
        var request = await workload.RequestAtAsync(ticket, _items, abort);
        var answer = await sender.SendAsync(request, abort);
        var operation = operations[request.Kind];
        return new Outcome
        {
            Operation = (int)request.Kind,
            Category = operation.Settle(request, answer, workload.Ledger),
            Attempts = answer.Attempts,
            ServiceStart = answer.ServiceStart,
            End = answer.End,
            ReadUnits = answer.ReadUnits,
            WriteUnits = answer.WriteUnits,
            IndexReadUnits = operation.IsWrite ? 0 : answer.IndexUnits,
            IndexWriteUnits = operation.IsWrite ? answer.IndexUnits : 0,
            UnreportedWriteUnits = answer.UnreportedWriteUnits,
            RetriedThrottles = answer.RetriedThrottles,
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => sender.DisposeAsync();
}
