using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LocalDynamo.Faults;
using LocalDynamo.Http;
using LocalDynamo.Tables;

namespace LocalDynamo.Capacity;

/// <summary>Admits requests, charges their units, and counts both. Thread-safe. Counts outlive the tables that they belong to.</summary>
internal sealed class CapacityMeter
{
    private readonly ConcurrentDictionary<string, ConsumedUnits> _consumed = new();
    private readonly ConcurrentDictionary<string, long> _throttles = new();

    public IReadOnlyDictionary<string, long> Throttles => _throttles;

    public IReadOnlyDictionary<string, ConsumedUnits> Consumed => _consumed;

    /// <exception cref="ThrottledException">No capacity is left for this key, or the request's fault says so.</exception>
    public void Admit(Request request, CapacitySource source, bool write, ItemKey key)
    {
        if (!TryAdmit(request, source, write, key, out var refusal)) throw refusal;
    }

    /// <summary>The same for the indexes that a write changes.</summary>
    /// <exception cref="ThrottledException">One of them has no capacity left.</exception>
    public void Admit(Request request, IReadOnlyList<IndexChange> indexes)
    {
        foreach (var change in indexes) Admit(request, change.Index.Source, write: true, (change.NewKey ?? change.OldKey)!);
    }

    /// <summary>
    /// As <see cref="Admit(Request, CapacitySource, bool, ItemKey)"/>, for batches: the refusal is counted, and the caller decides what
    /// becomes of it.
    /// </summary>
    public bool TryAdmit(
        Request request, CapacitySource source, bool write, ItemKey key, [NotNullWhen(false)] out ThrottledException? refusal)
    {
        refusal = null;
        if (request.Fault != Fault.Throttle && source.Capacity.Admits(write, key.Hash)) return true;
        refusal = new ThrottledException(source, write);
        _throttles.AddOrUpdate(refusal.Reason, 1, static (_, count) => count + 1);
        return false;
    }

    public void Charge(CapacitySource source, bool write, ItemKey key, double units)
    {
        source.Capacity.Take(write, key.Hash, units);
        _consumed.GetOrAdd(source.Name, static _ => new ConsumedUnits()).Add(write, units);
    }
}
