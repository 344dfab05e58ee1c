namespace LocalDynamo;

/// <summary>How a <see cref="LocalDynamoServer"/> is started.</summary>
public sealed record LocalDynamoOptions
{
    /// <summary>TCP port on 127.0.0.1, 0..65535; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether requests beyond a table's capacity are throttled. Units are counted either way.</summary>
    public bool EnforceCapacity { get; init; } = true;

    /// <summary>
    /// How much unused provisioned capacity a table banks, zero or more; DynamoDB keeps 300 s. One second's worth is kept in any case, as a
    /// table without any could admit nothing. A new table starts with a full bank.
    /// </summary>
    public TimeSpan Burst { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>What goes wrong on purpose; nothing by default.</summary>
    public FaultOptions Faults { get; init; } = new();
}
