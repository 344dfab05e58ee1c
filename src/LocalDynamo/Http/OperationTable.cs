using System.Collections.Frozen;
using LocalDynamo.Capacity;
using LocalDynamo.Items;
using LocalDynamo.Operations;
using LocalDynamo.Tables;

namespace LocalDynamo.Http;

/// <summary>Finds the operation that an <c>X-Amz-Target</c> header names.</summary>
internal sealed class OperationTable
{
    private const string Prefix = "DynamoDB_20120810.";

    private readonly FrozenDictionary<string, Operation> _byTarget;

    public OperationTable(LocalDynamoOptions options, TimeProvider time, CapacityMeter meter)
    {
        var tables = new TableStore();
        var items = new ItemReader(new NamePool());
        All =
        [
            new CreateTable(tables, options, time), new DescribeTable(tables), new ListTables(tables), new DeleteTable(tables),
            new UpdateTable(tables), new TagResource(tables), new UntagResource(tables), new ListTagsOfResource(tables),
            new PutItem(tables, items, meter), new GetItem(tables, items, meter), new DeleteItem(tables, items, meter),
            new UpdateItem(tables, items, meter),
            new Scan(tables, items, meter), new Query(tables, items, meter), new BatchWriteItem(tables, items, meter),
            new BatchGetItem(tables, items, meter), new TransactWriteItems(tables, items, meter, time),
            new TransactGetItems(tables, items, meter),
        ];
        _byTarget = All.ToFrozenDictionary(operation => Prefix + operation.Name);
    }

    public IReadOnlyList<Operation> All { get; }

    public Operation? Find(string? target) => target is not null && _byTarget.TryGetValue(target, out var operation) ? operation : null;
}
