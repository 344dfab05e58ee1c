namespace LocalDynamo.Capacity;

/// <summary>Which kind of resource has the capacity; the name is that in throttling reasons.</summary>
internal enum CapacityKind
{
    Table,
    Index,
}

/// <summary>Something that has capacity of its own, a table or an index: how it is counted (<c>table</c>, <c>table/index</c>).</summary>
internal sealed record CapacitySource(CapacityKind Kind, string Name, string Arn, TableCapacity Capacity);
