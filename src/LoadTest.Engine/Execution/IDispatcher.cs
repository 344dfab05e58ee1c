namespace LoadTest.Engine.Execution;

/// <summary>Decides when each lane performs which operation. Safe for all lanes at once.</summary>
internal interface IDispatcher : IDisposable
{
    /// <summary>How many tickets were handed out.</summary>
    long Started { get; }

    /// <summary>How many operations there are, or null where only time ends the load.</summary>
    long? Total { get; }

    /// <summary>How long the load is planned to last, or null where only the number of operations ends it.</summary>
    TimeSpan? PlannedDuration { get; }

    /// <summary>The length of the schedule of an open load; null for a closed one, whose target sets the pace.</summary>
    TimeSpan? ScheduleLength { get; }

    /// <summary>When it was stopped, in nanoseconds since the load began; null where it was not.</summary>
    long? StoppedAfter { get; }

    /// <summary>How many operations the plan asked for up to an instant, and not after it was stopped.</summary>
    /// <param name="elapsed">The instant, in nanoseconds since the load began.</param>
    /// <param name="started">How many had been started then: what was started was offered.</param>
    long OfferedBefore(long elapsed, long started);

    /// <summary>Waits for the lane's next ticket; <see cref="Ticket.End"/> when the load is over or was stopped.</summary>
    ValueTask<Ticket> NextAsync(LaneTurn turn);

    /// <summary>Hands out no further ticket; lanes that wait are released.</summary>
    void Stop();
}
