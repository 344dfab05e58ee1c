namespace LocalDynamo.Capacity;

/// <summary>What one request consumed of one table and of its indexes. One request's own.</summary>
internal sealed class Consumption(string table)
{
    private SortedDictionary<string, double>? _indexes;

    public string Table => table;

    public double TableUnits { get; private set; }

    /// <summary>Units by index, in the order of their names.</summary>
    public IReadOnlyDictionary<string, double> Indexes => _indexes ??= new SortedDictionary<string, double>(StringComparer.Ordinal);

    public double Total => TableUnits + (_indexes?.Values.Sum() ?? 0);

    public void AddTable(double units) => TableUnits += units;

    public void AddIndex(string index, double units)
    {
        _indexes ??= new SortedDictionary<string, double>(StringComparer.Ordinal);
        _indexes[index] = _indexes.GetValueOrDefault(index) + units;
    }

    public void Add(Consumption other)
    {
        TableUnits += other.TableUnits;
        foreach (var (index, units) in other.Indexes) AddIndex(index, units);
    }
}
