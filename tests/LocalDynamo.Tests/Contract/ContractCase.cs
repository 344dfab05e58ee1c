namespace LocalDynamo.Tests.Contract;

/// <summary>Something done to a table, and the answer as text: the same text from every server that keeps DynamoDB's contract.</summary>
internal sealed record ContractCase(string Name, Func<ContractTable, Task<string>> Act)
{
    /// <summary>For test names.</summary>
    public override string ToString() => Name;
}

/// <summary>Every case of the suite.</summary>
internal static class ContractCases
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        .. ConditionCases.All(), .. ProjectionCases.All(), .. NumberCases.All(), .. ItemCases.All(), .. KeyCases.All(), .. WriteCases.All(),
        .. ScanCases.All(), .. UpdateCases.All(),
        .. QueryCases.All(), .. BatchGetCases.All(), .. TransactWriteCases.All(), .. TransactGetCases.All(),
        .. IndexCases.All(), .. IndexCreationCases.All(), .. BatchWriteCases.All(), .. TableCases.All(),
    ];
}
