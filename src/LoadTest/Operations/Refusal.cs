namespace LoadTest.Operations;

/// <summary>What an answer says that is an error.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Actions">Of a cancelled transaction, what became of its actions; nothing of them otherwise.</param>
public readonly record struct Refusal(int Category, CancelledActions Actions = default);

/// <summary>
/// What became of the actions of a cancelled transaction: which of them had been prepared before others cancelled it, and which failed their
/// condition. Those that met another transaction, or no capacity, are neither.
/// </summary>
public readonly record struct CancelledActions
{
    private PlaceSet Prepared { get; init; }

    private PlaceSet Failed { get; init; }

    /// <summary>Adds what is said of an action.</summary>
    /// <param name="place">The action's place in the request; what lies beyond the most that a request has is passed over.</param>
    /// <param name="wasPrepared">Whether it did not cancel the transaction.</param>
    /// <param name="hasFailed">Whether its condition failed.</param>
    public CancelledActions With(int place, bool wasPrepared, bool hasFailed)
    {
        if (place >= RequestItems.Most) return this;
        return new CancelledActions { Prepared = wasPrepared ? Prepared.With(place) : Prepared, Failed = hasFailed ? Failed.With(place) : Failed };
    }

    /// <summary>Whether an action had been prepared.</summary>
    public bool WasPrepared(int place) => Prepared.Contains(place);

    /// <summary>Whether an action's condition failed.</summary>
    public bool HasFailed(int place) => Failed.Contains(place);
}
