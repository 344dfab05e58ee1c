using System.Net;
using LocalDynamo.Capacity;
using LocalDynamo.Faults;
using LocalDynamo.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LocalDynamo;

/// <summary>
/// A DynamoDB-compatible server in this process, in memory, on 127.0.0.1 only. It lives until it is disposed, and its data with it.
/// Thread-safe.
/// </summary>
public sealed class LocalDynamoServer : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    private readonly KestrelServer _kestrel;
    private readonly OperationTable _operations;
    private readonly CapacityMeter _meter = new();
    private readonly FaultCounts _faults = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly DynamoApplication _application;
    private readonly TimeProvider _time;

    private LocalDynamoServer(LocalDynamoOptions options, TimeProvider time)
    {
        _time = time;
        _operations = new OperationTable(options, time, _meter);
        _application = new DynamoApplication(_operations, new FaultPlan(options.Faults), _faults, time, _stopping.Token);
        _kestrel = CreateKestrel(options.Port);
    }

    /// <summary>Where clients find it: <c>http://127.0.0.1:port</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>What it has done so far.</summary>
    public LocalDynamoCounters Counters => new(
        _operations.All.Where(operation => operation.Requests > 0)
            .ToDictionary(operation => operation.Name, operation => operation.Requests),
        _meter.Consumed.ToDictionary(entry => entry.Key, entry => new CapacityUnitCounts(entry.Value.Read, entry.Value.Write)),
        _meter.Throttles.ToDictionary(),
        _faults.All());

    /// <summary>Starts a server and waits until it accepts connections.</summary>
    /// <exception cref="PortInUseException">Another program listens on the port.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static async Task<LocalDynamoServer> StartAsync(LocalDynamoOptions options, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Port is < 0 or > IPEndPoint.MaxPort) throw new ArgumentException("The port lies outside 0..65535.", nameof(options));
        if (options.Burst < TimeSpan.Zero) throw new ArgumentException("The burst must not be negative.", nameof(options));
        var server = new LocalDynamoServer(options, time);
        try
        {
            await server._kestrel.StartAsync(server._application, ct);
            server.Endpoint = new Uri(server._kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            return server;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await server.DisposeAsync();
            throw new PortInUseException(options.Port, error);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops: requests that wait or hang are cut off at once, others get a second to finish.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        using var drained = new CancellationTokenSource(DrainTime, _time);
        await _kestrel.StopAsync(drained.Token);
        _kestrel.Dispose();
        _stopping.Dispose();
    }

    private static KestrelServer CreateKestrel(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        // A batch of 25 items of 400 KB is 10 MB, and base64 adds a third.
        options.Limits.MaxRequestBodySize = 16 << 20;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        // Requests are short and never block, so they run where their bytes arrive: a thread switch would cost more than the work.
        var sockets = new SocketTransportOptions { UnsafePreferInlineScheduling = true };
        return new KestrelServer(
            Options.Create(options), new SocketTransportFactory(Options.Create(sockets), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }
}
