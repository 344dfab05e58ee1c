using Amazon.DynamoDBv2;
using LoadTest.Configuration.Values;
using LoadTest.DynamoDb;
using LoadTest.Engine.Execution;
using LoadTest.Items;
using LoadTest.Operations;
using LoadTest.Planning;
using LoadTest.Wire;

namespace LoadTest;

/// <summary>Makes the lanes' senders, with the client and the retries that the plan asks for.</summary>
public sealed class SenderSource : IAsyncDisposable
{
    private readonly RunPlan _plan;
    private readonly Func<int, RunClock, IRequestSender> _open;
    private readonly WireClient? _wire;

    private SenderSource(RunPlan plan, Func<int, RunClock, IRequestSender> open, WireClient? wire = null)
    {
        _plan = plan;
        _open = open;
        _wire = wire;
    }

    /// <summary>What the user should know of the connections.</summary>
    public IReadOnlyList<string> Notes => _wire?.Notes ?? [];

    /// <summary>Senders over this program's own client, whose connections are opened now.</summary>
    public static async Task<SenderSource> OfWireAsync(
        RunPlan plan, Connection connection, IReadOnlyDictionary<OperationKind, IOperation> operations, TimeProvider time, CancellationToken stop)
    {
        var options = new WireOptions
        {
            Endpoint = connection.LoadEndpoint(),
            Region = connection.Region,
            ConnectTimeout = plan.ConnectTimeout,
            RequestTimeout = plan.RequestTimeout,
        };
        var wire = await WireClient.OpenAsync(options, connection.Credentials, operations, plan.Load.Lanes, time, stop);
        return new SenderSource(plan, wire.OpenSender, wire);
    }

    /// <summary>Senders over the official client, which all share it.</summary>
    public static SenderSource OfSdk(RunPlan plan, IAmazonDynamoDB client, IReadOnlyDictionary<OperationKind, IOperation> operations) =>
        new(plan, (_, clock) => new SdkSender(client, operations, clock, plan.RequestTimeout));

    /// <summary>Makes the sender of a lane.</summary>
    public IRequestSender Open(int number, RunClock clock)
    {
        var sender = _open(number, clock);
        return _plan.MaxRetries == 0 ? sender : new RetryingSender(sender, _plan.MaxRetries, (long)SplitMix.Bits(_plan.Seed, number), clock.Time);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _wire?.DisposeAsync() ?? ValueTask.CompletedTask;
}
