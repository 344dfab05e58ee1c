using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;
using LoadTest.Configuration.Values;

namespace LoadTest.Operations;

/// <summary>One kind of request: how it is made, what it is charged, and what its answer means. A file an operation.</summary>
public interface IOperation
{
    /// <summary>The operation's name in DynamoDB's own words.</summary>
    string Name { get; }

    /// <summary>Sends the request through the official client; throws what the client throws.</summary>
    Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort);

    /// <summary>Writes the JSON that the request carries. Allocates nothing once the buffer is large enough; safe for all threads.</summary>
    void WriteBody(PlannedRequest request, IBufferWriter<byte> body);

    /// <summary>Reads what is needed of a successful answer's JSON.</summary>
    /// <exception cref="JsonException">It is no JSON object, or not one of this operation.</exception>
    OperationAnswer ReadBody(ReadOnlySpan<byte> json);

    /// <summary>Holds the answer's category against what the plan expected, writes down what is now known of the item, and gives the final category.</summary>
    int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger);
}

/// <summary>What an operation reads from a successful answer.</summary>
public readonly record struct OperationAnswer(double ReadUnits, double WriteUnits, bool ItemFound);

/// <summary>The operations of a run by kind, as the engine counts them.</summary>
public static class OperationNames
{
    /// <summary>The name of a kind in DynamoDB's own words.</summary>
    public static string Of(OperationKind kind) => kind switch
    {
        OperationKind.Put => nameof(PutItem),
        OperationKind.Get => nameof(GetItem),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such operation."),
    };

    /// <summary>The names in the order of <see cref="OperationKind"/>.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<OperationKind, IOperation> operations) =>
        [.. Enum.GetValues<OperationKind>().Select(kind => operations[kind].Name)];
}
