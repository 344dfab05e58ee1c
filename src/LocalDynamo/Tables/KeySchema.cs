using LocalDynamo.Http;
using LocalDynamo.Items;

namespace LocalDynamo.Tables;

/// <summary>A key attribute: its name and its type (S, N or B).</summary>
internal sealed record KeyAttribute(string Name, string Type)
{
    /// <exception cref="DynamoException">The value is an empty string or binary.</exception>
    public void CheckNotEmpty(AttributeValue value)
    {
        if (value.Size > 0) return;
        throw DynamoException.Validation(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
            + $"{(value.Type == "S" ? "string" : "binary")} value. Key: {Name}");
    }
}

/// <summary>The partition key and, where there is one, the sort key.</summary>
internal sealed record KeySchema(KeyAttribute Partition, KeyAttribute? Sort)
{
    public int Count => Sort is null ? 1 : 2;

    /// <summary>The names of the key attributes.</summary>
    public IReadOnlyList<string> Names => Sort is null ? [Partition.Name] : [Partition.Name, Sort.Name];
}
