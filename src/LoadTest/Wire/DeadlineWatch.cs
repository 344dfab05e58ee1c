using LoadTest.Engine.Execution;

namespace LoadTest.Wire;

/// <summary>
/// Ends requests that take too long. One timer looks at all connections, so that a request costs no timer of its own; a timeout is therefore
/// noticed up to a fiftieth of its length late, and 100 ms at the most. Safe for all threads.
/// </summary>
internal sealed class DeadlineWatch : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<WireConnection> _connections = [];
    private readonly ITimer _timer;

    public DeadlineWatch(TimeSpan timeout, TimeProvider time)
    {
        Clock = new RunClock(time);
        var period = TimeSpan.FromTicks(Math.Clamp(timeout.Ticks / 50, Shortest.Ticks, Longest.Ticks));
        _timer = time.CreateTimer(_ => Look(), null, period, period);
    }

    /// <summary>The clock of the deadlines.</summary>
    public RunClock Clock { get; }

    public void Add(WireConnection connection)
    {
        lock (_gate) _connections.Add(connection);
    }

    public void Remove(WireConnection connection)
    {
        lock (_gate) _connections.Remove(connection);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = Clock.Now;
        lock (_gate)
        {
            foreach (var connection in _connections) connection.ExpireAt(now);
        }
    }
}
