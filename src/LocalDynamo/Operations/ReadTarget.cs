using LocalDynamo.Capacity;
using LocalDynamo.Http;
using LocalDynamo.Items;
using LocalDynamo.Tables;

namespace LocalDynamo.Operations;

/// <summary>What a query or a scan reads: a table, or one of its indexes.</summary>
internal sealed class ReadTarget
{
    private const string InvalidStart = "The provided starting key is invalid";

    private readonly Table _table;
    private readonly SecondaryIndex? _index;

    private ReadTarget(Table table, SecondaryIndex? index)
    {
        _table = table;
        _index = index;
    }

    /// <exception cref="DynamoException">The table has no such index.</exception>
    public static ReadTarget Of(Table table, string? indexName)
    {
        if (indexName is null) return new ReadTarget(table, index: null);
        var index = table.Indexes.FirstOrDefault(index => index.Definition.Name == indexName);
        return index is not null
            ? new ReadTarget(table, index)
            : throw DynamoException.Validation($"The table does not have the specified index: {indexName}");
    }

    public KeySchema Keys => _index?.Keys ?? _table.Definition.Keys;

    public ItemStore Items => _index?.Items ?? _table.Items;

    public CapacitySource Source => _index?.Source ?? _table.Source;

    /// <exception cref="DynamoException">An index is asked for what it does not hold, or to be consistent.</exception>
    public void Check(PageParameters asked)
    {
        if (_index is null) return;
        var name = _index.Definition.Name;
        if (asked.Consistent) throw DynamoException.Validation("Consistent reads are not supported on global secondary indexes");
        if (asked.Select == "ALL_ATTRIBUTES" && !_index.HoldsAll)
        {
            throw Invalid(
                $"Select type ALL_ATTRIBUTES is not supported for global secondary index {name} because its projection type is not ALL");
        }

        var projected = asked.Projected.Where(attribute => !_index.Holds(attribute)).ToList();
        if (projected.Count > 0) throw Invalid($"Global secondary index {name} does not project [{string.Join(", ", projected)}]");
        var filtered = asked.Filtered.Where(attribute => !_index.Holds(attribute)).ToList();
        if (filtered.Count == 0) return;
        throw Invalid($"Secondary index {name} does not project one or more filter attributes: [{string.Join(", ", filtered)}]");
    }

    /// <summary>The key that the page is to start after.</summary>
    /// <exception cref="DynamoException">It has another shape.</exception>
    public ItemKey StartOf(AttributeMap start, bool queries)
    {
        var tableKeys = _table.Definition.Keys;
        if (_index is null) return queries ? ItemKeys.OfQueryStartKey(tableKeys, start) : ItemKeys.OfStartKey(tableKeys, start);
        if (start.Count != _index.KeyNames.Count || _index.KeyNames.Any(name => start.Find(name) is null))
            throw DynamoException.Validation(InvalidStart);
        try
        {
            var key = ItemKeys.OfKey(_index.Keys, Part(start, _index.Keys));
            return key with { Base = ItemKeys.OfKey(tableKeys, Part(start, tableKeys)) };
        }
        catch (DynamoException error) when (error.Type == "ValidationException")
        {
            throw DynamoException.Validation($"{InvalidStart}: {error.Message}");
        }
    }

    /// <summary>The key attributes alone, as LastEvaluatedKey carries them.</summary>
    public AttributeMap KeyMap(ItemKey key)
    {
        if (_index is null) return ItemKeys.Only(_table.Definition.Keys, key);
        var map = ItemKeys.Only(_index.Keys, key);
        var tableKey = ItemKeys.Only(_table.Definition.Keys, key.Base!);
        for (var i = 0; i < tableKey.Count; i++) map.Set(tableKey.NameAt(i), tableKey.ValueAt(i));
        return map;
    }

    /// <summary>Takes the units of a page. A page without any item costs nothing.</summary>
    public Consumption Charge(CapacityMeter meter, ItemKey key, ItemPage page, bool consistent)
    {
        var units = page.Bytes == 0 ? 0 : CapacityUnits.Read(page.Bytes, consistent);
        meter.Charge(Source, write: false, key, units);
        var consumed = new Consumption(_table.Name);
        if (_index is null) consumed.AddTable(units);
        else consumed.AddIndex(_index.Definition.Name, units);
        return consumed;
    }

    private static AttributeMap Part(AttributeMap map, KeySchema keys)
    {
        var part = new AttributeMap(2);
        foreach (var name in keys.Names) part.Set(name, map.Find(name)!);
        return part;
    }

    private static DynamoException Invalid(string why) => DynamoException.Validation("One or more parameter values were invalid: " + why);
}
