namespace LocalDynamo.Capacity;

/// <summary>What a request for several tables consumed, by table, in the order in which they were met. One request's own.</summary>
internal sealed class ConsumptionByTable
{
    private readonly OrderedDictionary<string, Consumption> _tables = new(StringComparer.Ordinal);

    public IEnumerable<Consumption> All => _tables.Values;

    public void Add(Consumption consumed)
    {
        if (_tables.TryGetValue(consumed.Table, out var known)) known.Add(consumed);
        else _tables.Add(consumed.Table, consumed);
    }
}
