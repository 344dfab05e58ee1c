using LoadTest.Configuration.Values;
using LoadTest.Engine.Execution;

namespace LoadTest.Operations;

/// <summary>One request of the plan.</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Phase">The part of the run, which decides the key space.</param>
/// <param name="Ordinal">The number of the item that it is about. Below zero it stands for a key that is never written.</param>
/// <param name="IsDuplicate">Whether it is a conditional write that must fail, as the item is there already.</param>
public readonly record struct PlannedRequest(OperationKind Kind, Phase Phase, long Ordinal, bool IsDuplicate)
{
    private readonly RequestItems? _items;

    /// <summary>The operation's number in the plan: what an update writes is decided by it.</summary>
    public long Index { get; init; }

    /// <summary>
    /// What was known of the item of an update, a delete or a duplicate when its turn came. While a delete is under way the ledger says that its item
    /// may be there or not.
    /// </summary>
    public WriteState Before { get; init; }

    /// <summary>The items of a request that is about several; valid until the lane's next operation.</summary>
    /// <exception cref="InvalidOperationException">The request is about a single item.</exception>
    public RequestItems Items
    {
        get => _items ?? throw new InvalidOperationException($"{Kind} is about a single item.");
        init => _items = value;
    }

    /// <summary>Whether the item's key is one that is never written.</summary>
    public bool IsMiss => Ordinal < 0;
}
