using LoadTest.Engine.Execution;

namespace LoadTest.Engine.Searching;

/// <summary>
/// A target whose lanes stay open from one load to the next, and whose operations go on being numbered where the load before left off, so that
/// no item is written twice and no trial pays for new connections. One load at a time.
/// </summary>
public sealed class KeptLanes(ILoadTarget target) : ILoadTarget, IAsyncDisposable
{
    private readonly Dictionary<int, ILane> _lanes = [];
    private long _offset;

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations => target.Operations;

    /// <inheritdoc/>
    public IReadOnlyList<OutcomeCategory> Categories => target.Categories;

    /// <inheritdoc/>
    public bool BeginsAtOnce => target.BeginsAtOnce;

    /// <summary>Operations of the loads so far.</summary>
    public long Used => _offset;

    /// <summary>Moves on over the numbers that a load may have used.</summary>
    public void MoveOn(long operations) => _offset += operations;

    /// <inheritdoc/>
    public ILane OpenLane(int number, RunClock clock)
    {
        if (!_lanes.TryGetValue(number, out var lane)) _lanes.Add(number, lane = target.OpenLane(number, clock));
        return new Kept(lane, _offset);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes.Values) await lane.DisposeAsync();
    }

    // Warm-up operations have numbers of their own, and are done once.
    private sealed class Kept(ILane lane, long offset) : ILane
    {
        public ValueTask<Outcome> PerformAsync(Ticket ticket, CancellationToken abort) =>
            lane.PerformAsync(ticket.Phase == Phase.Measured ? ticket with { Index = ticket.Index + offset } : ticket, abort);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
