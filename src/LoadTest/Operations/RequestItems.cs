namespace LoadTest.Operations;

/// <summary>
/// The items of a request that is about several, by their numbers, and which of them are still to be done. A lane owns one and uses it again
/// for each of its operations, so that none allocates.
/// </summary>
public sealed class RequestItems
{
    /// <summary>The most that any of DynamoDB's requests takes.</summary>
    public const int Most = 100;

    private readonly long[] _ordinals = new long[Most];
    private PlaceSet _pending;
    private PlaceSet _pendingBefore;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of an item, by its place.</summary>
    public long this[int place] => _ordinals[place];

    /// <summary>Whether an item is still to be done: all are before the request is sent, and those that came back unprocessed after it.</summary>
    public bool IsPending(int place) => _pending.Contains(place);

    /// <summary>The numbers of the items that are still to be done.</summary>
    public IEnumerable<long> Pending => Enumerable.Range(0, Count).Where(IsPending).Select(place => _ordinals[place]);

    /// <summary>Begins another request.</summary>
    public void Clear()
    {
        Count = 0;
        _pending = default;
    }

    /// <summary>Adds an item, which is then still to be done.</summary>
    public void Add(long ordinal)
    {
        _pending = _pending.With(Count);
        _ordinals[Count++] = ordinal;
    }

    /// <summary>Whether an item is among them.</summary>
    public bool Contains(long ordinal) => _ordinals.AsSpan(0, Count).Contains(ordinal);

    /// <summary>An answer came: everything is done but what <see cref="AddUnprocessed"/> names afterwards.</summary>
    public void BeginAnswer()
    {
        _pendingBefore = _pending;
        _pending = default;
    }

    /// <summary>The answer was none after all: what was still to be done before it still is.</summary>
    public void ForgetAnswer() => _pending = _pendingBefore;

    /// <summary>Takes an item that the answer names as unprocessed; false where it is none of the request's.</summary>
    public bool AddUnprocessed(long ordinal)
    {
        var place = _ordinals.AsSpan(0, Count).IndexOf(ordinal);
        if (place >= 0) _pending = _pending.With(place);
        return place >= 0;
    }
}
