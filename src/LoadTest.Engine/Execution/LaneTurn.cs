using System.Threading.Tasks.Sources;

namespace LoadTest.Engine.Execution;

/// <summary>
/// A lane's wait for its next ticket, used again and again so that waiting allocates nothing. The lane waits on it; the dispatcher
/// alone completes it, once for each time it was armed.
/// </summary>
internal sealed class LaneTurn(int number) : IValueTaskSource<Ticket>
{
    // The dispatcher's thread paces all lanes: it must not run a lane's work itself.
    private ManualResetValueTaskSourceCore<Ticket> _source = new() { RunContinuationsAsynchronously = true };

    /// <summary>The lane's number, from zero.</summary>
    public int Number => number;

    /// <summary>Makes the turn ready to be waited for.</summary>
    public ValueTask<Ticket> Arm()
    {
        _source.Reset();
        return new ValueTask<Ticket>(this, _source.Version);
    }

    /// <summary>Hands the ticket to the lane that waits.</summary>
    public void Give(Ticket ticket) => _source.SetResult(ticket);

    Ticket IValueTaskSource<Ticket>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Ticket>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<Ticket>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
