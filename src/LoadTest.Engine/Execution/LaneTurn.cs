using System.Threading.Tasks.Sources;

namespace LoadTest.Engine.Execution;

/// <summary>
/// A lane's wait for its next ticket, used again and again so that waiting allocates nothing. The lane waits on it; the dispatcher
/// alone completes it, once for each time it was armed.
/// </summary>
internal sealed class LaneTurn(int number) : IValueTaskSource<Ticket>
{
    private ManualResetValueTaskSourceCore<Ticket> _source;

    /// <summary>The lane's number, from zero.</summary>
    public int Number => number;

    /// <summary>Makes the turn ready to be waited for.</summary>
    public ValueTask<Ticket> Arm()
    {
        _source.Reset();
        return new ValueTask<Ticket>(this, _source.Version);
    }

    /// <summary>Hands the ticket to the lane that waits.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="onThisThread">
    /// Whether the calling thread begins the lane's operation itself; the call then returns when the operation waits for the first time. Else
    /// another thread does.
    /// </param>
    public void Give(Ticket ticket, bool onThisThread = false)
    {
        _source.RunContinuationsAsynchronously = !onThisThread;
        _source.SetResult(ticket);
    }

    Ticket IValueTaskSource<Ticket>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Ticket>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<Ticket>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
