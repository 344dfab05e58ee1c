using System.Globalization;
using Amazon.Runtime;
using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;
using LoadTest.Operations;
using LoadTest.Wire.Signing;

namespace LoadTest.Wire;

/// <summary>This program's own client: what its connections share, and the connections that were opened ahead of need.</summary>
public sealed class WireClient : IAsyncDisposable
{
    private const int OpenedAtOnce = 32;

    private readonly IReadOnlyDictionary<OperationKind, IOperation> _operations;
    private readonly WireOptions _options;
    private readonly CredentialKeeper _credentials;
    private readonly ServerClock _clock;
    private readonly RequestForms _forms;
    private readonly ServerAddresses _addresses;
    private readonly DeadlineWatch _watch;

    // Opened ahead of need; each is taken over by the lane of its number.
    private WireConnection?[] _opened = [];

    private WireClient(WireOptions options, IReadOnlyDictionary<OperationKind, IOperation> operations, CredentialKeeper credentials, TimeProvider time)
    {
        _options = options;
        _operations = operations;
        _credentials = credentials;
        _clock = new ServerClock(time);
        _forms = new RequestForms(credentials, _clock, options.Endpoint);
        _addresses = new ServerAddresses(options.Endpoint, options.Resolve, time);
        _watch = new DeadlineWatch(options.RequestTimeout, time);
    }

    /// <summary>What the user should know of the connection: a corrected clock, connections that could not be opened.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Gets the credentials, compares the clocks, and opens the connections that the load will need.</summary>
    /// <param name="options">Where to, and how long it may take.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="connections">How many lanes there will be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives the opening up.</param>
    /// <exception cref="AmazonClientException">There are no credentials.</exception>
    public static async Task<WireClient> OpenAsync(
        WireOptions options, AWSCredentials credentials, IReadOnlyDictionary<OperationKind, IOperation> operations, int connections,
        TimeProvider time, CancellationToken stop)
    {
        var keeper = await CredentialKeeper.StartAsync(credentials, options.Region, time);
        var client = new WireClient(options, operations, keeper, time);
        try
        {
            await client.ConnectAsync(connections, stop);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the sender of a lane, with the connection that was opened for its number, or one that opens when it is first used.</summary>
    public IRequestSender OpenSender(int number, RunClock clock)
    {
        var connection = number < _opened.Length ? Interlocked.Exchange(ref _opened[number], null) : null;
        return new WireSender(connection ?? NewConnection(), _forms, _operations, clock);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _opened) connection?.Dispose();
        _watch.Dispose();
        _addresses.Dispose();
        await _credentials.DisposeAsync();
    }

    private WireConnection NewConnection()
    {
        var connection = new WireConnection(_options, _addresses, _watch);
        _watch.Add(connection);
        return connection;
    }

    private async Task ConnectAsync(int count, CancellationToken stop)
    {
        _opened = new WireConnection?[count];
        for (var number = 0; number < count; number++) _opened[number] = NewConnection();
        var notes = new List<string>();
        if (_opened.Length > 0 && await ClockCheck.CompareAsync(_opened[0]!, _options.Endpoint, _clock, stop))
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"this machine's clock is {Math.Abs(_clock.Correction.TotalSeconds):0} s {(_clock.Correction > TimeSpan.Zero ? "behind" : "ahead of")} the server's; signatures use the server's time"));
        }

        var failed = 0;
        await Parallel.ForEachAsync(
            _opened, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce, CancellationToken = stop }, async (connection, _) =>
            {
                // A lane whose connection is missing tries again itself, and counts what happens then.
                if (await connection!.EnsureOpenAsync(stop) != Category.Success) Interlocked.Increment(ref failed);
            });
        // Whoever waited for the connections leaves the threads that serve sockets.
        await Task.Yield();
        if (failed > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{failed} of {count} connections could not be opened before the load"));
        Notes = notes;
    }
}
