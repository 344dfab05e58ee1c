using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LocalDynamo.Http;

namespace LocalDynamo.Tables;

/// <summary>
/// Every table of the server, by name. Thread-safe; changes to the set of tables and to their definitions are made one at a time.
/// </summary>
internal sealed class TableStore
{
    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);

    private long _created;

    /// <summary>Held while a table is created, changed or deleted.</summary>
    public Lock Gate { get; } = new();

    public bool TryFind(string name, [NotNullWhen(true)] out Table? table)
    {
        if (!_tables.TryGetValue(name, out table)) return false;
        if (!table.IsGone) return true;
        _tables.TryRemove(KeyValuePair.Create(name, table));
        table = null;
        return false;
    }

    /// <summary>The table, for an operation on the table itself.</summary>
    /// <exception cref="DynamoException">There is none: ResourceNotFoundException.</exception>
    public Table Describe(string name) => TryFind(name, out var table)
        ? table
        : throw DynamoException.NotFound($"Requested resource not found: Table: {name} not found");

    /// <summary>The table, for an operation on its items.</summary>
    /// <exception cref="DynamoException">There is none that serves requests: ResourceNotFoundException.</exception>
    public Table Serving(string name) => TryFind(name, out var table) && table.Serves
        ? table
        : throw DynamoException.NotFound("Requested resource not found");

    /// <exception cref="DynamoException">The name is taken: ResourceInUseException.</exception>
    public void Add(Table table)
    {
        if (TryFind(table.Name, out _)) throw DynamoException.InUse($"Table already exists: {table.Name}");
        table.Number = ++_created;
        _tables[table.Name] = table;
    }

    /// <summary>All names in order.</summary>
    public IReadOnlyList<string> Names() =>
        [.. _tables.Keys.Where(name => TryFind(name, out _)).Order(StringComparer.Ordinal)];
}
