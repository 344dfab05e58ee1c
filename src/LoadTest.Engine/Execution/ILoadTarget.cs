namespace LoadTest.Engine.Execution;

/// <summary>What the load is offered to. The engine knows no more of it than this.</summary>
public interface ILoadTarget
{
    /// <summary>The names of the operations that outcomes refer to.</summary>
    IReadOnlyList<string> Operations { get; }

    /// <summary>The categories that outcomes refer to.</summary>
    IReadOnlyList<OutcomeCategory> Categories { get; }

    /// <summary>
    /// Whether beginning an operation is so little work, some ten microseconds and never a wait, that the thread which paces all of them may do
    /// it itself: that saves waking another thread for each.
    /// </summary>
    bool BeginsAtOnce => false;

    /// <summary>Opens a lane: the place of one outstanding operation. Called before the load begins.</summary>
    /// <param name="number">The lane's number, from zero.</param>
    /// <param name="clock">The clock of the outcomes' times.</param>
    ILane OpenLane(int number, RunClock clock);
}

/// <summary>The place of one outstanding operation; used by one operation at a time, from any thread.</summary>
public interface ILane : IAsyncDisposable
{
    /// <summary>
    /// Performs an operation. Whatever the target or the network does is an outcome and never an exception; a cancelled operation is one too.
    /// </summary>
    ValueTask<Outcome> PerformAsync(Ticket ticket, CancellationToken abort);
}
