using System.Buffers;
using System.Text.Json;
using Amazon.DynamoDBv2;

namespace LoadTest.Operations;

/// <summary>One kind of request: how it is made, what it is charged, and what its answer means. A file an operation.</summary>
public interface IOperation
{
    /// <summary>The operation's name in reports.</summary>
    string Name { get; }

    /// <summary>The API's name for it, which requests and permissions carry: the same, save where two operations make the same call.</summary>
    string Action => Name;

    /// <summary>Whether it is charged write units, and not read units.</summary>
    bool IsWrite { get; }

    /// <summary>Sends the request through the official client; throws what the client throws.</summary>
    Task<OperationAnswer> SendAsync(IAmazonDynamoDB client, PlannedRequest request, CancellationToken abort);

    /// <summary>
    /// Writes the JSON that the request carries; of several items, those that are still to be done. Allocates nothing once the buffer is large
    /// enough; safe for all threads.
    /// </summary>
    void WriteBody(PlannedRequest request, IBufferWriter<byte> body);

    /// <summary>Reads what is needed of a successful answer's JSON; of several items, those that are done are then marked so.</summary>
    /// <exception cref="JsonException">It is no JSON object, or not one of this operation.</exception>
    OperationAnswer ReadBody(PlannedRequest request, ReadOnlySpan<byte> json);

    /// <summary>Holds the answer's category against what the plan expected, writes down what is now known of the items, and gives the final category.</summary>
    int Settle(PlannedRequest request, in Answer answer, WriteLedger ledger);

    /// <summary>The write units that are charged although the request is refused: such an answer does not say.</summary>
    double UnreportedWriteUnits(PlannedRequest request, in Refusal refusal) => 0;
}

/// <summary>What an operation reads from a successful answer.</summary>
/// <param name="Units">Capacity units charged, of table and index together.</param>
/// <param name="IndexUnits">Those of them that the index was charged.</param>
/// <param name="ItemsFound">How many items a read found.</param>
/// <param name="IsPartial">Whether some of the request's items are still to be done.</param>
/// <param name="ReadUnits">Those of the units that the answer calls read units: a transaction that is repeated only reads, to say that it was done.</param>
public readonly record struct OperationAnswer(double Units, double IndexUnits = 0, int ItemsFound = 0, bool IsPartial = false, double ReadUnits = 0);
